import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inside } from '../../shell/inside.route.ts';
import type { Shared } from './shared-page.ts';

const MOST = 4000; // characters, as the server takes of an address

const save = createRoute({
  getParentRoute: () => inside,
  path: '/save',
  validateSearch: ({ url, title, text }: Record<string, unknown>): Shared => ({
    url: readWhole(url),
    title: readWhole(title),
    text: readWhole(text),
  }),
  component: lazyRouteComponent(() => import('./save.tsx'), 'SaveScreen'),
});

function readWhole(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, MOST) : undefined;
}

export const saveRoutes = [save] as const;
