import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewUser, UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { post } from '../../api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { FormError } from '../../parts/form-error.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { accountProblems } from '../users/account-problems.ts';
import { ACCOUNTS_KEY } from './accounts.queries.ts';
import { HandOver } from './hand-over.tsx';
import { randomPassword } from './random-password.ts';

/** Creates an account for somebody else; the only way to one where sign-up is closed. */
export default function CreateAccount({ onClose }: { onClose: () => void }) {
  const [created, setCreated] = useState<NewUser>();
  return (
    <Dialog
      title={created ? `${created.name} has an account` : 'Create an account'}
      onClose={onClose}
      isFirm={Boolean(created)}
    >
      {created ? <HandOver {...created} onClose={onClose} /> : <Fields done={setCreated} onClose={onClose} />}
    </Dialog>
  );
}

function Fields({ done, onClose }: { done: (user: NewUser) => void; onClose: () => void }) {
  const client = useQueryClient();
  const [suggested] = useState(randomPassword);
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const text = (name: string) => String(fields.get(name));
    const user: NewUser = { name: text('name'), username: text('username'), password: text('password') };
    const { name, username } = await post<UserAnswer>('/users', user);
    done({ name, username, password: user.password });
    await Promise.all([[...ACCOUNTS_KEY], ['people']].map((queryKey) => client.invalidateQueries({ queryKey })));
  });
  const problems = accountProblems(error);
  return (
    <form ref={form} onSubmit={onSubmit}>
      <Stack gap="md">
        <TextInput label="Name" name="name" required maxLength={200} error={problems.name} data-autofocus />
        <TextInput label="E-mail" name="username" type="email" required maxLength={254} error={problems.username} />
        <TextInput
          label="First password"
          description="At least 8 characters. You see it once more when the account is there, to pass it on."
          name="password"
          autoComplete="off"
          required
          minLength={8}
          maxLength={1000}
          defaultValue={suggested}
          error={problems.password}
        />
      </Stack>
      <FormError text={problems.other} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy}>
          Create account
        </Button>
      </Group>
    </form>
  );
}
