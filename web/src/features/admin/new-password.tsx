import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { put } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { accountProblems } from '../users/account-problems.ts';
import type { Account } from './accounts.queries.ts';
import styles from './dialog.module.css';
import { HandOver } from './hand-over.tsx';
import { randomPassword } from './random-password.ts';

interface Props {
  account: Account;
  onClose: () => void;
}

/** A new password for somebody who forgot his. */
export default function NewPassword({ account, onClose }: Props) {
  const [password, setPassword] = useState<string>();
  return (
    <Dialog
      title={password ? `${account.name} has a new password` : `New password for ${account.name}`}
      onClose={onClose}
      isFirm={Boolean(password)}
    >
      {password ? (
        <HandOver username={account.username} password={password} onClose={onClose} />
      ) : (
        <Fields account={account} done={setPassword} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Fields({ account, done, onClose }: Props & { done: (password: string) => void }) {
  const [suggested] = useState(randomPassword);
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const password = String(fields.get('password'));
    await put<UserAnswer>(`/users/${encodeURIComponent(account.username)}`, { password });
    done(password);
  });
  const problems = accountProblems(error);
  return (
    <form ref={form} onSubmit={onSubmit}>
      <Stack gap="md">
        <p className={styles.text}>
          The old password stops working, and all sessions and API tokens of {account.name} end. This cannot be undone.
        </p>
        <TextInput
          label="New password"
          description="At least 8 characters"
          name="password"
          autoComplete="off"
          required
          minLength={8}
          maxLength={1000}
          defaultValue={suggested}
          error={problems.password}
          data-autofocus
        />
      </Stack>
      <FormError text={problems.username ?? problems.name ?? problems.other} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy}>
          Set password
        </Button>
      </Group>
    </form>
  );
}
