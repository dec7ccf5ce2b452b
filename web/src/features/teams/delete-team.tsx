import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TeamAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del } from '../../api.ts';
import ConfirmDialog from '../../parts/confirm-dialog.tsx';
import { showMessage } from '../../parts/messages.ts';
import { sayNumber } from '../../parts/plural.ts';
import { refreshTeams, teamQuery } from './teams.queries.ts';

interface Props {
  team: TeamAnswer;
  onClose: () => void;
}

export default function DeleteTeam({ team: { id, name, memberCount }, onClose }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const remove = async () => {
    await del(`/teams/${id}`);
    await navigate({ to: '/teams', replace: true });
    client.removeQueries({ queryKey: teamQuery(id).queryKey });
    await refreshTeams(client);
    showMessage({ text: `Deleted the team “${name}”.` });
  };
  return (
    <ConfirmDialog title={`Delete “${name}”?`} confirm="Delete team" onConfirm={remove} onClose={onClose}>
      {sayLoss(memberCount)} Blogs and reading lists stay as they are; notes for the team stay with their authors, for
      them alone. This cannot be undone.
    </ConfirmDialog>
  );
}

function sayLoss(members: number): string {
  if (members === 0) return 'The team goes; it has no members.';
  if (members === 1) return 'The team goes, and its one member belongs to it no longer.';
  return `The team goes, and its ${sayNumber(members)} members belong to it no longer.`;
}
