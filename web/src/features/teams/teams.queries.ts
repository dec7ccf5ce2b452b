import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { MemberAnswer, TeamAnswer, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { get, getPage } from '../../api.ts';

/** Every team by name: the list, the sidebar and the palette show parts of it. Teams are few beside people and blogs. */
export const teamsQuery = queryOptions({
  queryKey: ['teams', 'list'],
  queryFn: async ({ signal }) => {
    const teams: TeamAnswer[] = [];
    let next: string | undefined;
    do {
      const page = await getPage<TeamAnswer>('/teams', { limit: 500 }, next, signal);
      teams.push(...page.items);
      next = page.next;
    } while (next);
    return teams;
  },
});

/** One team with its members. */
export function teamQuery(id: number) {
  return queryOptions({
    queryKey: ['teams', 'one', id],
    queryFn: ({ signal }) => get<TeamPageAnswer>(`/teams/${id}`, {}, signal),
  });
}

/** Fetches what is shown of teams anew. */
export function refreshTeams(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['teams'] });
}

/** Changes the members of a cached team, and how many they are. */
export function patchMembers(client: QueryClient, id: number, change: (members: MemberAnswer[]) => MemberAnswer[]) {
  client.setQueryData(teamQuery(id).queryKey, (team) => {
    if (!team) return team;
    const members = change(team.members);
    return { ...team, members, memberCount: members.length };
  });
}
