import { createHash, randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import fastify from 'fastify';
import pg from 'pg';
import { VERSION } from '../server/version.ts';
import { STATEMENTS } from './floor.sql.ts';

// The least that a server of these answers can cost: Fastify with nothing on it and node-postgres with prepared statements.
// No framework, no schemas, no checks of the input, and each answer by the fewest queries that a careful hand would write.

interface Asking {
  userId: number;
  username: string;
  name: string;
  admin: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    asking: Asking;
  }
}

const pool = new pg.Pool({ ...JSON.parse(process.env.BENCH_ADDRESS ?? '{}'), max: 16 });
const isPrepared = process.env.BENCH_ENGINE === 'postgres'; // names would collide on the embedded engine

// biome-ignore lint/suspicious/noExplicitAny: a row is what the statement says
async function rows(name: keyof typeof STATEMENTS, ...values: unknown[]): Promise<any[]> {
  return (await pool.query({ name: isPrepared ? name : undefined, text: STATEMENTS[name], values })).rows;
}

const app = fastify();
app.decorateRequest('asking');

app.addHook('onRequest', async (request, reply) => {
  if (request.url === '/api/login') return;
  const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
  const [session] = await rows('session', createHash('sha256').update(token).digest());
  if (!session || session.disabled || session.expiresAt < new Date())
    return reply.code(401).send({ error: 'token missing or invalid' });
  if (Date.now() - session.lastSeenAt > 60_000) await rows('touch', session.id);
  request.asking = session;
});

app.get('/api/status', async ({ asking: { userId: id, username, name, admin } }) => {
  return { firstRun: false, signup: 'open', version: VERSION, user: { id, username, name, admin } };
});

interface Query {
  limit: string;
  cursor?: string;
  search?: string;
}

app.get<{ Querystring: Query }>('/api/readinglists', async ({ asking: { userId }, query, url }, reply) => {
  const limit = Number(query.limit);
  const [found, [counts]] = await Promise.all([rows('readings', userId, limit + 1), rows('readingCounts', userId)]);
  reply.header('x-counts', `unread=${counts.unread}, read=${counts.read}`);
  return page(found, limit, reply, url, ({ id }) => ['newest', id]).map((row) => ({
    id: row.id,
    read: row.read,
    readAt: row.readAt,
    progress: row.progress,
    starred: row.starred,
    tags: row.tags,
    createdAt: row.listedAt,
    blog: presentBlog({ ...row, id: row.blogId }),
    teams: row.teams,
  }));
});

app.get<{ Params: { id: string } }>('/api/users/:id', async ({ asking: { userId }, params }) => {
  const id = Number(params.id);
  const [[user], readings, notes] = await Promise.all([
    rows('user', id),
    rows('userReadings', id),
    rows('userNotes', id, userId),
  ]);
  return {
    ...user,
    readings: readings.map(({ readingId, read, ...blog }) => ({ ...blog, readinglists: [{ id: readingId, read }] })),
    notes: notes.filter(({ writer }) => writer === null).map(({ writer: _, ...note }) => note),
    marked_notes: notes
      .filter(({ writer }) => writer !== null)
      .map(({ writer, ...note }) => ({ ...note, user: { name: writer } })),
  };
});

app.get<{ Params: { id: string } }>('/api/blogs/:id', async ({ asking: { userId }, params }) => {
  const [blog] = await rows('blog', userId, Number(params.id));
  return { ...presentBlog(blog), sameAs: blog.otherId && { id: blog.otherId, title: blog.otherTitle } };
});

app.get<{ Querystring: Query }>('/api/blogs', async ({ asking: { userId }, query, url }, reply) => {
  const limit = Number(query.limit);
  const [, likes, id] = query.cursor ? JSON.parse(Buffer.from(query.cursor, 'base64url').toString()) : [];
  const found = query.search
    ? await rows('search', userId, limit + 1, `%${query.search}%`)
    : await (query.cursor ? rows('blogsBehind', userId, limit + 1, likes, id) : rows('blogs', userId, limit + 1));
  return page(found, limit, reply, url, (row) => ['likes', row.likes, row.id]).map(presentBlog);
});

app.get<{ Querystring: Query }>('/api/authors', async ({ query, url }, reply) => {
  const limit = Number(query.limit);
  const found = await rows('authors', limit + 1);
  return page(found, limit, reply, url, (row) => ['likes', row.likes, row.id]).map(({ author, blogs, likes }) => {
    return { author, articles: blogs, blogs, likes };
  });
});

app.get<{ Querystring: Query }>('/api/notes', async ({ asking: { userId }, query, url }, reply) => {
  const limit = Number(query.limit);
  const found = await rows('notes', userId, limit + 1);
  return page(found, limit, reply, url, ({ id }) => ['newest', id]).map((row) => ({
    id: row.id,
    content: row.content,
    important: row.important,
    date: row.date,
    shared: row.shared,
    visibility: row.shared ? 'everyone' : row.teamId ? 'team' : 'me',
    teamId: row.teamId,
    team: row.teamId && { id: row.teamId, name: row.teamName },
    blogId: row.blogId,
    quote: row.quote && { exact: row.quote, prefix: row.prefix ?? '', suffix: row.suffix ?? '' },
    parentId: row.parentId,
    deleted: row.deleted,
    marked: row.marked,
    user: { id: row.noteUserId, name: row.userName },
    replyCount: row.replyCount,
    reactions: row.reactions,
    mentions: row.mentions,
  }));
});

app.get<{ Params: { id: string } }>('/api/teams/:id', async ({ asking: { userId, admin }, params }) => {
  const id = Number(params.id);
  const [[team], members] = await Promise.all([rows('team', id, userId), rows('members', id)]);
  if (!team.role && !admin) for (const member of members) delete member.hidesProgress;
  return { ...team, members };
});

app.put<{ Params: { id: string }; Body: { read: boolean } }>('/api/readinglists/:id', async (request) => {
  const [reading] = await rows('mark', Number(request.params.id), request.asking.userId, request.body.read);
  return reading;
});

app.post<{ Body: { blogId: number } }>('/api/readinglists', async ({ asking: { userId }, body }, reply) => {
  const [reading] = await rows('add', userId, body.blogId);
  return reply.code(201).send(reading);
});

app.post<{ Body: { username: string; password: string } }>('/api/login', async ({ body, ip, headers }) => {
  const [user] = await rows('account', body.username);
  if (!user || !(await verify(user.passwordHash, body.password))) return { error: 'invalid username or password' };
  const token = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(token).digest();
  await rows('login', user.id, hash, ip, headers['user-agent']);
  return { token, id: user.id, username: user.username, name: user.name };
});

type Row = Record<string, unknown>;

function presentBlog({ id, title, author, url, likes, year, liked, createdAt, updatedAt, ...row }: Row) {
  const user = { id: row.userId, username: row.username, name: row.userName };
  return { id, title, author, url, likes, year, liked, user, article: presentArticle(row), createdAt, updatedAt };
}

function presentArticle({
  state,
  reason,
  siteName,
  excerpt,
  language,
  leadImage,
  wordCount,
  readingMinutes,
  publishedAt,
}: Row) {
  return state
    ? { state, reason, siteName, excerpt, language, leadImage, wordCount, readingMinutes, publishedAt }
    : null;
}

function page<R>(
  found: R[],
  limit: number,
  reply: { header: (name: string, value: string) => unknown },
  address: string,
  keys: (row: R) => unknown[],
): R[] {
  if (found.length <= limit) return found;
  const url = new URL(address, 'http://local');
  const cursor = Buffer.from(JSON.stringify(keys(found[limit - 1] as R))).toString('base64url');
  url.searchParams.set('cursor', cursor);
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  return found.slice(0, limit);
}

process.on('SIGTERM', () => process.exit(0));
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
console.log(`open http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
