import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { errorSentence } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';

interface Props {
  title: string;
  name?: string;
  /** The verb on the button. */
  submit: string;
  /** Does it and closes the dialog; what it throws is shown instead. */
  onSubmit: (name: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the name of a team, to found it or to call it something else. */
export function TeamNameForm({ title, name, submit, onSubmit, onClose }: Props) {
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const run = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    try {
      await onSubmit(String(fields.get('name')).trim());
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={run}>
        <TextInput label="Name" name="name" required maxLength={200} defaultValue={name} data-autofocus />
        <FormError text={problem} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            {submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
