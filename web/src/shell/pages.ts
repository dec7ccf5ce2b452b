import type { Icon } from '@tabler/icons-react';
import { type AnyRoute, useRouter } from '@tanstack/react-router';
import { type ComponentType, useMemo } from 'react';
import { useViewer } from '../features/sessions/sessions.queries.ts';

/** What a route says in its staticData to appear in the navigation and the palette. */
export interface PageEntry {
  label: string;
  icon: Icon;
  /**
   * Where in the sidebar, from the top: reading list 1, activity 1.5, library 2, authors 3, notes 4, people 5, statistics 7, teams 7.5
   * (last, because the names below it come later and would push down what follows); foot: settings 8, admin 9.
   */
  order: number;
  foot?: boolean;
  adminOnly?: boolean;
  /** On a phone, in the bar itself instead of behind "More". */
  inBar?: boolean;
  /** A number beside the label. */
  Count?: ComponentType;
  /** Entries under this one, such as each team by name; hidden where only icons fit. */
  Below?: ComponentType;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    page?: PageEntry;
  }
}

/** The pages that this user can open, in the order of the sidebar. */
export function usePages(): (PageEntry & { to: string })[] {
  const { routesById } = useRouter();
  const { admin } = useViewer();
  return useMemo(
    () =>
      (Object.values(routesById) as AnyRoute[])
        .flatMap((route) => {
          const page: PageEntry | undefined = route.options.staticData?.page;
          return page && (admin || !page.adminOnly) ? [{ ...page, to: route.fullPath }] : [];
        })
        .sort((a, b) => a.order - b.order),
    [routesById, admin],
  );
}
