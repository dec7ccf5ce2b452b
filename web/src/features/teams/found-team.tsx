import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TeamBody, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { post } from '../../api.ts';
import { NameForm } from '../../parts/name-form.tsx';
import { refreshTeams, teamQuery } from './teams.queries.ts';

/** Founds a team and leads to it. */
export default function FoundTeam({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const found = async (name: string) => {
    const team = await post<TeamPageAnswer>('/teams', { name } satisfies TeamBody);
    client.setQueryData(teamQuery(team.id).queryKey, team);
    await navigate({ to: '/teams/$id', params: { id: team.id }, replace: true }); // Back must not open this dialog again
    await refreshTeams(client);
  };
  return <NameForm title="Found a team" submit="Found team" most={200} onSubmit={found} onClose={onClose} />;
}
