import type { Reaction, ReactionKind } from '../../../../server/features/notes/conversation.schemas.ts';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del, put } from '../../api.ts';
import { useOptimistic } from '../../optimistic.ts';
import { patchNote } from './notes.queries.ts';

/** Reacts to a note, or takes the reaction back, at once. */
export function useReact(): (note: NoteAnswer, kind: ReactionKind) => void {
  const react = useOptimistic<{ id: number; kind: ReactionKind; own: boolean }>({
    send: ({ id, kind, own }) => (own ? put : del)(`/notes/${id}/reactions/${kind}`),
    patch: (client, { id, kind, own }) => {
      const set = (to: boolean) =>
        patchNote(client, id, (note) => ({ ...note, reactions: setOwn(note.reactions, kind, to) }));
      set(own);
      return () => set(!own);
    },
    touches: [['notes']],
    failed: ({ own }) => (own ? 'Your reaction was not kept' : 'Your reaction was not taken back'),
  });
  return ({ id, reactions }, kind) =>
    react({ id, kind, own: !reactions.some((reaction) => reaction.kind === kind && reaction.own) });
}

function setOwn(reactions: Reaction[], kind: ReactionKind, own: boolean): Reaction[] {
  const now = reactions.find((reaction) => reaction.kind === kind) ?? { kind, count: 0, own: false };
  if (now.own === own) return reactions;
  const next = { kind, own, count: now.count + (own ? 1 : -1) };
  return [...reactions.filter((reaction) => reaction.kind !== kind), next].filter(({ count }) => count > 0);
}
