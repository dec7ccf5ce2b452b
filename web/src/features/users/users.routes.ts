import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readPath, readText } from '../../search-params.ts';
import { root } from '../../shell/root.route.ts';
import { statusQuery } from '../sessions/sessions.queries.ts';

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  beforeLoad: async ({ context }) => {
    const { firstRun } = await context.queryClient.ensureQueryData(statusQuery);
    if (!firstRun) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./sign-up.tsx'), 'WelcomeScreen'),
});

const signUp = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  validateSearch: (search: Record<string, unknown>): { from?: string; invitation?: string } => ({
    from: readPath(search.from),
    invitation: readText(search.invitation),
  }),
  beforeLoad: async ({ context }) => {
    const { user, firstRun } = await context.queryClient.ensureQueryData(statusQuery);
    if (firstRun) throw redirect({ to: '/welcome' });
    if (user) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./sign-up.tsx'), 'SignUpScreen'),
});

export const usersRoutes = [welcome, signUp] as const;
