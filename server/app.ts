import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { Migrator } from './database/migrator.ts';
import { events } from './events/events.plugin.ts';
import { activityRoutes } from './features/activity/activity.routes.ts';
import { digestRoutes } from './features/activity/digest.routes.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { articlesRoutes } from './features/blogs/articles.routes.ts';
import { blogsRoutes } from './features/blogs/blogs.routes.ts';
import { classroom } from './features/classroom/classroom.ts';
import { feedsRoutes } from './features/feeds/feeds.routes.ts';
import { inboxRoutes } from './features/feeds/inbox.routes.ts';
import { invitationsRoutes } from './features/invitations/invitations.routes.ts';
import { liveRoutes } from './features/live/live.routes.ts';
import { selectAccess } from './features/live/live.sql.ts';
import { conversationRoutes } from './features/notes/conversation.routes.ts';
import { markedRoutes } from './features/notes/marked.routes.ts';
import { notesRoutes } from './features/notes/notes.routes.ts';
import { jobsRoutes } from './features/operations/jobs.routes.ts';
import { metrics } from './features/operations/metrics.ts';
import { healthRoutes, operationsRoutes } from './features/operations/operations.routes.ts';
import { peopleRoutes } from './features/people/people.routes.ts';
import { readinglistsRoutes } from './features/readinglists/readinglists.routes.ts';
import { tagsRoutes } from './features/readinglists/tags.routes.ts';
import { searchRoutes } from './features/search/search.routes.ts';
import { sessions } from './features/sessions/sessions.plugin.ts';
import { sessionsRoutes } from './features/sessions/sessions.routes.ts';
import { statisticsRoutes } from './features/statistics/statistics.routes.ts';
import { matrixRoutes } from './features/teams/matrix.routes.ts';
import { teamReadingsRoutes } from './features/teams/team-readings.routes.ts';
import { teamsRoutes } from './features/teams/teams.routes.ts';
import { worksOf } from './features/works.ts';
import { callers } from './http/caller.ts';
import { answerClientError, REQUEST_TIMEOUT_MS } from './http/client-errors.ts';
import { compress } from './http/compress.ts';
import { answerError, errors } from './http/errors.ts';
import { jsonBodies } from './http/json.ts';
import { openapi } from './http/openapi.ts';
import { originCheck } from './http/origin.ts';
import { serialization } from './http/serialization.ts';
import { requestIds, trace } from './http/trace.ts';
import { validation } from './http/validation.ts';
import { web } from './http/web.ts';
import { VERSION } from './version.ts';

/** Builds the HTTP application: the plugins, then every feature. Nothing is listening yet. */
export async function buildApp(config: Config, migrator: Migrator): Promise<FastifyInstance> {
  const app = fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel },
    trustProxy: config.trustProxy,
    bodyLimit: 1_048_576, // 1 MiB
    routerOptions: { caseSensitive: false, ignoreTrailingSlash: true, maxParamLength: 1000 },
    frameworkErrors: answerError,
    clientErrorHandler: answerClientError,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: requestIds(config.trustProxy),
    forceCloseConnections: 'idle', // on closing: running requests finish, idle browser connections do not hold it up
  }).withTypeProvider<TypeBoxTypeProvider>();
  const { sessionDays: days, loginFailures, signup, images, fetchAllow } = config;

  await app.register(trace, { slowMs: config.slowMs });
  await app.register(metrics, { token: config.metrics });
  await app.register(errors);
  await app.register(validation);
  await app.register(serialization);
  await app.register(jsonBodies);
  await app.register(cookie);
  await app.register(originCheck);
  await app.register(compress);
  await app.register(callers);
  await app.register(web, { images });
  await app.register(openapi, { version: VERSION });
  await app.register(healthRoutes, { prefix: '/health', migrator });
  await app.register(
    async (api) => {
      if (config.classroom) await api.register(classroom);
      await api.register(sessions, { days });
      await api.register(events, { access: selectAccess });
      await api.register(sessionsRoutes, { days, loginFailures });
      await api.register(peopleRoutes, { signup });
      await api.register(blogsRoutes);
      await api.register(articlesRoutes, { images, fetchAllow });
      await api.register(readinglistsRoutes);
      await api.register(tagsRoutes);
      await api.register(notesRoutes);
      await api.register(conversationRoutes);
      await api.register(markedRoutes);
      await api.register(teamsRoutes);
      await api.register(teamReadingsRoutes);
      await api.register(searchRoutes);
      await api.register(liveRoutes);
      await api.register(matrixRoutes);
      await api.register(invitationsRoutes, { signup });
      await api.register(activityRoutes);
      await api.register(digestRoutes, { available: Boolean(config.smtpUrl && config.mailFrom && config.publicUrl) });
      await api.register(auditRoutes);
      await api.register(statisticsRoutes);
      await api.register(feedsRoutes);
      await api.register(inboxRoutes);
      await api.register(operationsRoutes, { migrator, signup });
      await api.register(jobsRoutes, { works: worksOf(config) });
    },
    { prefix: '/api' },
  );
  return app;
}
