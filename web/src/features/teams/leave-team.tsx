import { useQueryClient } from '@tanstack/react-query';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { refreshTeams } from './teams.queries.ts';

interface Props {
  team: TeamAnswer;
  onClose: () => void;
}

/** Leaves a team. The last owner of several is refused by the server, whose sentence then stands in the dialog. */
export default function LeaveTeam({ team: { id, name, memberCount }, onClose }: Props) {
  const client = useQueryClient();
  const viewer = useViewer();
  const leave = async () => {
    await del(`/teams/${id}/members/${viewer.id}`);
    await refreshTeams(client);
    showMessage({ text: `You left “${name}”.` });
    onClose();
  };
  return (
    <ConfirmDialog title={`Leave “${name}”?`} confirm="Leave team" onConfirm={leave} onClose={onClose}>
      {memberCount === 1
        ? 'You are its only member: the team stays behind empty, and only an admin can change or delete it then.'
        : 'An owner can take you in again. What is on your reading list only because of this team goes, unless you began it or wrote a note about it.'}
    </ConfirmDialog>
  );
}
