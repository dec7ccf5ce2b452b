import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { Note } from './note.model.ts';

const server = useServer();
let author: Client;
let other: Client;
let third: Client;
let team: number;

beforeAll(async () => {
  author = await server.user('Author');
  other = await server.user('Other');
  third = await server.user('Third');
  team = (await author.post('/api/teams', { name: 'Readers' })).body.id;
  for (const { id: userId } of [other, third]) await author.post(`/api/teams/${team}/members`, { userId });
});

const write = async (fields: object = {}) => (await author.post('/api/notes', { content: 'a note', ...fields })).body;
const reply = async (who: Client, id: number, content = 'a reply') =>
  (await who.post(`/api/notes/${id}/replies`, { content })).body;
const repliesFor = async (who: Client, id: number) =>
  (await who.get(`/api/notes/${id}/replies`)).body.map(({ content }: { content: string }) => content);

describe('replies', () => {
  test('a reply is on the blog of its note, for those it is for, and stands below it', async () => {
    const blog = await makeBlog(author);
    const { id } = await write({ blogId: blog.id, teamId: team });
    const { status, body } = await other.post(`/api/notes/${id}/replies`, { content: 'first' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ parentId: id, blogId: blog.id, visibility: 'team', teamId: team, replyCount: 0 });
    await reply(author, id, 'second');
    expect(await repliesFor(third, id)).toEqual(['first', 'second']);
    expect((await third.get(`/api/notes/${id}`)).body.replyCount).toBe(2);
    for (const bad of [{}, { content: ' ' }, { content: 7 }])
      expect((await other.post(`/api/notes/${id}/replies`, bad)).status).toBe(400);
    expect((await other.post(`/api/notes/${body.id}/replies`, { content: 'deeper' })).status).toBe(400);
    expect((await other.post('/api/notes/99999/replies', { content: 'x' })).status).toBe(404);
  });

  test('lists and counts leave replies out unless they are asked for', async () => {
    const blog = await makeBlog(author);
    const { id } = await write({ blogId: blog.id });
    const answer = await reply(other, id, 'unmistakable');
    await third.put(`/api/notes/${answer.id}/mark`);
    const ids = async (query: string) => (await third.get(`/api/notes?${query}`)).body.map((n: { id: number }) => n.id);
    expect(await ids(`blog=${blog.id}`)).toEqual([id]);
    expect(await ids(`blog=${blog.id}&replies=true`)).toEqual([answer.id, id]);
    expect(await ids('search=unmistakable')).toEqual([]);
    expect(await ids('search=unmistakable&replies=true')).toEqual([answer.id]);
    expect(await ids('marked=true')).toEqual([answer.id]);
    expect(await ids('marked=true&replies=false')).toEqual([]);
    expect((await third.get(`/api/users/${other.id}`)).body).toMatchObject({ notes: [], noteCount: 0 });
    expect((await third.get('/api/blogs?sort=newest&limit=1&noteCounts=1')).body[0].noteCount).toBe(1);
  });

  test('nobody gets to see what was written for others, however the note changes', async () => {
    const { id } = await write({ teamId: team });
    await reply(other, id, 'for the team');
    await reply(author, id, 'by the author');
    const outsider = await server.user('Outsider');

    await author.put(`/api/notes/${id}`, { visibility: 'everyone' });
    expect(await repliesFor(outsider, id)).toEqual(['by the author']);
    expect((await outsider.get(`/api/notes/${id}`)).body.replyCount).toBe(1);
    expect(await repliesFor(third, id)).toEqual(['for the team', 'by the author']);

    await author.put(`/api/notes/${id}`, { visibility: 'me' });
    expect((await third.get('/api/notes?replies=true&search=for%20the%20team')).body).toEqual([]);
    expect(await repliesFor(author, id)).toEqual(['for the team', 'by the author']);
    const [own] = (await other.get('/api/notes?replies=true&search=for%20the%20team')).body;
    expect(own).toMatchObject({ content: 'for the team', parentId: id });
    expect((await other.get(`/api/notes/${id}`)).status).toBe(404);

    await author.put(`/api/notes/${id}`, { teamId: team });
    expect(await repliesFor(third, id)).toEqual(['for the team', 'by the author']);
  });

  test('a reply is changed by who wrote it, moves with its note, and does not leave it', async () => {
    const [here, there] = [await makeBlog(author), await makeBlog(author)];
    const { id } = await write({ blogId: here.id });
    const answer = await reply(other, id);
    expect((await author.put(`/api/notes/${answer.id}`, { content: 'x' })).status).toBe(403);
    const sent = { ...answer, content: 'better' };
    expect((await other.put(`/api/notes/${answer.id}`, sent)).body).toMatchObject({ content: 'better', parentId: id });
    for (const change of [{ blogId: there.id }, { blogId: null }, { shared: false }, { teamId: team }])
      expect((await other.put(`/api/notes/${answer.id}`, change)).status, JSON.stringify(change)).toBe(400);
    await author.put(`/api/notes/${id}`, { blogId: there.id });
    expect((await other.get(`/api/notes/${answer.id}`)).body.blogId).toBe(there.id);
  });

  test('a note that others replied to keeps its place, emptied, until the last reply is gone', async () => {
    const blog = await makeBlog(author);
    const { id } = await write({
      ...{ content: 'regretted', important: true, blogId: blog.id },
      quote: { exact: 'a passage', prefix: '', suffix: '' },
    });
    const [first, second] = [await reply(other, id), await reply(third, id)];
    await other.put(`/api/notes/${id}/mark`);
    await other.put(`/api/notes/${id}/reactions/agree`);
    expect((await author.delete(`/api/notes/${id}`)).status).toBe(204);

    const place = {
      id,
      content: '',
      quote: null,
      important: false,
      deleted: true,
      marked: false,
      reactions: [],
      replyCount: 2,
    };
    expect((await other.get(`/api/notes/${id}`)).body).toMatchObject(place);
    expect((await other.get(`/api/notes?blog=${blog.id}`)).body).toMatchObject([place]);
    expect(await repliesFor(third, id)).toHaveLength(2);
    expect((await author.get(`/api/notes?user=${author.id}&blog=${blog.id}`)).body).toEqual([]);
    expect((await other.get('/api/blogs?sort=newest&limit=1&noteCounts=1')).body[0].noteCount).toBe(0);
    for (const [method, url, payload] of [
      ['PUT', `/api/notes/${id}`, { content: 'x' }],
      ['DELETE', `/api/notes/${id}`],
      ['PUT', `/api/notes/${id}/mark`],
      ['PUT', `/api/notes/${id}/reactions/agree`],
      ['POST', `/api/notes/${id}/replies`, { content: 'x' }],
    ] as const)
      expect((await author.send({ method, url, payload })).status, `${method} ${url}`).toBe(404);

    await other.delete(`/api/notes/${first.id}`);
    expect((await other.get(`/api/notes/${id}`)).status).toBe(200);
    await third.delete(`/api/notes/${second.id}`);
    expect((await other.get(`/api/notes/${id}`)).status).toBe(404);
  });

  test('a note with none but the author’s own replies goes with them', async () => {
    const { id } = await write();
    const answer = await reply(author, id);
    expect((await author.delete(`/api/notes/${id}`)).status).toBe(204);
    expect(await Note.count({ where: { id: [id, answer.id] } })).toBe(0);
  });

  test('replying while the note is deleted loses no reply', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await write();
      const [answer] = await Promise.all([
        other.post(`/api/notes/${id}/replies`, { content: 'in time?' }),
        author.delete(`/api/notes/${id}`),
      ]);
      expect([201, 404]).toContain(answer.status);
      const expected = answer.status === 201 ? { status: 200, body: { parentId: id } } : { status: 404 };
      if (answer.status === 201) expect(await other.get(`/api/notes/${answer.body.id}`)).toMatchObject(expected);
      else expect((await other.get(`/api/notes/${id}`)).status).toBe(404);
    }
  });
});

describe('reactions', () => {
  test('are counted by kind, say which is one’s own, and are idempotent', async () => {
    const { id } = await write();
    const react = (who: Client, kind: string) => who.put(`/api/notes/${id}/reactions/${kind}`);
    for (const who of [author, other, other]) expect((await react(who, 'agree')).status).toBe(204);
    await Promise.all([react(other, 'thanks'), react(other, 'thanks'), react(other, 'thanks')]);
    expect((await other.get(`/api/notes/${id}`)).body.reactions).toEqual([
      { kind: 'agree', count: 2, own: true },
      { kind: 'thanks', count: 1, own: true },
    ]);
    expect((await third.get(`/api/notes?user=${author.id}&limit=1`)).body[0].reactions).toEqual([
      { kind: 'agree', count: 2, own: false },
      { kind: 'thanks', count: 1, own: false },
    ]);
    for (let i = 0; i < 2; i++) expect((await other.delete(`/api/notes/${id}/reactions/agree`)).status).toBe(204);
    expect((await author.get(`/api/notes/${id}`)).body.reactions).toEqual([
      { kind: 'agree', count: 1, own: true },
      { kind: 'thanks', count: 1, own: false },
    ]);
    expect((await react(other, 'rage')).status).toBe(400);
    await author.delete(`/api/notes/${id}`);
    expect((await react(other, 'agree')).status).toBe(404);
  });
});

describe('what a team marked this week', () => {
  test('most marked first, by members only, as far as one may see it', async () => {
    const stranger = await server.user('Stranger');
    const [once, twice, hidden, foreign] = await Promise.all([write(), write(), write({ teamId: team }), write()]);
    for (const note of [twice, hidden]) await other.put(`/api/notes/${note.id}/mark`);
    for (const note of [once, twice]) await third.put(`/api/notes/${note.id}/mark`);
    await stranger.put(`/api/notes/${foreign.id}/mark`);
    await author.put(`/api/notes/${hidden.id}`, { visibility: 'me' });

    const { status, body } = await third.get(`/api/teams/${team}/marked`);
    expect(status).toBe(200);
    const mine = body.filter(({ id }: { id: number }) => [once, twice, hidden, foreign].some((note) => note.id === id));
    expect(mine.map(({ id, marks }: { id: number; marks: number }) => [id, marks])).toEqual([
      [twice.id, 2],
      [once.id, 1],
    ]);
    expect(mine[0].markedBy.map(({ name }: { name: string }) => name)).toEqual(['Other', 'Third']);
    expect(
      (await third.get(`/api/teams/${team}/marked?since=${new Date(Date.now() + 60_000).toISOString()}`)).body,
    ).toEqual([]);
    expect((await third.get(`/api/teams/${team}/marked?since=yesterday`)).status).toBe(400);
    expect((await stranger.get(`/api/teams/${team}/marked`)).status).toBe(403);
    expect((await stranger.get('/api/teams/99999/marked')).status).toBe(404);
  });
});
