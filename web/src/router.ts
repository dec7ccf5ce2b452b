import { createRouter } from '@tanstack/react-router';
import { statusQuery } from './features/sessions/sessions.queries.ts';
import { ErrorScreen } from './parts/error-screen.tsx';
import { queryClient } from './query-client.ts';
import { routeTree } from './routes.ts';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0, // the query client knows what is stale
  defaultErrorComponent: ErrorScreen,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** The session has ended: forget everything that was read with it, log in, and come back to this page. */
export function leadToLogin(): void {
  const { pathname, href } = router.state.location;
  if (pathname === '/login') return;
  const status = queryClient.getQueryData(statusQuery.queryKey);
  if (!status?.user) return; // several requests fail at once; the first one leads
  // Whatever else leads to the login before this does (a search that was about to start) has to say so too.
  queryClient.setQueryData(statusQuery.queryKey, { ...status, user: null, ended: true });
  void router.navigate({ to: '/login', search: { from: href, ended: true } });
}
