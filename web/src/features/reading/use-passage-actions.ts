import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useMemo, useState } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { del, errorSentence, post } from '../../api.ts';
import { showMessage } from '../../parts/messages.ts';
import type { NoteDialog } from '../notes/note-dialogs.tsx';
import { useMarkNote } from '../notes/use-mark-note.ts';
import { type Audience, toFields } from '../notes/visibility-field.tsx';
import { useViewer } from '../sessions/sessions.queries.ts';
import { useHighlightAudience } from './use-highlight-audience.ts';
import type { FoundNote } from './use-passages.ts';
import { readSelection } from './use-selected-passage.ts';

interface Props {
  blogId: number;
  text: RefObject<HTMLElement | null>;
  found: FoundNote[];
  /** The note in the address. */
  noteId: number | undefined;
  clearSelection: () => void;
}

/** What is done with passages: highlighting one, writing on one, choosing one and marking its note. */
export function usePassageActions({ blogId, text, found, noteId, clearSelection }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const mark = useMarkNote();
  const { audience, choices } = useHighlightAudience();
  const [dialog, setDialog] = useState<NoteDialog>();
  const chosen = useMemo(() => notesAt(found, noteId), [found, noteId]);
  const refresh = () => client.invalidateQueries({ queryKey: ['notes'] });

  const choose = (note: number | undefined) =>
    void navigate({
      to: '/blogs/$id/read',
      params: { id: blogId },
      search: { note },
      replace: true,
      resetScroll: false,
    });
  const highlight = async () => {
    const quote = text.current && readSelection(text.current)?.quote;
    if (!quote) return sayHow();
    try {
      const { id } = await post<NoteAnswer>('/notes', { blogId, quote, ...toFields(audience) });
      clearSelection();
      await refresh();
      showMessage({
        text: saidFor(audience, choices),
        undo: () => void del(`/notes/${id}`).then(refresh, tell),
      });
    } catch (error) {
      tell(error);
    }
  };
  const writeNote = () =>
    setDialog({ kind: 'write', quote: (text.current && readSelection(text.current)?.quote) ?? undefined });
  const markNote = () => {
    const others = found.find(({ note }) => chosen.has(note.id) && note.user.id !== viewer.id);
    if (others) mark(others.note);
  };
  return { dialog, setDialog, chosen, choose, highlight, writeNote, markNote };
}

/** The chosen note and those whose passages overlap its own. */
function notesAt(found: FoundNote[], noteId: number | undefined): ReadonlySet<number> {
  const at = found.find(({ note }) => note.id === noteId)?.passage;
  const overlapping = at ? found.filter(({ passage }) => passage.start < at.end && passage.end > at.start) : [];
  return new Set(overlapping.map(({ note }) => note.id));
}

function saidFor(audience: Audience, choices: { value: Audience; label: string }[]): string {
  if (audience === 'everyone') return 'Highlighted.';
  if (audience === 'me') return 'Highlighted, for you only.';
  return `Highlighted, for ${choices.find(({ value }) => value === audience)?.label ?? 'your team'}.`;
}

function sayHow(): void {
  showMessage({ text: 'Select up to 5,000 characters of the text first; the keys j and k select paragraphs.' });
}

function tell(error: unknown): void {
  showMessage({ text: errorSentence(error), isError: true });
}
