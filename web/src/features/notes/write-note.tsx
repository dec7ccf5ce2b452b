import { Button, Checkbox, Group, Stack, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { NewNote, NoteAnswer } from '../../../../server/features/notes/notes.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';

interface Props {
  /** The blog that the note hangs on. */
  blog: { id: number; title: string };
  onClose: () => void;
}

/** A quick note from a list; the key `n`. */
export default function WriteNote({ blog, onClose }: Props) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const note: NewNote = {
      content: String(fields.get('content')),
      important: fields.has('important'),
      shared: fields.has('shared'),
      blogId: blog.id,
    };
    setBusy(true);
    try {
      await post<NoteAnswer>('/notes', note);
      await client.invalidateQueries({ queryKey: ['notes'] });
      showMessage({ text: `Your note on “${blog.title}” is saved.` });
      onClose();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Note on “${blog.title}”`} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Textarea
            label="Note"
            description="Markdown"
            name="content"
            required
            maxLength={100_000}
            rows={6}
            data-autofocus
          />
          <Checkbox name="important" label="Important" />
          <Checkbox name="shared" label="Others may see it" defaultChecked />
        </Stack>
        <FormError text={problem} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Save note
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
