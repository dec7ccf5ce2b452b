import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { UserAnswer, UserChange } from '../../../../server/features/users/users.schemas.ts';
import { put } from '../../api.ts';
import { FormError } from '../../parts/form-error.tsx';
import { showMessage } from '../../parts/messages.ts';
import { Section } from '../../parts/section.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import { patchViewer } from '../sessions/patch-viewer.ts';
import { statusQuery, useViewer } from '../sessions/sessions.queries.ts';
import styles from './account-form.module.css';
import { accountProblems } from './account-problems.ts';

/** One's own name and username. */
export function ProfileSection() {
  const client = useQueryClient();
  const viewer = useViewer();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    const change: UserChange = { name: String(fields.get('name')), username: String(fields.get('username')) };
    const path = `/users/${encodeURIComponent(viewer.username)}`;
    const { name, username } = await put<UserAnswer>(path, change);
    patchViewer(client, { name, username });
    const isElsewhere = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== statusQuery.queryKey[0];
    void client.invalidateQueries({ predicate: isElsewhere, refetchType: 'none' }); // the name stands in every list
    showMessage({ text: 'Your profile is saved.' });
  });
  const problems = accountProblems(error);
  return (
    <Section title="Profile" lead="Everybody on this server sees both.">
      <form ref={form} className={styles.form} onSubmit={onSubmit}>
        <TextInput
          label="Name"
          name="name"
          autoComplete="name"
          required
          maxLength={200}
          defaultValue={viewer.name}
          error={problems.name}
        />
        <TextInput
          label="E-mail"
          description="You sign in with it"
          name="username"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={viewer.username}
          error={problems.username}
        />
        <FormError text={problems.other} />
        <Button type="submit" loading={isBusy}>
          Save profile
        </Button>
      </form>
    </Section>
  );
}
