import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, makeBlog, useServer } from '../../../test/app.ts';
import { Article } from '../blogs/article.model.ts';
import { Blog } from '../blogs/blog.model.ts';
import type { SearchResult, Segment } from './search.schemas.ts';

const server = useServer();
let ann: Client;
let bob: Client;

beforeAll(async () => {
  ann = await server.user('Ann');
  bob = await server.user('Bob');
});

async function makeArticle(fields: Record<string, unknown>, text?: string, language: string | null = 'en') {
  const blog = await makeBlog(ann, fields);
  if (text !== undefined) await Article.create({ blogId: blog.id, state: 'ready', text, language });
  return blog;
}

async function search(q: string, who = ann, more = ''): Promise<SearchResult[]> {
  const { status, body } = await who.get(`/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const titles = async (q: string, who = ann) =>
  (await search(q, who)).map(({ blog, similar }) => `${blog?.title}${similar ? ' ~' : ''}`);
const marked = (segments: Segment[]) => segments.map(({ text, match }) => (match ? `[${text}]` : text)).join('');

describe('words', () => {
  test('are found in title, author and text, in this order, in another form of the word too', async () => {
    await makeArticle({ title: 'In the text', author: 'A' }, 'Some say that gardening zebras is quiet work.');
    await makeArticle({ title: 'By the author', author: 'Zoe Zebra' }, 'Nothing to see.');
    await makeArticle({ title: 'A zebra in the title', author: 'B' });
    expect(await titles('zebra')).toEqual(['A zebra in the title', 'By the author', 'In the text']);
    expect(await titles('zebra gardens')).toEqual(['In the text']);
    expect(await titles('zoe nothing')).toEqual(['By the author']);
  });

  test('take quotes, OR and minus', async () => {
    await makeArticle({ title: 'Walrus one' }, 'the quick brown fox');
    await makeArticle({ title: 'Walrus two' }, 'the brown and quick fox');
    await makeArticle({ title: 'Narwhal' }, 'no such thing');
    expect(await titles('walrus "quick brown"')).toEqual(['Walrus one']);
    expect(await titles('walrus -"quick brown"')).toEqual(['Walrus two']);
    expect((await titles('walrus OR narwhal')).sort()).toEqual(['Narwhal', 'Walrus one', 'Walrus two']);
    expect(await titles('walrus -one')).toEqual(['Walrus two']);
  });

  test('of many languages are found, those without spaces too', async () => {
    await makeArticle({ title: 'Suomeksi' }, 'Kirjastoissa luetaan vanhojen talojen välissä.', 'fi');
    await makeArticle({ title: 'На русском' }, 'Тихая работа в библиотеках', 'ru-RU');
    await makeArticle({ title: '図書館' }, '東京の図書館で静かに読む。', 'ja');
    expect(await titles('kirjasto talo')).toEqual(['Suomeksi']);
    expect(await titles('библиотека')).toEqual(['На русском']);
    expect(await titles('東京')).toEqual(['図書館']);
    expect(await titles('京東')).toEqual([]);
    expect(marked((await search('静か'))[0]?.snippet ?? [])).toBe('東京の図書館で[静][か]に読む');
  });

  test('in names with dots, slashes and angle brackets are words of their own, and are given back whole', async () => {
    await makeArticle(
      { title: 'Node.js in 1/2 hour' },
      'Wrap it in <Suspense fallback={x}> & mail dan@x.fi about client/server.',
    );
    for (const q of ['node', 'node.js', 'suspense', '"client/server"', 'client'])
      expect(await titles(`${q} hour`), q).toEqual(['Node.js in 1/2 hour']);
    const [found] = await search('suspense node');
    expect(marked(found?.title ?? [])).toBe('[Node].js in 1/2 hour');
    expect(marked(found?.snippet ?? [])).toBe('Wrap it in <[Suspense] fallback={x}> & mail dan@x.fi about client');
  });

  test('follow every change of the blog and of its article', async () => {
    const { id } = await makeArticle({ title: 'Pelican' }, 'a flock', null);
    await ann.put(`/api/blogs/${id}`, { title: 'Heron', author: 'Wader' });
    expect(await titles('pelican')).toEqual([]);
    expect(await titles('heron wader flock')).toEqual(['Heron']);
    await Article.update({ text: 'an estuary' }, { where: { blogId: id } });
    expect(await titles('heron flock')).toEqual([]);
    expect(await titles('heron estuary')).toEqual(['Heron']);
    await Article.destroy({ where: { blogId: id } });
    expect(await titles('heron estuary')).toEqual([]);
    await ann.delete(`/api/blogs/${id}`);
    expect(await titles('heron')).toEqual([]);
  });

  test('a page as long as they come is found by its beginning', async () => {
    const text = Array.from({ length: 400_000 }, (_, i) => `w${i}ö`).join(' ');
    await makeArticle({ title: 'Endless' }, text);
    expect(await titles('w7ö')).toEqual(['Endless']);
  });
});

describe('what is spelt wrong', () => {
  test('finds title and author where little else is found, behind it and said to be similar', async () => {
    await makeArticle({ title: 'Kubernetes at home', author: 'Dan Abramov' });
    await makeArticle({ title: 'Other' }, 'kuberntes, as they spell it');
    expect(await titles('kuberntes')).toEqual(['Other', 'Kubernetes at home ~']);
    expect(await titles('abramof kubernets')).toEqual(['Kubernetes at home ~']);
    expect(await titles('abram')).toEqual(['Kubernetes at home ~']);
    expect(await titles('"kuberntes"')).toEqual(['Other']);
    expect(await titles('kuberntes author:nobody')).toEqual([]);
  });
});

describe('filters', () => {
  beforeAll(async () => {
    const one = await makeArticle({
      title: 'Otter one',
      author: 'Ann Lee',
      year: 2010,
      url: 'https://www.otters.example/1',
    });
    const two = await makeArticle({
      title: 'Otter two',
      author: 'Bob Lee',
      year: 2015,
      url: 'https://blog.otters.example:8080/2?x',
    });
    await makeBlog(bob, { title: 'Otter three', author: null, year: null, url: 'https://badotters.example/3' });
    await ann.post('/api/readinglists', { blogId: one.id });
    const { body } = await ann.post('/api/readinglists', { blogId: two.id });
    await ann.put(`/api/readinglists/${body.id}`, { read: true, starred: true, tags: ['River life'] });
    await bob.post('/api/notes', { content: 'seen', blogId: one.id });
    await bob.post('/api/notes', { content: 'mine', blogId: two.id, shared: false });
    const { body: team } = await ann.post('/api/teams', { name: 'River People' });
    await ann.post(`/api/teams/${team.id}/readings`, { blogId: two.id });
    const { body: others } = await bob.post('/api/teams', { name: 'Strangers' });
    await bob.post(`/api/teams/${others.id}/readings`, { blogId: two.id });
  });

  test.each([
    ['author:"ann lee"', ['Otter one']],
    ['author:lee -author:ann', ['Otter two']],
    ['-author:lee', ['Otter three']],
    ['year:2010', ['Otter one']],
    ['year:2009..2015', ['Otter two', 'Otter one']],
    ['-year:2010', ['Otter three', 'Otter two']],
    ['site:otters.example', ['Otter two', 'Otter one']],
    ['site:https://BLOG.otters.example/', ['Otter two']],
    ['-site:otters.example', ['Otter three']],
    ['is:unread', ['Otter one']],
    ['is:read', ['Otter two']],
    ['-is:read', ['Otter three', 'Otter one']],
    ['is:starred', ['Otter two']],
    ['-is:starred', ['Otter three', 'Otter one']],
    ['tag:"river LIFE"', ['Otter two']],
    ['-tag:"river life"', ['Otter three', 'Otter one']],
    ['tag:river', []],
    ['has:note', ['Otter one']],
    ['-has:note', ['Otter three', 'Otter two']],
    ['team:"river people"', ['Otter two']],
    ['-team:"river people"', ['Otter three', 'Otter one']],
    ['team:strangers', []],
  ])('%s', async (filter, expected) => {
    expect((await titles(`otter ${filter}`)).sort()).toEqual([...expected].sort());
    const alone = (await titles(filter)).filter((title) => title.startsWith('Otter'));
    expect(alone, 'by itself: the newest first').toEqual(expected);
  });

  test('each sees his own list and notes in them', async () => {
    const cid = await server.user('Cid');
    expect(await titles('otter is:unread', cid)).toEqual([]);
    expect(await titles('otter tag:"river life"', cid)).toEqual([]);
    expect(await titles('otter has:note', cid)).toEqual(['Otter one']);
    expect((await titles('otter has:note', bob)).sort()).toEqual(['Otter one', 'Otter two']);
    const [found] = await search('"otter two"');
    expect(found).toMatchObject({ kind: 'blog', reading: { read: true }, blog: { title: 'Otter two', liked: false } });
    expect((await search('"otter two"', cid))[0]?.reading).toBeNull();
  });
});

describe('notes', () => {
  test('are found with their blog and who wrote them; a private one is its author’s alone and changes nothing', async () => {
    const { id } = await makeBlog(ann, { title: 'On rivers' });
    await bob.post('/api/notes', { content: 'A **kingfisher** was here', blogId: id });
    const before = await ann.get('/api/search?q=kingfisher');
    expect(before.body).toMatchObject([
      { kind: 'note', blog: { id }, note: { user: { id: bob.id, name: 'Bob' } }, similar: false },
    ]);
    expect(marked(before.body[0].snippet)).toBe('A **[kingfisher]** was here');

    for (let i = 0; i < 7; i++)
      await bob.post('/api/notes', { content: `kingfisher kingfisher ${i}`, blogId: id, shared: false });
    await makeBlog(ann, { title: 'Kingfsher' });
    const after = await search('kingfisher', bob);
    expect(after.filter(({ kind }) => kind === 'note')).toHaveLength(8);
    expect((await search('kingfisher')).map(({ kind, similar }) => [kind, similar])).toEqual([
      ['note', false],
      ['blog', true], // only where little was found: the private ones do not count
    ]);
    expect(await search('kingfisher has:note')).toEqual(before.body);
  });

  test('one for a team is found by its members, and one that was deleted by nobody', async () => {
    const { body: team } = await bob.post('/api/teams', { name: 'Waders' });
    const { body: note } = await bob.post('/api/notes', { content: 'the avocet', teamId: team.id });
    expect(await search('avocet', bob)).toHaveLength(1);
    expect(await search('avocet')).toEqual([]);
    await bob.post(`/api/teams/${team.id}/members`, { userId: ann.id });
    await ann.post(`/api/notes/${note.id}/replies`, { content: 'avocet indeed' });
    expect(await search('avocet')).toHaveLength(2);
    await bob.delete(`/api/notes/${note.id}`);
    expect(await search('avocet')).toHaveLength(1);
  });

  test('one that hangs on no blog is found, unless a filter asks something of its blog', async () => {
    await ann.post('/api/notes', { content: 'loose bittern' });
    expect(await search('bittern')).toMatchObject([{ kind: 'note', blog: null, title: [], reading: null }]);
    expect(await search('bittern -is:read')).toEqual([]);
  });
});

describe('the list', () => {
  test('goes on behind the last of a page, with nothing skipped or twice', async () => {
    for (let i = 0; i < 12; i++) await makeArticle({ title: `Egret ${i % 2 ? 'egret' : i}` }, i % 3 ? 'egret' : 'none');
    for (let i = 0; i < 5; i++) await ann.post('/api/notes', { content: 'an egret' });
    const seen: string[] = [];
    let next: string | undefined = '/api/search?q=egret&limit=4';
    while (next) {
      const { body, headers } = await ann.get(next);
      seen.push(...body.map(({ kind, blog, note }: SearchResult) => `${kind} ${note?.id ?? blog?.id}`));
      next = /^<(.*)>; rel="next"$/.exec(String(headers.link ?? ''))?.[1];
    }
    expect(new Set(seen).size).toBe(17);
    expect(seen).toEqual((await search('egret', ann, '&limit=50')).map((r) => `${r.kind} ${r.note?.id ?? r.blog?.id}`));
  });

  test.each([
    ['', ['q is required']],
    ['?q=', ['q must not be empty']],
    ['?q=author:', ['say what to look for: there is no word in this search']],
    ['?q=-react', ['say at least one word to look for: a word with a minus only takes away']],
    ['?q=a%20is:new', ['is: takes unread, read or starred, like is:unread, and not "new"']],
    ['?q=a&limit=51', ['limit must be at most 50']],
    ['?q=a&cursor=x', ['cursor is not one that this list gave for this order']],
  ])('GET /api/search%s is refused', async (query, [sentence]) => {
    const { status, body } = await ann.get(`/api/search${query}`);
    expect({ status, error: [body.error].flat() }).toEqual({ status: 400, error: [sentence] });
  });

  test('nothing is set for the searches after it, words that say nothing find nothing, and nobody is asked to log in', async () => {
    for (const q of ['the', '???', '" the', 'a:*b & | !', '(((', "'; --"]) await search(q);
    expect((await server.nobody.get('/api/search?q=a')).status).toBe(401);
    const [rows] = (await Blog.sequelize?.query('SHOW enable_seqscan')) ?? [];
    expect(rows).toMatchObject({ enable_seqscan: 'on' });
  });
});
