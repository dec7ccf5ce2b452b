import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { countQueries } from '../../../test/queries.ts';

const server = useServer();
let admin: Client;
let reader: Client;

beforeAll(async () => {
  admin = await server.user('Matti Luukkainen');
  reader = await server.user('Jami Kousa');
});

const names = (body: { name: string }[]) => body.map(({ name }) => name);

describe('GET /api/users', () => {
  test('has what each added and the teams, and never a connection row', async () => {
    for (let i = 0; i < 22; i++) await makeBlog(reader, { title: `by Jami ${i}` });
    await reader.post('/api/notes', { content: 'note' });
    const { body: team } = await admin.post('/api/teams', { name: 'toska' });
    await admin.post(`/api/teams/${team.id}/members`, { userId: reader.id });
    const { body } = await admin.get('/api/users');
    const jami = body.find(({ id }: { id: number }) => id === reader.id);
    expect(jami).toMatchObject({ blogCount: 22, noteCount: 1, teams: [{ id: team.id, name: 'toska' }] });
    expect(jami.blogs).toHaveLength(20);
    expect(Object.keys(jami.blogs[0]).sort()).toEqual(['author', 'id', 'likes', 'title', 'url', 'year']);
    expect(jami.blogs[0].title).toBe('by Jami 21');
    expect(Object.keys(jami.teams[0]).sort()).toEqual(['id', 'name']);
  });

  test('scopes are for admins, and chain with the name', async () => {
    const gone = await server.user('Benjamin Gone');
    await admin.put(`/api/users/${gone.username}`, { disabled: true });
    expect(names((await admin.get('/api/users')).body)).not.toContain('Benjamin Gone');
    expect(names((await admin.get('/api/users?scope=disabled')).body)).toEqual(['Benjamin Gone']);
    expect(names((await admin.get('/api/users?scope=admin')).body)).toEqual(['Matti Luukkainen']);
    expect(names((await admin.get('/api/users?scope=all&name=JAMI')).body)).toEqual(['Jami Kousa', 'Benjamin Gone']);
    expect(names((await admin.get('/api/users?scope=admin&name=jami')).body)).toEqual([]);
    expect(names((await reader.get('/api/users?name=jami')).body)).toEqual(['Jami Kousa']);
    expect((await reader.get('/api/users?scope=all')).status).toBe(403);
    expect((await admin.get('/api/users?scope=best')).status).toBe(400);
  });

  test('minNotes asks for more than that many, and is paged', async () => {
    const writers: Client[] = [];
    for (let i = 0; i < 3; i++) {
      const writer = await server.user(`Writer ${i}`);
      for (let n = 0; n < 3; n++) await writer.post('/api/notes', { content: 'x' });
      writers.push(writer);
    }
    const page = await admin.get('/api/users?minNotes=2&limit=2');
    expect(names(page.body)).toEqual(['Writer 0', 'Writer 1']);
    const next = /<(.*)>/.exec(String(page.headers.link))?.[1] as string;
    expect(names((await admin.get(next)).body)).toEqual(['Writer 2']);
    expect((await admin.get('/api/users?minNotes=3')).body).toEqual([]);
  });
});

describe('GET /api/users/:id', () => {
  test('has readings with exactly one joining row, for himself and admins', async () => {
    const user = await server.user();
    const [one, two] = [await makeBlog(admin), await makeBlog(admin)];
    const rows = [];
    for (const blog of [one, two]) {
      rows.push((await user.post('/api/readinglists', { blogId: blog.id })).body);
      await reader.post('/api/readinglists', { blogId: blog.id });
    }
    await user.put(`/api/readinglists/${rows[0].id}`, { read: true });
    const url = `/api/users/${user.id}`;
    const { body } = await user.get(url);
    expect(body.readings).toEqual([
      {
        id: one.id,
        url: one.url,
        title: one.title,
        author: one.author,
        likes: 0,
        year: null,
        readinglists: [{ id: rows[0].id, read: true }],
      },
      expect.objectContaining({ id: two.id, readinglists: [{ id: rows[1].id, read: false }] }),
    ]);
    expect((await user.get(`${url}?read=true`)).body.readings.map((b: { id: number }) => b.id)).toEqual([one.id]);
    expect((await user.get(`${url}?read=false`)).body.readings.map((b: { id: number }) => b.id)).toEqual([two.id]);
    expect((await admin.get(url)).body.readings).toHaveLength(2);
    expect((await reader.get(url)).body).not.toHaveProperty('readings');
    for (const bad of ['read=yes', 'read=1', 'teams=2'])
      expect((await user.get(`${url}?${bad}`)).status, bad).toBe(400);
  });

  test('has teams only when they are asked for', async () => {
    expect((await reader.get(`/api/users/${reader.id}`)).body).not.toHaveProperty('teams');
    const { body } = await reader.get(`/api/users/${reader.id}?teams=1`);
    expect(body.teams).toEqual([{ id: expect.any(Number), name: 'toska' }]);
  });

  test('ids: unknown 404, no positive integer 400', async () => {
    for (const [id, status] of [
      ['99999', 404],
      ['99999999999999', 404],
      ['0', 400],
      ['-1', 400],
      ['x', 400],
      ['1.5', 400],
    ] as const)
      expect((await reader.get(`/api/users/${id}`)).status, id).toBe(status);
  });

  test('costs at most 6 queries with the session look-up, whatever the sizes', async () => {
    const user = await server.user();
    const url = `/api/users/${user.id}?teams=1`;
    const few = await countQueries(() => user.get(url));
    for (let i = 0; i < 20; i++) {
      await user.post('/api/readinglists', { blogId: (await makeBlog(admin)).id });
      await user.post('/api/notes', { content: 'x' });
    }
    expect(await countQueries(() => user.get(url))).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});
