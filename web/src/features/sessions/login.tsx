import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import styles from './entry-form.module.css';
import { EntryForm } from './entry-form.tsx';
import { statusQuery } from './sessions.queries.ts';
import { signIn } from './sign-in.ts';

const route = getRouteApi('/login');

export function LoginScreen() {
  const { from, ended } = route.useSearch();
  const { signup } = useSuspenseQuery(statusQuery).data;
  const client = useQueryClient();
  const router = useRouter();
  const submit = async (fields: FormData) => {
    await signIn(client, { username: String(fields.get('username')), password: String(fields.get('password')) });
    router.history.push(from ?? '/');
  };
  return (
    <EntryForm
      title="Sign in"
      lead={ended ? 'Your session has ended. Sign in, and you are back where you were.' : undefined}
      submit={submit}
      foot={
        signup === 'open' ? (
          <>
            No account yet?{' '}
            <Link to="/sign-up" search={{ from }} className={styles.link}>
              Sign up
            </Link>
          </>
        ) : (
          `No account yet? Ask ${signup === 'invitation' ? 'an owner of a team for a link' : 'an admin of this server for one'}.`
        )
      }
    >
      <TextInput label="E-mail" name="username" type="email" autoComplete="username" required autoFocus />
      <PasswordInput label="Password" name="password" autoComplete="current-password" required />
      <Button type="submit">Sign in</Button>
    </EntryForm>
  );
}
