import { describe, expect, test } from 'vitest';
import { type Client, useServer } from '../../../test/app.ts';
import { User } from './user.model.ts';

const server = useServer();
let admin: Client;

const sign = (fields: object) => server.nobody.post('/api/users', fields);
const password = 'correct horse';

describe('POST /api/users', () => {
  test('the first user becomes admin, the second does not', async () => {
    const first = await sign({ username: 'mluukkai@iki.fi', name: 'Matti Luukkainen', password });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ id: 1, username: 'mluukkai@iki.fi', admin: true, disabled: false });
    expect(JSON.stringify(first.body)).not.toMatch(/argon|hash|password/i);
    const second = await sign({ username: 'second@iki.fi', name: 'Second', password });
    expect(second.body.admin).toBe(false);
    admin = await server.login('mluukkai@iki.fi');
  });

  test.each([
    [{ username: 'no mail', name: 'N', password }, ['Validation isEmail on username failed']],
    [{ username: '', name: 'N', password }, ['Validation isEmail on username failed']],
    [{ username: 'a@b.fi', name: '', password }, ['name must not be empty']],
    [{ username: 'a@b.fi', name: '  ', password }, ['name must not be empty']],
    [{ username: 'a@b.fi', name: 'N', password: 'short' }, ['password must have at least 8 characters']],
    [{ username: 'a@b.fi' }, ['name is required', 'password is required']],
    [{ username: 7, name: 'N', password }, ['username must be text']],
    [{ username: 'MLUUKKAI@iki.fi', name: 'N', password }, ['username must be unique']],
  ])('refuses %j', async (fields, error) => {
    const { status, body } = await sign(fields);
    expect({ status, body }).toEqual({ status: 400, body: { error: expect.arrayContaining(error) } });
  });

  test('two sign-ups of one name at once: one account', async () => {
    const both = await Promise.all([1, 2].map(() => sign({ username: 'twice@iki.fi', name: 'Twice', password })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
  });
});

describe('PUT /api/users/:username', () => {
  test('changes one’s own account, by a name in any case; others may not', async () => {
    const user = await server.user('Old name', { username: 'Some.Body@iki.fi' });
    const changed = await user.put('/api/users/some.body@IKI.fi', { name: 'New name' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'New name', username: 'Some.Body@iki.fi' } });
    const other = await server.user();
    expect((await other.put('/api/users/some.body@iki.fi', { name: 'X' })).status).toBe(403);
    expect((await admin.put('/api/users/some.body@iki.fi', { name: 'By admin' })).status).toBe(200);
    expect((await admin.put('/api/users/nobody@iki.fi', { name: 'X' })).status).toBe(404);
    expect((await user.put('/api/users/some.body@iki.fi', { username: 'nomail' })).status).toBe(400);
    expect((await user.put('/api/users/some.body@iki.fi', { username: 'second@iki.fi' })).body).toEqual({
      error: ['username must be unique'],
    });
  });

  test('admin and disabled are for admins alone, and no mass assignment goes around that', async () => {
    const user = await server.user();
    expect((await user.put(`/api/users/${user.username}`, { admin: true })).status).toBe(403);
    expect((await user.put(`/api/users/${user.username}`, { disabled: false })).status).toBe(403);
    const answer = await user.put(`/api/users/${user.username}`, { id: 1, passwordHash: 'x', password_hash: 'x' });
    expect(answer.body).toMatchObject({ id: user.id });
    await server.login(user.username);
  });

  test('a new password ends the other sessions of the user', async () => {
    const user = await server.user();
    const elsewhere = await server.login(user.username);
    expect((await user.put(`/api/users/${user.username}`, { password: 'another horse' })).status).toBe(200);
    expect((await elsewhere.get('/api/sessions')).status).toBe(401);
    expect((await user.get('/api/sessions')).status).toBe(200);
    await server.login(user.username, 'another horse');
  });

  test('a disabled user is refused at once, and goes on with the same session when enabled', async () => {
    const user = await server.user();
    expect((await admin.put(`/api/users/${user.username}`, { disabled: true })).body.disabled).toBe(true);
    expect(await user.get('/api/blogs')).toMatchObject({
      status: 401,
      body: { error: 'account disabled, please contact admin' },
    });
    const login = await server.nobody.post('/api/login', { username: user.username, password });
    expect(login).toMatchObject({ status: 401, body: { error: 'account disabled, please contact admin' } });
    await admin.put(`/api/users/${user.username}`, { disabled: false });
    expect((await user.get('/api/blogs')).status).toBe(200);
  });

  test('the last admin can be neither disabled nor demoted, not even of two at once', async () => {
    for (const change of [{ admin: false }, { disabled: true }])
      expect((await admin.put(`/api/users/${admin.username}`, change)).status).toBe(400);
    const second = await server.user();
    expect((await admin.put(`/api/users/${second.username}`, { admin: true })).body.admin).toBe(true);
    const both = await Promise.all([
      admin.put(`/api/users/${second.username}`, { admin: false }),
      second.put(`/api/users/${admin.username}`, { admin: false }),
    ]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await User.scope(['defaultScope', 'admin']).findAll();
    expect(left).toHaveLength(1);
    if (left[0]?.id !== admin.id) await User.update({ admin: true }, { where: { id: admin.id } });
  });
});

describe('the model', () => {
  test('scopes chain, and the default scope leaves the disabled out', async () => {
    const [jami, other] = [await server.user('Jami Kousa'), await server.user('Benjamin')];
    await User.update({ disabled: true }, { where: { id: [jami.id, other.id] } });
    expect(await User.findByPk(jami.id)).toBeNull();
    const found = await User.scope(['disabled', { method: ['name', '%jami%'] }]).findAll({ order: ['id'] });
    expect(found.map(({ name }) => name)).toEqual(['Jami Kousa', 'Benjamin']);
    expect(await User.scope(['admin', { method: ['name', '%jami%'] }]).findAll()).toEqual([]);
  });

  test('numberOfNotes and withNotes count in the database', async () => {
    const [some, more] = [await server.user('Some'), await server.user('More')];
    for (const [who, n] of [
      [some, 1],
      [more, 3],
    ] as const)
      for (let i = 0; i < n; i++) await who.post('/api/notes', { content: `note ${i}` });
    expect(await (await User.findByPk(more.id))?.numberOfNotes()).toBe(3);
    expect((await User.withNotes(2)).map(({ id }) => id)).toEqual([more.id]);
    expect((await User.withNotes(0)).map(({ id }) => id)).toEqual([some.id, more.id]);
    const injected = User.withNotes('0) OR (1=1' as unknown as number);
    await expect(injected).rejects.toThrow();
  });
});
