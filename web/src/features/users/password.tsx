import { Button, PasswordInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { put } from '../../api.ts';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import { Section } from '../../parts/section.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { SESSIONS_KEY } from '../sessions/session-list.queries.ts';
import { useViewer } from '../sessions/sessions.queries.ts';
import styles from './account-form.module.css';
import { accountProblems } from './account-problems.ts';

class Different extends Error {}

/** A new password for oneself. */
export function PasswordSection() {
  const client = useQueryClient();
  const { username } = useViewer();
  const [times, setTimes] = useState(0);
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const password = String(fields.get('password'));
    if (password !== fields.get('again')) throw new Different();
    await put<UserAnswer>(`/users/${encodeURIComponent(username)}`, { password });
    await client.invalidateQueries({ queryKey: SESSIONS_KEY });
    setTimes(times + 1); // empties the fields
    showMessage({ text: 'Your password is changed, and every other session of yours has ended.' });
  });
  const isDifferent = error instanceof Different;
  const problems = isDifferent ? {} : accountProblems(error);
  return (
    <Section
      title="Password"
      lead="With a new password all your other sessions end, and your API tokens too. You stay signed in here."
    >
      <form key={times} ref={form} className={styles.form} onSubmit={onSubmit}>
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <PasswordInput
          label="New password"
          description="At least 8 characters"
          name="password"
          autoComplete="new-password"
          required
          minLength={8}
          maxLength={1000}
          error={problems.password}
        />
        <PasswordInput
          label="New password again"
          name="again"
          autoComplete="new-password"
          required
          error={isDifferent && 'This is not the same as above.'}
        />
        <FormError text={problems.username ?? problems.other} />
        <Button type="submit" loading={isBusy}>
          Change password
        </Button>
      </form>
    </Section>
  );
}
