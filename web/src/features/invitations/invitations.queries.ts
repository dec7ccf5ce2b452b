import { queryOptions } from '@tanstack/react-query';
import type {
  InvitationAnswer,
  OpenInvitationAnswer,
} from '../../../../server/features/invitations/invitations.schemas.ts';
import { get } from '../../api.ts';

const MOST = 100; // the newest; older ones are over

/** The invitations to a team, past ones too; for who manages it. */
export function invitationsQuery(teamId: number) {
  return queryOptions({
    queryKey: ['teams', 'invitations', teamId],
    queryFn: ({ signal }) => get<InvitationAnswer[]>(`/teams/${teamId}/invitations`, { limit: MOST }, signal),
  });
}

/** What the link in somebody's hand invites to. */
export function openInvitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => get<OpenInvitationAnswer>(`/invitations/${encodeURIComponent(token)}`, {}, signal),
    retry: false, // that it is over does not change
  });
}
