import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { FormError } from '../../parts/form-error.tsx';
import { keepDraft, readDraft } from './drafts.ts';
import { MentionField } from './mention-field.tsx';
import styles from './note-talk.module.css';

/** Replies to a note. What is not sent is there again when the replies are opened next. */
export function ReplyForm({ note }: { note: NoteAnswer }) {
  const client = useQueryClient();
  const draft = `reply ${note.id}`;
  const [content, setContent] = useState(readDraft(draft) ?? '');
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const write = (text: string) => {
    setContent(text);
    keepDraft(draft, text, '');
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy || !content.trim()) return;
    setBusy(true);
    try {
      await post<NoteAnswer>(`/notes/${note.id}/replies`, { content });
      write('');
      setProblem(undefined);
      await client.invalidateQueries({ queryKey: ['notes'] });
    } catch (error) {
      setProblem(errorSentence(error));
    }
    setBusy(false);
  };
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') (event.target as HTMLElement).blur(); // the keys of the list work again
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };

  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={submitByKey}>
      <MentionField
        aria-label={`Reply to ${note.user.name}`}
        placeholder={hintFor(note)}
        maxLength={100_000}
        autosize
        minRows={1}
        maxRows={12}
        value={content}
        onChange={write}
        mentionable={{ note: note.id }}
      />
      <FormError text={problem} />
      {content.trim() !== '' && (
        <Button type="submit" size="compact-md" loading={isBusy}>
          Reply
        </Button>
      )}
    </form>
  );
}

/** Says who will read it. */
function hintFor({ visibility, team }: NoteAnswer): string {
  if (visibility === 'team') return `Reply, for ${team?.name}`;
  return visibility === 'me' ? 'Reply, for yourself' : 'Reply, for everyone';
}
