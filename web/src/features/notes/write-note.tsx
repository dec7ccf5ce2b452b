import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { NewNote, NoteAnswer, Quote } from '../../../../server/features/notes/notes.schemas.ts';
import { errorSentence, post, put } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import { patchNoteCount } from '../blogs/blogs.queries.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';
import type { Mentionable } from './mention-field.tsx';
import { NoteField } from './note-field.tsx';
import styles from './note-quote.module.css';
import { type Audience, audienceOf, teamOf, toFields, VisibilityField } from './visibility-field.tsx';

interface Props {
  /** The blog that the note hangs on; without it the note stands by itself. */
  blog?: { id: number; title: string };
  /** The passage of that blog's text that the note is about; then it may stay empty and is a highlight. */
  quote?: Quote;
  /** The note to edit; without it one is written. */
  note?: NoteAnswer;
  /** The team that a new note is for, unless somebody says otherwise. */
  team?: number;
  onClose: () => void;
}

/** Writes a note, or changes one. What is not saved when it closes is there again when it is opened next. */
export default function WriteNote({ blog, quote, note, team, onClose }: Props) {
  const client = useQueryClient();
  const saved = note?.content ?? '';
  const draft = note ? `note ${note.id}` : `blog ${blog?.id} ${quote?.exact ?? ''}`;
  const [content, setContent] = useState(readDraft(draft) ?? saved);
  const [audience, setAudience] = useState<Audience>(note ? audienceOf(note) : team ? String(team) : 'everyone');
  const isReply = note !== undefined && note.parentId !== null;
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const write = (text: string) => {
    setContent(text);
    keepDraft(draft, text, saved);
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!content.trim() && !quote && !note?.quote) return setProblem('The note is empty. Write something first.');
    const important = new FormData(event.currentTarget).has('important');
    const changes: NewNote = isReply ? { content } : { content, important, ...toFields(audience) };
    setBusy(true);
    try {
      if (note) await put<NoteAnswer>(`/notes/${note.id}`, changes);
      else await post<NoteAnswer>('/notes', { ...changes, blogId: blog?.id, quote });
      if (!note) patchNoteCount(client, blog?.id, 1);
      dropDraft(draft);
      await client.invalidateQueries({ queryKey: ['notes'] });
      showMessage({ text: blog && !note ? `Your note on “${blog.title}” is saved.` : 'Your note is saved.' });
      onClose();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };

  return (
    <Dialog title={titleOf({ blog, note })} size="lg" onClose={onClose}>
      <form onSubmit={submit} onKeyDown={submitByKey}>
        <Stack gap="md">
          {quote && (
            <blockquote className={styles.quote} dir="auto">
              {quote.exact}
            </blockquote>
          )}
          <NoteField value={content} onChange={write} mentionable={mentionableBy(audience, note)} />
          {!isReply && <Checkbox name="important" label="Important" defaultChecked={note?.important} />}
          {!isReply && <VisibilityField value={audience} onChange={setAudience} team={note?.team} />}
        </Stack>
        <FormError text={problem} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            {isReply ? 'Save reply' : 'Save note'}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

/** Whoever may see the note that is being written: for a reply, those of its note. */
function mentionableBy(audience: Audience, note: NoteAnswer | undefined): Mentionable | undefined {
  if (note?.parentId) return { note: note.parentId };
  return audience === 'me' ? undefined : { team: teamOf(audience) };
}

function titleOf({ blog, note }: Pick<Props, 'blog' | 'note'>): string {
  if (note) return note.parentId ? 'Edit reply' : 'Edit note';
  return blog ? `Note on “${blog.title}”` : 'Write a note';
}
