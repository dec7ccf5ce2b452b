import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from './inside.route.ts';

/** Whatever no other screen is for: inside the frame, so that everything else is at hand. */
export const notFound = createRoute({
  getParentRoute: () => inside,
  path: '$',
  component: lazyRouteComponent(() => import('./not-found.tsx'), 'NotFound'),
});
