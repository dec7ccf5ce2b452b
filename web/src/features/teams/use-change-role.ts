import type { MemberAnswer, TeamPageAnswer } from '../../../../server/features/teams/teams.schemas.ts';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import { patchMembers, teamQuery } from './teams.queries.ts';

/** Makes a member an owner, or an owner a member, at once. */
export function useChangeRole({ id }: TeamPageAnswer): (member: MemberAnswer) => void {
  const viewer = useViewer();
  return useOptimistic<MemberAnswer>({
    send: (member) => put(`/teams/${id}/members/${member.id}`, { role: other(member.role) }),
    patch: (client, member) => {
      const set = (role: MemberAnswer['role']) => {
        patchMembers(client, id, (members) => members.map((one) => (one.id === member.id ? { ...one, role } : one)));
        if (member.id === viewer.id) client.setQueryData(teamQuery(id).queryKey, (team) => team && { ...team, role });
      };
      set(other(member.role));
      return () => set(member.role);
    },
    touches: [['teams']],
    failed: ({ name, role }) => `${name} was not made ${other(role) === 'owner' ? 'an owner' : 'a member'}`,
  });
}

function other(role: MemberAnswer['role']): MemberAnswer['role'] {
  return role === 'owner' ? 'member' : 'owner';
}
