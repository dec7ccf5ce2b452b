import { beforeAll, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';

const server = useServer();
let admin: Client;
let author: Client;
let member: Client;
let outsider: Client;
let team: number;

beforeAll(async () => {
  admin = await server.user('Admin');
  author = await server.user('Author');
  member = await server.user('Member');
  outsider = await server.user('Outsider');
  team = (await author.post('/api/teams', { name: 'Readers' })).body.id;
  await join(member);
});

const join = (who: Client) => author.post(`/api/teams/${team}/members`, { userId: who.id });
const leave = (who: Client) => who.delete(`/api/teams/${team}/members/${who.id}`);
const write = async (fields: object) => (await author.post('/api/notes', { content: 'a note', ...fields })).body;

/** Everything that could tell `who` of the author's notes. */
async function everythingSeenBy(who: Client, blog: number): Promise<string> {
  const urls = [
    ...['', '?replies=true', `?team=${team}`, `?user=${author.id}`, `?blog=${blog}`, '?search=secret', '?marked=true'],
    ...['?marked=false', '?mentioned=true&replies=true', `?user=${member.id}&replies=true`],
  ].map((query) => `/api/notes${query}`);
  const people = [admin, author, member, outsider].map(({ id }) => `/api/users/${id}`);
  const answers = await Promise.all([...urls, ...people, `/api/teams/${team}/marked`].map((url) => who.get(url)));
  return JSON.stringify(answers.map(({ body }) => body));
}

/** The numbers that `who` is told of the author's notes. */
async function countsFor(who: Client) {
  const [person, people, blogs] = await Promise.all([
    who.get(`/api/users/${author.id}`),
    who.get('/api/users'),
    who.get('/api/blogs?sort=newest&limit=1&noteCounts=1'),
  ]);
  const listed = people.body.find(({ id }: { id: number }) => id === author.id).noteCount;
  expect(person.body.noteCount).toBe(listed);
  return { person: listed, blog: blogs.body[0].noteCount };
}

test('a note says for whom it is, in both spellings', async () => {
  const asked: [object, object][] = [
    [{}, { shared: true, visibility: 'everyone', teamId: null, team: null }],
    [{ shared: false }, { shared: false, visibility: 'me', teamId: null }],
    [
      { visibility: 'me', shared: true, teamId: team },
      { shared: false, visibility: 'me', teamId: null },
    ],
    [
      { visibility: 'team', teamId: team },
      { shared: false, teamId: team, team: { id: team, name: 'Readers' } },
    ],
    [{ teamId: team }, { shared: false, visibility: 'team', teamId: team }],
    [{ visibility: 'everyone' }, { shared: true, visibility: 'everyone' }],
  ];
  for (const [fields, answer] of asked) expect(await write(fields), JSON.stringify(fields)).toMatchObject(answer);

  const { id } = await write({ teamId: team });
  const change = async (fields: object) => (await author.put(`/api/notes/${id}`, fields)).body.visibility;
  expect(await change({ shared: false, content: 'sent back by a client that knows no teams' })).toBe('team');
  expect(await change({ visibility: 'team' })).toBe('team');
  expect(await change({ shared: true })).toBe('everyone');
  expect(await change({ shared: false })).toBe('me');
  expect(await change({ teamId: team })).toBe('team');
  expect(await change({ teamId: null })).toBe('me');
  expect(await change({ content: 'and stays so' })).toBe('me');
});

test('only a team of one’s own can be chosen, and only one audience', async () => {
  const status = async (who: Client, fields: object) =>
    (await who.post('/api/notes', { content: 'x', ...fields })).status;
  expect(await status(outsider, { teamId: team })).toBe(403);
  expect(await status(admin, { visibility: 'team', teamId: team })).toBe(403);
  expect(await status(author, { teamId: 99999 })).toBe(404);
  expect(await status(author, { visibility: 'team' })).toBe(400);
  expect(await status(author, { teamId: team, shared: true })).toBe(400);
  expect(await status(author, { visibility: 'friends' })).toBe(400);
  const { body } = await outsider.post('/api/notes', { content: 'mine' });
  expect((await outsider.put(`/api/notes/${body.id}`, { teamId: team })).status).toBe(403);
});

test.each([
  ['private', () => ({ visibility: 'me' }), () => [outsider, admin, member]],
  ['team', () => ({ teamId: team }), () => [outsider, admin]],
] as const)('a %s note does not exist for those it is not for, whatever they do', async (_, audience, strangers) => {
  const blog = await makeBlog(author);
  const before = await Promise.all(strangers().map(countsFor));
  const { id } = await write({ content: 'the secret @Member', blogId: blog.id, ...audience() });
  await author.post(`/api/notes/${id}/replies`, { content: 'a secret reply @Member' });
  await author.put(`/api/notes/${id}/reactions/agree`);
  await author.put(`/api/notes/${id}/mark`);
  for (const [i, stranger] of strangers().entries()) {
    for (const [method, url, payload] of [
      ['GET', `/api/notes/${id}`],
      ['PUT', `/api/notes/${id}`, { content: 'x' }],
      ['DELETE', `/api/notes/${id}`],
      ['PUT', `/api/notes/${id}/mark`],
      ['DELETE', `/api/notes/${id}/mark`],
      ['GET', `/api/notes/${id}/replies`],
      ['POST', `/api/notes/${id}/replies`, { content: 'x' }],
      ['GET', `/api/notes/${id + 1}`],
      ['PUT', `/api/notes/${id}/reactions/agree`],
      ['DELETE', `/api/notes/${id}/reactions/agree`],
      ['GET', `/api/mentions?note=${id}`],
    ] as const) {
      const [there, nowhere] = await Promise.all([
        stranger.send({ method, url, payload }),
        stranger.send({ method, url: url.replace(/\d+/, '99999'), payload }),
      ]);
      expect([there.status, there.body], `${method} ${url}`).toEqual([404, nowhere.body]);
    }
    expect(await everythingSeenBy(stranger, blog.id)).not.toContain('secret');
    expect(await countsFor(stranger)).toEqual({ ...before[i], blog: 0 });
    expect((await stranger.get(`/api/users?minNotes=${before[i]?.person}`)).body).not.toContainEqual(
      expect.objectContaining({ id: author.id }),
    );
  }
  expect(await countsFor(author)).toMatchObject({ blog: 1 });
});

test('leaving a team ends the sight of its notes; what one wrote there stays one’s own, and the team’s', async () => {
  const blog = await makeBlog(author);
  const { id } = await write({ content: 'the secret of the team', teamId: team, blogId: blog.id });
  await member.put(`/api/notes/${id}/mark`);
  await member.put(`/api/notes/${id}/reactions/thanks`);
  const reply = (await member.post(`/api/notes/${id}/replies`, { content: 'my own reply' })).body;
  const own = (await member.post('/api/notes', { content: 'my own note', teamId: team })).body;
  await author.post(`/api/notes/${own.id}/replies`, { content: 'a secret reply' });
  expect(await everythingSeenBy(member, blog.id)).toContain('secret');
  const { blog: count } = await countsFor(member);

  await leave(member);
  expect(await everythingSeenBy(member, blog.id)).not.toContain('secret');
  expect(await countsFor(member)).toMatchObject({ blog: count - 1 });
  expect((await member.get(`/api/notes/${id}`)).status).toBe(404);
  expect((await member.get(`/api/notes/${reply.id}`)).body.content).toBe('my own reply');
  expect((await member.get(`/api/notes/${own.id}`)).body).toMatchObject({ replyCount: 0, team: { name: 'Readers' } });
  expect((await member.get(`/api/notes/${own.id}/replies`)).body).toEqual([]);
  expect((await member.put(`/api/notes/${own.id}`, { content: 'still mine to change' })).body.teamId).toBe(team);
  expect((await author.get(`/api/notes/${own.id}`)).body.content).toBe('still mine to change');
  expect((await author.get(`/api/users/${member.id}`)).body.marked_notes).toEqual([]);

  await join(member);
  expect((await member.get('/api/notes?marked=true')).body).toMatchObject([{ id, marked: true }]);
});

test('the notes of a deleted team are their authors’ alone', async () => {
  const { body } = await author.post('/api/teams', { name: 'Short-lived' });
  await author.post(`/api/teams/${body.id}/members`, { userId: member.id });
  const { id } = await write({ teamId: body.id });
  await author.delete(`/api/teams/${body.id}`);
  expect((await member.get(`/api/notes/${id}`)).status).toBe(404);
  expect((await author.get(`/api/notes/${id}`)).body).toMatchObject({ visibility: 'me', teamId: null, team: null });
});

test('notes are found by team', async () => {
  const { id } = await write({ content: 'by team', teamId: team });
  const ids = async (who: Client) =>
    (await who.get(`/api/notes?team=${team}&search=by%20team`)).body.map((note: { id: number }) => note.id);
  expect(await ids(member)).toEqual([id]);
  expect(await ids(outsider)).toEqual([]);
});
