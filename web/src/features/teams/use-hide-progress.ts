import type { MemberAnswer, MemberChange } from '../../../../server/features/teams/teams.schemas.ts';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchMembers } from './teams.queries.ts';

/** Hides from a team what one has read, or shows it again. */
export function useHideProgress(teamId: number): (change: { member: MemberAnswer; hidesProgress: boolean }) => void {
  return useOptimistic<{ member: MemberAnswer; hidesProgress: boolean }>({
    send: ({ member, hidesProgress }) =>
      put(`/teams/${teamId}/members/${member.id}`, { hidesProgress } satisfies MemberChange),
    patch: (client, { member, hidesProgress }) => {
      const set = (hides: boolean) =>
        patchMembers(client, teamId, (members) =>
          members.map((one) => (one.id === member.id ? { ...one, hidesProgress: hides } : one)),
        );
      set(hidesProgress);
      return () => set(!hidesProgress);
    },
    touches: [['teams', 'readings']],
    failed: 'This was not changed',
    done: ({ hidesProgress }) => ({
      text: hidesProgress
        ? 'The team no longer sees what you have read, nor that you have not.'
        : 'The team sees what you have read.',
    }),
  });
}
