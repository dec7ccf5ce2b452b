import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import type { UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { post } from '../../api.ts';
import styles from '../sessions/entry-form.module.css';
import { EntryForm } from '../sessions/entry-form.tsx';
import { statusQuery } from '../sessions/sessions.queries.ts';
import { signIn } from '../sessions/sign-in.ts';

const signUpRoute = getRouteApi('/sign-up');

/** The first start of a server: its first account, which becomes admin. */
export function WelcomeScreen() {
  return (
    <EntryForm
      title="Create the first account"
      lead="It becomes the admin of this server: it can disable users and promote others."
      submit={useSignUp('/')}
    >
      <Fields />
      <Button type="submit">Create account</Button>
    </EntryForm>
  );
}

export function SignUpScreen() {
  const { from } = signUpRoute.useSearch();
  const { signup } = useSuspenseQuery(statusQuery).data;
  const submit = useSignUp(from ?? '/');
  const toLogin = (
    <Link to="/login" search={{ from }} className={styles.link}>
      Sign in
    </Link>
  );
  if (signup === 'closed')
    return (
      <EntryForm title="Sign-up is closed" lead="Ask an admin of this server for an account." submit={submit}>
        {toLogin}
      </EntryForm>
    );
  return (
    <EntryForm title="Sign up" submit={submit} foot={<>You have an account? {toLogin}</>}>
      <Fields />
      <Button type="submit">Sign up</Button>
    </EntryForm>
  );
}

function Fields() {
  return (
    <>
      <TextInput label="Name" name="name" autoComplete="name" required maxLength={200} autoFocus />
      <TextInput label="E-mail" name="username" type="email" autoComplete="username" required maxLength={254} />
      <PasswordInput
        label="Password"
        description="At least 8 characters"
        name="password"
        autoComplete="new-password"
        required
        minLength={8}
      />
    </>
  );
}

function useSignUp(to: string) {
  const client = useQueryClient();
  const router = useRouter();
  return async (fields: FormData) => {
    const text = (name: string) => String(fields.get(name));
    const [username, password] = [text('username'), text('password')];
    await post<UserAnswer>('/users', { username, password, name: text('name') });
    await signIn(client, { username, password });
    router.history.push(to);
  };
}
