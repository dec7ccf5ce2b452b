import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchCounts, patchReading } from '../readinglists/readinglists.queries.ts';
import { patchTeamReading, type TeamReading } from './team-readings.queries.ts';

/** Marks a blog of a team's list as read on one's own list, or unread again, at once. */
export function useTeamMark(teamId: number): (reading: TeamReading) => void {
  return useOptimistic<TeamReading>({
    send: async ({ reading }) => reading && put(`/readinglists/${reading.id}`, { read: !reading.read }),
    patch: (client, { blog, reading }) => {
      const set = (read: boolean) => {
        if (!reading) return;
        const state = { read, readAt: read ? new Date().toISOString() : null };
        patchTeamReading(client, teamId, blog.id, (one) => ({
          ...one,
          reading: one.reading && { ...one.reading, ...state },
        }));
        patchReading(client, reading.id, state);
        patchCounts(client, read ? { unread: -1, read: 1 } : { unread: 1, read: -1 });
      };
      set(!reading?.read);
      return () => set(Boolean(reading?.read));
    },
    touches: [['readinglists'], ['teams', 'readings']],
    failed: ({ reading }) => `The blog was not marked as ${reading?.read ? 'unread' : 'read'}`,
  });
}
