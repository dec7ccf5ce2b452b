import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { database } from '../../database/sequelize.ts';
import { transaction } from '../../database/transaction.ts';
import { Invalid, Unauthorized } from '../../errors.ts';
import { Nothing } from '../../http/common.schemas.ts';
import type { BlogChange, NewBlog } from '../blogs/blogs.schemas.ts';
import { presentBlog, setLikes } from '../blogs/blogs.ts';
import { Readinglist } from '../readinglists/readinglist.model.ts';
import type { NewReading } from '../readinglists/readinglists.schemas.ts';
import { listOrSave, presentSaved } from '../readinglists/saveToReadingList.ts';
import { SESSION_COOKIE } from '../sessions/sessions.plugin.ts';
import { type Viewer, viewerOf } from '../users/viewer.ts';
import { addSpellings, declareSpellings, readSpellings } from './spellings.ts';

const PASSWORD_LEAST = 3; // characters

/** Whoever asks without a token. Nothing belongs to id 0, so what he reads is what everybody may read. */
const GUEST: Viewer = { id: 0, username: '', name: 'Guest', admin: false, sessionId: 0 };

/**
 * What a course on one's own machine loosens (API.md, Classroom mode), as hooks around the routes of the other features,
 * none of which knows of it. Registered before the sessions plugin and before any route.
 */
export const classroom = fp(async (app: FastifyInstance) => {
  app.addHook('onRoute', (route) => {
    if (route.schema) route.schema = { ...route.schema, ...declareSpellings(route.schema) };
    shortenPassword(route);
    const loosened = LOOSENED[`${route.method} ${route.url.slice(route.prefix.length)}`];
    if (loosened) route.preHandler = [loosened, ...[route.preHandler ?? []].flat()];
  });
  app.addHook('onRequest', async (request) => {
    if (!hasCredentials(request) && isOpen(request)) request.viewer = GUEST;
  });
  app.addHook('preValidation', async (request) => readSpellings(request.body));
  app.addHook('preSerialization', async (_request, _reply, payload) => addSpellings(payload));

  for (const url of ['/reset', '/testing/reset'])
    app.post(
      url,
      {
        config: { public: true },
        schema: { tags: ['Classroom'], summary: 'Empty every table but migrations', response: { 204: Nothing } },
      },
      async (_request, reply) => {
        await emptyTables();
        return reply.code(204).send(null);
      },
    );
});

/** By method and address: what runs before, and mostly instead of, the route's own handler. */
const LOOSENED: Record<string, preHandlerAsyncHookHandler> = {
  'PUT /blogs/:id': async (request, reply) => {
    const { id } = request.params as { id: number };
    const { likes } = request.body as BlogChange;
    if (likes !== undefined) return reply.send(presentBlog(await setLikes(viewerOf(request), id, likes)));
    if (request.viewer === GUEST) throw new Unauthorized();
  },
  // Elsewhere a page without a title is asked for its own; a course's clients count on being refused.
  'POST /blogs': async (request) => {
    if ((request.body as NewBlog).title === undefined) throw new Invalid('no title', ['title is required']);
  },
  'POST /readinglists': async (request, reply) => {
    const reading = request.body as NewReading;
    if (request.viewer === GUEST && reading.userId === undefined)
      throw new Invalid('userId is required', ['userId is required without a token']);
    if (request.viewer === GUEST && reading.blogId === undefined) throw new Unauthorized(); // a new blog is somebody's
    const anybody = { ...viewerOf(request), admin: true };
    const saved = await listOrSave(anybody, reading);
    return reply.code(saved.added ? 201 : 200).send(presentSaved(anybody, saved));
  },
  'PUT /readinglists/:id': async (request) => {
    const reading = await Readinglist.findByPk((request.params as { id: number }).id);
    if (reading && reading.userId !== viewerOf(request).id)
      throw new Unauthorized('this entry is on the reading list of somebody else');
  },
  // Whose readings one may see is an admin's view of that one page.
  'GET /users/:id': async (request) => {
    request.viewer = { ...viewerOf(request), admin: true };
  },
};

function hasCredentials(request: FastifyRequest): boolean {
  return request.headers.authorization !== undefined || request.cookies[SESSION_COOKIE] !== undefined;
}

const OPEN_WRITES = new Set(['PUT /blogs/:id', 'POST /readinglists']);

function isOpen(request: FastifyRequest): boolean {
  const { method } = request;
  const url = request.routeOptions.url?.replace(/^\/api/, '');
  return method === 'GET' || method === 'HEAD' || OPEN_WRITES.has(`${method} ${url}`);
}

function shortenPassword(route: RouteOptions): void {
  const body = route.schema?.body as { properties?: Record<string, { minLength?: number }> } | undefined;
  const password = body?.properties?.password;
  if (!password?.minLength || password.minLength <= PASSWORD_LEAST) return;
  const properties = { ...body?.properties, password: { ...password, minLength: PASSWORD_LEAST } };
  route.schema = { ...route.schema, body: { ...body, properties } };
}

async function emptyTables(): Promise<void> {
  const [tables] = await database().query(
    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename <> 'migrations'",
  );
  const names = (tables as { tablename: string }[]).map(({ tablename }) => `"${tablename}"`);
  await transaction(database(), async () => {
    // The one place that goes around the audit log's refusal to be emptied: a course begins anew with nothing at all. Only the
    // owner of the table may; on a server whose role does not own it the reset is refused.
    await database().query('ALTER TABLE audit_events DISABLE TRIGGER audit_events_append_only');
    // The jobs too, or pages of blogs that are gone would go on being fetched.
    await database().query(`TRUNCATE ${names.join(', ')}, pgboss.job, pgboss.archive RESTART IDENTITY CASCADE`);
    await database().query('ALTER TABLE audit_events ENABLE TRIGGER audit_events_append_only');
  });
}
