import { Button } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import type { TeamRef } from '../../../../server/features/teams/teams.schemas.ts';
import { ApiError, post } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import styles from '../sessions/entry-form.module.css';
import { EntryForm } from '../sessions/entry-form.tsx';
import { statusQuery } from '../sessions/sessions.queries.ts';
import { openInvitationQuery } from './invitations.queries.ts';

const route = getRouteApi('/invite/$token');

/** Where the link of an invitation leads: into the team, by way of an account if there is none yet. */
export function InvitationScreen() {
  const { token } = route.useParams();
  const { user } = useSuspenseQuery(statusQuery).data;
  const { data: invitation, error, refetch } = useQuery(openInvitationQuery(token));
  const client = useQueryClient();
  const router = useRouter();
  const join = async () => {
    const { id } = await post<TeamRef>(`/invitations/${encodeURIComponent(token)}/accept`, {});
    await client.invalidateQueries();
    await router.navigate({ to: '/teams/$id', params: { id } });
  };
  const home = (
    <Link to="/" className={styles.link}>
      Go to Carrel
    </Link>
  );
  if (error instanceof ApiError && (error.status === 404 || error.status === 410))
    return (
      <EntryForm title="This invitation does not open anything" lead={sayOver(error)} submit={join}>
        {home}
      </EntryForm>
    );
  if (error) return <ErrorState error={error} retry={refetch} />;
  if (!invitation) return null;

  const { team, inviter, role, signUp } = invitation;
  const lead = `${inviter.name} invites you to read with the team, as ${role === 'owner' ? 'an owner' : 'a member'}. What it reads comes on your reading list.`;
  if (user)
    return (
      <EntryForm
        title={`Join “${team.name}”`}
        lead={lead}
        submit={join}
        foot={
          <>
            You are signed in as {user.name}. {home}
          </>
        }
      >
        <Button type="submit">Join the team</Button>
      </EntryForm>
    );
  const here = router.state.location.href;
  return (
    <EntryForm title={`Join “${team.name}”`} lead={lead} submit={join}>
      {signUp && (
        <Button
          className={styles.go}
          renderRoot={(props) => <Link to="/sign-up" search={{ invitation: token }} {...props} />}
        >
          Create an account
        </Button>
      )}
      <Button
        variant={signUp ? 'default' : 'filled'}
        className={signUp ? undefined : styles.go}
        renderRoot={(props) => <Link to="/login" search={{ from: here }} {...props} />}
      >
        Sign in
      </Button>
      {!signUp && <p className={styles.lead}>No account yet? Ask an admin of this server for one.</p>}
    </EntryForm>
  );
}

function sayOver({ status, message }: ApiError): string {
  return status === 404 ? 'The link is not whole, or its team is gone. Ask who sent it to you for a new one.' : message;
}
