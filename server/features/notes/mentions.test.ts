import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, useServer } from '../../../test/app.ts';

const server = useServer();
let author: Client;
let ada: Client;
let asa: Client;
let team: number;

beforeAll(async () => {
  author = await server.user('Author');
  ada = await server.user('Ada Lovelace', { username: 'ada@example.com' });
  asa = await server.user('Åsa Öst');
  team = (await author.post('/api/teams', { name: 'Readers' })).body.id;
  await author.post(`/api/teams/${team}/members`, { userId: ada.id });
});

const write = async (content: string, fields: object = {}) =>
  (await author.post('/api/notes', { content, ...fields })).body;
const mentioned = ({ mentions }: { mentions: { id: number }[] }) => mentions.map(({ id }) => id);

describe('a mention', () => {
  test('is a name or a username in any case, and is answered as it was written', async () => {
    const note = await write('@ada lovelace, and @Åsa Öst: `@Author` knows.');
    expect(note.mentions).toEqual([
      { id: ada.id, name: 'Ada Lovelace', written: 'ada lovelace' },
      { id: asa.id, name: 'Åsa Öst', written: 'Åsa Öst' },
    ]);
    expect(mentioned(await write('see @ADA@example.com.'))).toEqual([ada.id]);
    expect(mentioned(await write('@Ada and @nobody and me@ada@example.com'))).toEqual([]);
    expect(mentioned(await write('@Author himself'))).toEqual([]);
  });

  test('means nobody where two have the name, but a username does, and so does a team that only one is in', async () => {
    const [first, second] = [await server.user('Kim'), await server.user('Kim')];
    await author.post(`/api/teams/${team}/members`, { userId: second.id });
    expect(mentioned(await write('@Kim'))).toEqual([]);
    expect(mentioned(await write(`@${first.username}`))).toEqual([first.id]);
    expect(mentioned(await write('@Kim', { teamId: team }))).toEqual([second.id]);
    const { body } = await author.get('/api/mentions?search=kim');
    expect(body.map(({ written }: { written: string }) => written)).toEqual([first.username, second.username]);
  });

  test('reaches only who may see the note', async () => {
    expect(mentioned(await write('@Ada Lovelace @Åsa Öst', { teamId: team }))).toEqual([ada.id]);
    expect(mentioned(await write('@Ada Lovelace', { visibility: 'me' }))).toEqual([]);
    const note = await write('no names yet', { teamId: team });
    const reply = (await ada.post(`/api/notes/${note.id}/replies`, { content: '@Author @Åsa Öst' })).body;
    expect(mentioned(reply)).toEqual([author.id]);
    expect((await author.get('/api/notes?mentioned=true')).body).toMatchObject([{ id: reply.id }]);
    expect((await asa.get(`/api/notes?mentioned=true&search=no%20names`)).body).toEqual([]);
  });

  test('follows the text and the audience of the note', async () => {
    const { id } = await write('@Ada Lovelace');
    const change = async (fields: object) => mentioned((await author.put(`/api/notes/${id}`, fields)).body);
    expect(await change({ content: '@Åsa Öst and @Ada Lovelace' })).toEqual([ada.id, asa.id]);
    expect(await change({ important: true })).toEqual([ada.id, asa.id]);
    expect(await change({ teamId: team })).toEqual([ada.id]);
    expect(await change({ visibility: 'me' })).toEqual([]);
    expect(await change({ visibility: 'everyone' })).toEqual(expect.arrayContaining([ada.id, asa.id]));
    expect((await ada.get('/api/notes?mentioned=true')).body[0].id).toBe(id);
    expect(await change({ content: 'nobody' })).toEqual([]);
  });
});

describe('whom one can mention', () => {
  const names = async (query: string) =>
    (await author.get(`/api/mentions?${query}`)).body.map(({ name }: { name: string }) => name);

  test('is found by how a word of the name, or the username, begins', async () => {
    expect(await names('search=lov')).toEqual(['Ada Lovelace']);
    expect(await names('search=ADA@')).toEqual(['Ada Lovelace']);
    expect(await names('search=velace')).toEqual([]);
    expect(await names('search=%25')).toEqual([]);
    expect(await names('search=author')).toEqual([]);
    expect(await names('search=ada%20l')).toEqual(['Ada Lovelace']);
  });

  test('belongs to the team, or may see the note', async () => {
    expect(await names(`team=${team}&search=a`)).toEqual(['Ada Lovelace']);
    const { id } = await write('for the team', { teamId: team });
    expect(await names(`note=${id}&search=a`)).toEqual(['Ada Lovelace']);
    await author.put(`/api/notes/${id}`, { visibility: 'me' });
    expect(await names(`note=${id}`)).toEqual([]);
    expect((await ada.get(`/api/mentions?note=${id}`)).status).toBe(404);
  });

  test('is written as the username where the name would not be understood', async () => {
    const odd = await server.user('  (x)   y');
    const { body } = await author.get(`/api/mentions?search=${odd.username}`);
    expect(body).toEqual([{ id: odd.id, name: '(x)   y', username: odd.username, written: odd.username }]);
    await author.put(`/api/users/${odd.username}`, { disabled: true });
    expect((await author.get(`/api/mentions?search=${odd.username}`)).body).toEqual([]);
  });
});
