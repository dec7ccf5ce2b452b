import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { errorSentence } from '../api.ts';
import { Dialog } from './dialog.tsx';
import { FormError } from './form-error.tsx';

interface Props {
  /** A question that names the thing: "Delete “Clean React”?" */
  title: string;
  /** What is lost, in a sentence. */
  children: ReactNode;
  /** The verb on the button: "Delete blog". */
  confirm: string;
  /** The way out, where "Keep it" is not the word. */
  keep?: string;
  /** Does it and closes the dialog; what it throws is shown instead. */
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something is destroyed. Stays open with the server's own reason when it refuses. */
export default function ConfirmDialog({ title, children, confirm, keep = 'Keep it', onConfirm, onClose }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } catch (error) {
      setProblem(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <FormError text={problem} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {keep}
        </Button>
        <Button color="red" loading={isBusy} onClick={run}>
          {confirm}
        </Button>
      </Group>
    </Dialog>
  );
}
