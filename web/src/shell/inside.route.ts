import { createRoute, redirect } from '@tanstack/react-router';
import { statusQuery } from '../features/sessions/sessions.queries.ts';
import { root } from './root.route.ts';
import { Shell } from './shell.tsx';

/** What needs a login: the frame around every screen, and the way to the login for who has none. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context, location }) => {
    const { user, firstRun, ended } = await context.queryClient.ensureQueryData(statusQuery);
    if (firstRun) throw redirect({ to: '/welcome' });
    if (!user)
      throw redirect({ to: '/login', search: { from: location.href === '/' ? undefined : location.href, ended } });
    return { user };
  },
  component: Shell,
});
