import { createHash, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { verify } from '@node-rs/argon2';
import express, { type Request, type Response } from 'express';
import { col, fn, Op, where } from 'sequelize';
import { VERSION } from '../server/version.ts';
import { Blog, Like, Membership, Note, Readinglist, Session, Team, User, UserNote } from './course.models.ts';

// The same answers as a good student of the course would give them: Express, Sequelize's models, and what belongs together
// by one `include`.

const app = express();
app.use(express.json());

type Asking = Request & { user: User };

/** Whose token it is, from the table on every request; then the route. */
function loggedIn(route: (request: Asking, response: Response) => Promise<unknown>) {
  return async (request: Request, response: Response) => {
    const token = request.get('authorization')?.replace('Bearer ', '') ?? '';
    const tokenHash = createHash('sha256').update(token).digest();
    const session = await Session.findOne({ where: { tokenHash }, include: User });
    const { user } = session ?? {};
    if (!session || !user || user.disabled || session.expiresAt < new Date())
      return response.status(401).json({ error: 'token missing or invalid' });
    if (Date.now() - session.lastSeenAt.getTime() > 60_000) await session.update({ lastSeenAt: new Date() });
    return route(Object.assign(request, { user }), response);
  };
}

const userOfBlog = { model: User, attributes: ['id', 'username', 'name'] };
const likedBy = (userId: number) => ({ model: Like, as: 'fans', where: { userId }, required: false });

function presentBlog(blog: Blog) {
  const { fans, userId: _, ...fields } = blog.toJSON();
  return { ...fields, liked: fans.length > 0 };
}

app.get(
  '/api/status',
  loggedIn(async ({ user }, response) => {
    const { id, username, name, admin } = user;
    return response.json({ firstRun: false, signup: 'open', version: VERSION, user: { id, username, name, admin } });
  }),
);

app.get(
  '/api/readinglists',
  loggedIn(async ({ user, query }, response) => {
    const userId = user.id;
    const entries = await Readinglist.findAll({
      where: { userId },
      attributes: { exclude: ['userId', 'blogId', 'updatedAt'] },
      include: { model: Blog, include: [userOfBlog, likedBy(userId)] },
      order: [['id', 'DESC']],
      limit: Number(query.limit),
    });
    const unread = await Readinglist.count({ where: { userId, read: false } });
    const read = await Readinglist.count({ where: { userId, read: true } });
    response.set('x-counts', `unread=${unread}, read=${read}`);
    return response.json(entries.map((entry) => ({ ...entry.toJSON(), blog: presentBlog(entry.blog) })));
  }),
);

app.get(
  '/api/users/:id',
  loggedIn(async (request, response) => {
    const fields = ['id', 'content', 'important', 'date'];
    const found = await User.findByPk(Number(request.params.id), {
      attributes: ['id', 'username', 'name', 'admin', 'disabled'],
      include: [
        {
          model: Blog,
          as: 'readings',
          attributes: ['id', 'url', 'title', 'author', 'likes', 'year'],
          through: { attributes: ['id', 'read'] },
        },
        { model: Note, attributes: fields },
        {
          model: Note,
          as: 'marked_notes',
          attributes: fields,
          through: { attributes: [] },
          where: { [Op.or]: { shared: true, userId: request.user.id } },
          required: false,
          include: [{ model: User, attributes: ['name'] }],
        },
      ],
      order: [
        ['readings', Readinglist, 'id'],
        ['notes', 'id'],
        ['marked_notes', 'id'],
      ],
    });
    if (!found) return response.status(404).json({ error: 'user not found' });
    const { readings, ...user } = found.toJSON();
    return response.json({
      ...user,
      noteCount: user.notes.length,
      readings: readings.map(({ readinglist, ...blog }: { readinglist: object }) => ({
        ...blog,
        readinglists: [readinglist],
      })),
    });
  }),
);

app.get(
  '/api/blogs/:id',
  loggedIn(async ({ user, params }, response) => {
    const blog = await Blog.findByPk(Number(params.id), { include: [userOfBlog, likedBy(user.id)] });
    return blog ? response.json(presentBlog(blog)) : response.status(404).json({ error: 'blog not found' });
  }),
);

app.get(
  '/api/blogs',
  loggedIn(async ({ user, query }, response) => {
    const { limit, page = 1, search } = query;
    const contains = { [Op.iLike]: `%${search}%` };
    const blogs = await Blog.findAll({
      where: search ? { [Op.or]: [{ title: contains }, { author: contains }] } : {},
      include: [userOfBlog, likedBy(user.id)],
      order: [
        ['likes', 'DESC'],
        ['id', 'DESC'],
      ],
      limit: Number(limit),
      offset: (Number(page) - 1) * Number(limit),
    });
    return response.json(blogs.map(presentBlog));
  }),
);

app.get(
  '/api/authors',
  loggedIn(async ({ query }, response) => {
    const authors = await Blog.findAll({
      attributes: ['author', [fn('count', col('id')), 'articles'], [fn('sum', col('likes')), 'likes']],
      where: { author: { [Op.ne]: null } },
      group: 'author',
      order: [
        [col('likes'), 'DESC'],
        [fn('min', col('id')), 'DESC'],
      ],
      limit: Number(query.limit),
    });
    return response.json(
      authors.map((author) => {
        const { articles, likes, ...rest } = author.toJSON();
        return { ...rest, articles: Number(articles), blogs: Number(articles), likes: Number(likes) };
      }),
    );
  }),
);

app.get(
  '/api/notes',
  loggedIn(async ({ user, query }, response) => {
    const notes = await Note.findAll({
      where: { [Op.or]: { userId: user.id, shared: true } },
      attributes: { exclude: ['userId', 'createdAt', 'updatedAt'] },
      include: [
        { model: User, attributes: ['id', 'name'] },
        { model: UserNote, as: 'marks', where: { userId: user.id }, required: false },
      ],
      order: [['id', 'DESC']],
      limit: Number(query.limit),
    });
    return response.json(
      notes.map((note) => {
        const { marks, ...fields } = note.toJSON();
        return { ...fields, marked: marks.length > 0 };
      }),
    );
  }),
);

app.get(
  '/api/teams/:id',
  loggedIn(async ({ user, params }, response) => {
    const team = await Team.findByPk(Number(params.id), {
      attributes: ['id', 'name'],
      include: { model: User, attributes: ['id', 'name'], through: { attributes: ['role'] } },
      order: [
        [User, Membership, 'role', 'DESC'],
        [fn('lower', col('users.name')), 'ASC'],
        [User, 'id', 'ASC'],
      ],
    });
    if (!team) return response.status(404).json({ error: 'team not found' });
    const { id, name, users } = team.toJSON();
    const members = users.map((member: { id: number; name: string; membership: { role: string } }) => {
      return { id: member.id, name: member.name, role: member.membership.role };
    });
    const role = members.find((member: { id: number }) => member.id === user.id)?.role ?? null;
    return response.json({ id, name, memberCount: members.length, role, members });
  }),
);

app.put(
  '/api/readinglists/:id',
  loggedIn(async ({ user, params, body }, response) => {
    const entry = await Readinglist.findByPk(Number(params.id));
    if (!entry) return response.status(404).json({ error: 'entry not found' });
    if (entry.userId !== user.id) return response.status(403).json({ error: 'not yours' });
    entry.read = body.read;
    entry.readAt = body.read ? new Date() : null;
    await entry.save();
    return response.json(entry);
  }),
);

app.post(
  '/api/readinglists',
  loggedIn(async ({ user, body }, response) => {
    const blog = await Blog.findByPk(body.blogId);
    if (!blog) return response.status(404).json({ error: 'blog not found' });
    return response.status(201).json(await Readinglist.create({ userId: user.id, blogId: blog.id }));
  }),
);

app.post('/api/login', async ({ body, ip, headers }, response) => {
  const user = await User.findOne({ where: where(fn('lower', col('username')), body.username.toLowerCase()) });
  if (!user || !(await verify(user.passwordHash, body.password)))
    return response.status(401).json({ error: 'invalid username or password' });
  if (user.disabled) return response.status(401).json({ error: 'account disabled, please contact admin' });
  const token = randomBytes(32).toString('base64url');
  await Session.create({
    userId: user.id,
    tokenHash: createHash('sha256').update(token).digest(),
    kind: 'login',
    ip,
    userAgent: headers['user-agent'],
    lastSeenAt: new Date(),
    expiresAt: new Date(Date.now() + 30 * 86_400_000),
  });
  return response.json({ token, id: user.id, username: user.username, name: user.name });
});

process.on('SIGTERM', () => process.exit(0));
const listening = app.listen(0, '127.0.0.1', () =>
  console.log(`open http://127.0.0.1:${(listening.address() as AddressInfo).port}`),
);
