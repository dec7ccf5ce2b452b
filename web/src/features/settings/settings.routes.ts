import { IconSettings } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { inside } from '../../shell/inside.route.ts';
import { tagListQuery } from '../readinglists/tags.queries.ts';
import { sessionListQuery } from '../sessions/session-list.queries.ts';

const settings = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings.tsx'), 'SettingsScreen'),
  staticData: { page: { label: 'Settings', icon: IconSettings, order: 8, foot: true } },
});

const start = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/profile', replace: true });
  },
});

const profile = createRoute({
  getParentRoute: () => settings,
  path: '/profile',
  component: lazyRouteComponent(() => import('../users/profile.tsx'), 'ProfileSection'),
});

const password = createRoute({
  getParentRoute: () => settings,
  path: '/password',
  component: lazyRouteComponent(() => import('../users/password.tsx'), 'PasswordSection'),
});

const sessions = createRoute({
  getParentRoute: () => settings,
  path: '/sessions',
  loader: ({ context }) => void context.queryClient.prefetchQuery(sessionListQuery),
  component: lazyRouteComponent(() => import('../sessions/session-list.tsx'), 'SessionsSection'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: '/tokens',
  loader: ({ context }) => void context.queryClient.prefetchQuery(sessionListQuery),
  component: lazyRouteComponent(() => import('../sessions/token-list.tsx'), 'TokensSection'),
});

const tags = createRoute({
  getParentRoute: () => settings,
  path: '/tags',
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(tagListQuery),
  component: lazyRouteComponent(() => import('../readinglists/tag-list.tsx'), 'TagsSection'),
});

const appearance = createRoute({
  getParentRoute: () => settings,
  path: '/appearance',
  component: lazyRouteComponent(() => import('./appearance.tsx'), 'AppearanceSection'),
});

const fromAnywhere = createRoute({
  getParentRoute: () => settings,
  path: '/from-anywhere',
  component: lazyRouteComponent(() => import('../save/from-anywhere.tsx'), 'FromAnywhereSection'),
});

export const settingsRoutes = [
  settings.addChildren([start, profile, password, sessions, tokens, tags, appearance, fromAnywhere]),
] as const;
