import { IconShieldCog } from '@tabler/icons-react';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readDay, readFlag, readOneOf, readText } from '../../search-params.ts';
import { inside } from '../../shell/inside.route.ts';
import { accountsQuery } from './accounts.queries.ts';
import { auditQuery } from './audit.queries.ts';
import { jobsQuery } from './jobs.queries.ts';
import { healthQuery, migrationsQuery } from './server.queries.ts';

const SCOPES = ['admin', 'disabled', 'all'] as const;

export interface AccountSearch {
  /** Those who are not disabled when left out. */
  scope?: (typeof SCOPES)[number];
  /** A part of the name. */
  name?: string;
  /** Whether the dialog to create an account is open. */
  add?: true;
}

const JOB_STATES = ['waiting', 'running', 'retrying', 'failed', 'done'] as const;

export interface JobSearch {
  /** All of them when left out. */
  state?: (typeof JOB_STATES)[number];
}

export interface AuditSearch {
  action?: string;
  /** A part of the username of who did it. */
  actor?: string;
  subject?: string;
  /** Days, as 2026-01-31. */
  from?: string;
  to?: string;
}

const admin = createRoute({
  getParentRoute: () => inside,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin.tsx'), 'AdminScreen'),
  staticData: { page: { label: 'Admin', icon: IconShieldCog, order: 9, foot: true, adminOnly: true } },
});

const accounts = createRoute({
  getParentRoute: () => admin,
  path: '/',
  validateSearch: (search: Record<string, unknown>): AccountSearch => ({
    scope: readOneOf(search.scope, SCOPES),
    name: readText(search.name),
    add: readFlag(search.add),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    void (context.user.admin && context.queryClient.prefetchInfiniteQuery(accountsQuery(deps))),
  component: lazyRouteComponent(() => import('./accounts.tsx'), 'AccountsSection'),
});

const server = createRoute({
  getParentRoute: () => admin,
  path: '/server',
  loader: ({ context: { user, queryClient } }) => {
    if (!user.admin) return;
    void queryClient.prefetchQuery(healthQuery);
    void queryClient.prefetchQuery(migrationsQuery);
  },
  component: lazyRouteComponent(() => import('./server.tsx'), 'ServerSection'),
});

const jobs = createRoute({
  getParentRoute: () => admin,
  path: '/jobs',
  validateSearch: (search: Record<string, unknown>): JobSearch => ({ state: readOneOf(search.state, JOB_STATES) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    void (context.user.admin && context.queryClient.prefetchInfiniteQuery(jobsQuery(deps))),
  component: lazyRouteComponent(() => import('./jobs.tsx'), 'JobsSection'),
});

const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => ({
    action: readText(search.action),
    actor: readText(search.actor),
    subject: readText(search.subject),
    from: readDay(search.from),
    to: readDay(search.to),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) =>
    void (context.user.admin && context.queryClient.prefetchInfiniteQuery(auditQuery(deps))),
  component: lazyRouteComponent(() => import('./audit.tsx'), 'AuditSection'),
});

export const adminRoutes = [admin.addChildren([accounts, jobs, audit, server])] as const;
