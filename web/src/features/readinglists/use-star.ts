import { useRef } from 'react';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchReading, type Reading } from './readinglists.queries.ts';

type Starring = Pick<Reading, 'id' | 'blog' | 'starred'>;

/** Stars a row, or takes its star at once; taking it offers to undo that, since the row may be out of sight then. */
export function useStar(): (reading: Starring) => void {
  const again = useRef<(reading: Starring) => void>(undefined);
  const star = useOptimistic<Starring>({
    send: ({ id, starred }) => put(`/readinglists/${id}`, { starred: !starred }),
    patch: (client, { id, starred }) => {
      const set = (on: boolean) => patchReading(client, id, { starred: on });
      set(!starred);
      return () => set(starred);
    },
    touches: [['readinglists']],
    failed: ({ starred }) => (starred ? 'The star was not taken away' : 'The blog was not starred'),
    done: (reading) =>
      reading.starred
        ? {
            text: `Star taken away: ${reading.blog.title}`,
            undo: () => again.current?.({ ...reading, starred: false }),
          }
        : undefined,
  });
  again.current = star;
  return star;
}
