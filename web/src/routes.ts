import { activityRoutes } from './features/activity/activity.routes.ts';
import { adminRoutes } from './features/admin/admin.routes.ts';
import { authorsRoutes } from './features/authors/authors.routes.ts';
import { blogsRoutes } from './features/blogs/blogs.routes.ts';
import { feedsRoutes } from './features/feeds/feeds.routes.ts';
import { invitationsRoutes } from './features/invitations/invitations.routes.ts';
import { notesRoutes } from './features/notes/notes.routes.ts';
import { peopleRoutes } from './features/people/people.routes.ts';
import { readingRoutes } from './features/reading/reading.routes.ts';
import { readinglistsRoutes } from './features/readinglists/readinglists.routes.ts';
import { saveRoutes } from './features/save/save.routes.ts';
import { searchRoutes } from './features/search/search.routes.ts';
import { sessionsRoutes } from './features/sessions/sessions.routes.ts';
import { settingsRoutes } from './features/settings/settings.routes.ts';
import { statisticsRoutes } from './features/statistics/statistics.routes.ts';
import { teamsRoutes } from './features/teams/teams.routes.ts';
import { usersRoutes } from './features/users/users.routes.ts';
import { inside } from './shell/inside.route.ts';
import { notFound } from './shell/not-found.route.ts';
import { root } from './shell/root.route.ts';

/**
 * Every screen there is. A feature lists its own in FEATURE.routes.ts; one that says `page` in its staticData appears in the
 * sidebar, the bar on a phone and the palette by itself. Screens of `inside` need a login and have the frame around them.
 */
export const routeTree = root.addChildren([
  ...sessionsRoutes,
  ...usersRoutes,
  ...invitationsRoutes,
  inside.addChildren([
    ...readinglistsRoutes,
    ...activityRoutes,
    ...feedsRoutes,
    ...blogsRoutes,
    ...readingRoutes,
    ...authorsRoutes,
    ...notesRoutes,
    ...teamsRoutes,
    ...statisticsRoutes,
    ...peopleRoutes,
    ...searchRoutes,
    ...saveRoutes,
    ...settingsRoutes,
    ...adminRoutes,
    notFound,
  ]),
]);
