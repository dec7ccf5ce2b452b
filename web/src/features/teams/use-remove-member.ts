import { useQueryClient } from '@tanstack/react-query';
import type { MemberAnswer, NewMember, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { del, errorSentence, post } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { showMessage } from '../../parts/messages.ts';
import { patchMembers, refreshTeams } from './teams.queries.ts';

/** Takes somebody out of a team at once; undo takes him in again with the role he had. */
export function useRemoveMember({ id }: TeamPageAnswer): (member: MemberAnswer) => void {
  const client = useQueryClient();
  const takeBack = async ({ id: userId, name, role }: MemberAnswer) => {
    try {
      await post(`/teams/${id}/members`, { userId, role } satisfies NewMember);
    } catch (error) {
      showMessage({ text: `${name} was not taken in again. ${errorSentence(error)}`, isError: true });
    }
    await refreshTeams(client);
  };
  return useOptimistic<MemberAnswer>({
    send: async (member) => {
      await del(`/teams/${id}/members/${member.id}`);
      showMessage({ text: `Removed ${member.name} from the team.`, undo: () => void takeBack(member) });
    },
    patch: (_client, member) => {
      let place = -1;
      patchMembers(client, id, (members) => {
        place = members.findIndex((one) => one.id === member.id);
        return members.filter((one) => one.id !== member.id);
      });
      return () => patchMembers(client, id, (members) => members.toSpliced(place, 0, member));
    },
    touches: [['teams']],
    failed: ({ name }) => `${name} was not removed`,
  });
}
