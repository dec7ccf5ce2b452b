import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import type { SignUp, UserAnswer } from '../../../../server/features/users/users.schemas.ts';
import { post } from '../../api.ts';
import { openInvitationQuery } from '../invitations/invitations.queries.ts';
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
  const { from, invitation } = signUpRoute.useSearch();
  const { signup } = useSuspenseQuery(statusQuery).data;
  const { data: invited } = useQuery({ ...openInvitationQuery(invitation ?? ''), enabled: Boolean(invitation) });
  const submit = useSignUp(invited ? `/teams/${invited.team.id}` : (from ?? '/'), invitation);
  const toLogin = (
    <Link to="/login" search={{ from: invitation ? `/invite/${invitation}` : from }} className={styles.link}>
      Sign in
    </Link>
  );
  if (signup !== 'open' && !invitation)
    return (
      <EntryForm
        title={signup === 'closed' ? 'Sign-up is closed' : 'Sign-up is by invitation'}
        lead={
          signup === 'closed' ? 'Ask an admin of this server for an account.' : 'Ask an owner of a team for a link.'
        }
        submit={submit}
      >
        {toLogin}
      </EntryForm>
    );
  return (
    <EntryForm
      title="Sign up"
      lead={invited && `${invited.inviter.name} invites you to “${invited.team.name}”.`}
      submit={submit}
      foot={<>You have an account? {toLogin}</>}
    >
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

function useSignUp(to: string, invitation?: string) {
  const client = useQueryClient();
  const router = useRouter();
  return async (fields: FormData) => {
    const text = (name: string) => String(fields.get(name));
    const [username, password] = [text('username'), text('password')];
    await post<UserAnswer>('/users', { username, password, name: text('name'), invitation } satisfies SignUp);
    await signIn(client, { username, password });
    router.history.push(to);
  };
}
