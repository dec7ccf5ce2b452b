import { useRef } from 'react';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchReading, type Reading } from './readinglists.queries.ts';

interface Change {
  reading: Reading;
  tags: string[];
  isUndo?: boolean;
}

/** Gives a row other tags at once; the message offers to undo it. */
export function useSetTags(): (reading: Reading, tags: string[]) => void {
  const again = useRef<(change: Change) => void>(undefined);
  const setTags = useOptimistic<Change>({
    send: ({ reading, tags }) => put(`/readinglists/${reading.id}`, { tags }),
    patch: (client, { reading: { id, tags: before }, tags }) => {
      patchReading(client, id, { tags });
      return () => patchReading(client, id, { tags: before });
    },
    touches: [['readinglists']],
    failed: 'The tags were not changed',
    done: ({ reading, isUndo }) =>
      isUndo
        ? undefined
        : {
            text: `Tags changed: ${reading.blog.title}`,
            undo: () => again.current?.({ reading, tags: reading.tags, isUndo: true }),
          },
  });
  again.current = setTags;
  return (reading, tags) => setTags({ reading, tags });
}
