import { useRef } from 'react';
import { put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchCounts, patchReading, type Reading } from './readinglists.queries.ts';

/** Marks a row read, or unread again, at once; the message offers to undo it. */
export function useMarkRead(): (reading: Reading, read: boolean) => void {
  const again = useRef<(change: { reading: Reading; read: boolean; isUndo?: boolean }) => void>(undefined);
  const mark = useOptimistic<{ reading: Reading; read: boolean; isUndo?: boolean }>({
    send: ({ reading, read }) => put(`/readinglists/${reading.id}`, { read }),
    patch: (client, { reading: { id, readAt }, read }) => {
      const set = (on: boolean) => {
        patchReading(client, id, { read: on, readAt: on ? (readAt ?? new Date().toISOString()) : null });
        patchCounts(client, on ? { unread: -1, read: 1 } : { unread: 1, read: -1 });
      };
      set(read);
      return () => set(!read);
    },
    touches: [['readinglists']],
    failed: ({ read }) => `The blog was not marked as ${read ? 'read' : 'unread'}`,
    done: ({ reading, read, isUndo }) =>
      isUndo
        ? undefined
        : {
            text: `Marked as ${read ? 'read' : 'unread'}: ${reading.blog.title}`,
            undo: () => again.current?.({ reading, read: !read, isUndo: true }),
          },
  });
  again.current = mark;
  return (reading, read) => mark({ reading, read });
}
