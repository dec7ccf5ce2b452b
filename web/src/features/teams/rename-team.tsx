import { useQueryClient } from '@tanstack/react-query';
import type { TeamAnswer, TeamBody, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { put } from '../../api.ts';
import { NameForm } from '../../parts/name-form.tsx';
import { refreshTeams, teamQuery } from './teams.queries.ts';

interface Props {
  team: TeamAnswer;
  onClose: () => void;
}

export default function RenameTeam({ team: { id, name }, onClose }: Props) {
  const client = useQueryClient();
  const rename = async (wanted: string) => {
    const team = await put<TeamPageAnswer>(`/teams/${id}`, { name: wanted } satisfies TeamBody);
    client.setQueryData(teamQuery(id).queryKey, team);
    onClose();
    await refreshTeams(client);
  };
  return (
    <NameForm title={`Rename “${name}”`} name={name} submit="Rename" most={200} onSubmit={rename} onClose={onClose} />
  );
}
