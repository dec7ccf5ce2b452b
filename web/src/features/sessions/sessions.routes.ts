import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readFlag, readPath } from '../../search-params.ts';
import { root } from '../../shell/root.route.ts';
import { statusQuery } from './sessions.queries.ts';

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { from?: string; ended?: true } => ({
    from: readPath(search.from),
    ended: readFlag(search.ended),
  }),
  beforeLoad: async ({ context, search }) => {
    const { user, firstRun } = await context.queryClient.ensureQueryData(statusQuery);
    if (firstRun) throw redirect({ to: '/welcome' });
    if (user) throw redirect({ href: search.from ?? '/' });
  },
  component: lazyRouteComponent(() => import('./login.tsx'), 'LoginScreen'),
});

export const sessionsRoutes = [login] as const;
