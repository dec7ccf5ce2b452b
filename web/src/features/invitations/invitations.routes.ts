import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../../shell/root.route.ts';
import { statusQuery } from '../sessions/sessions.queries.ts';
import { openInvitationQuery } from './invitations.queries.ts';

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invite/$token',
  beforeLoad: async ({ context }) => void (await context.queryClient.ensureQueryData(statusQuery)),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(openInvitationQuery(params.token)),
  component: lazyRouteComponent(() => import('./invitation.tsx'), 'InvitationScreen'),
});

export const invitationsRoutes = [invitation] as const;
