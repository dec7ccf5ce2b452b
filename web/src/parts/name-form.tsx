import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { errorSentence } from '../api.ts';
import { Dialog } from './dialog.tsx';
import { FormError } from './form-error.tsx';
import { useSubmit } from './use-submit.ts';

interface Props {
  title: string;
  name?: string;
  /** The most characters that a name may have. */
  most: number;
  /** The verb on the button. */
  submit: string;
  /** Does it and closes the dialog; what it throws is shown instead. */
  onSubmit: (name: string) => Promise<unknown>;
  onChange?: () => void;
  onClose: () => void;
  /** Under the field: what will come of it. */
  children?: ReactNode;
}

/** Asks for the name of something, to make it or to call it something else. */
export function NameForm({ title, name, most, submit, onSubmit, onChange, onClose, children }: Props) {
  const form = useSubmit((fields) => onSubmit(String(fields.get('name')).trim()));
  return (
    <Dialog title={title} onClose={onClose}>
      <form ref={form.form} onSubmit={form.onSubmit}>
        <TextInput
          label="Name"
          name="name"
          required
          maxLength={most}
          defaultValue={name}
          onChange={onChange}
          data-autofocus
        />
        {children}
        <FormError text={form.error ? errorSentence(form.error) : undefined} />
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={form.isBusy}>
            {submit}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
