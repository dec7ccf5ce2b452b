import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findFeeds, parseFeed } from './feed.ts';
import { closeReader } from './sharedSandbox.ts';

vi.setConfig({ testTimeout: 30_000 });
const url = 'https://blog.example/feeds/main.xml';
const parse = (text: string | Buffer, contentType = '') => parseFeed(Buffer.from(text as string), contentType, url);
beforeAll(() => findFeeds('', url), 60_000); // a new thread takes seconds to start
afterAll(closeReader);

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Rows &amp; queues</title><link>https://blog.example/</link><description>&lt;b&gt;About&lt;/b&gt; rows</description><language>en-GB</language><atom:link rel="self" href="https://blog.example/feed"/>
<item><title>A &amp;amp; B <![CDATA[<i>again</i>]]></title><link>/posts/1?x=1&amp;y=2</link><guid isPermaLink="false">tag:1</guid><pubDate>Mon, 06 Sep 2021 00:01:00 +0200</pubDate><dc:creator>Petra Olsen</dc:creator><description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;</description></item>
<item><guid>https://blog.example/posts/2</guid><author>ida@example.com (Ida Brandt)</author><content:encoded><![CDATA[<p>No title, but <b>text</b>.</p>]]></content:encoded></item>
<item><title>Nowhere</title></item><item><title>Bad</title><link>javascript:alert(1)</link></item></channel></rss>`;

describe('feeds of every format', () => {
  test('RSS 2', async () => {
    expect(await parse(rss)).toEqual({
      format: 'rss',
      title: 'Rows & queues',
      description: 'About rows',
      siteUrl: 'https://blog.example/',
      selfUrl: 'https://blog.example/feed',
      language: 'en-GB',
      entries: [
        {
          id: 'tag:1',
          url: 'https://blog.example/posts/1?x=1&y=2',
          title: 'A & B again',
          author: 'Petra Olsen',
          publishedAt: '2021-09-05T22:01:00.000Z',
          updatedAt: null,
          summary: 'One. Two.',
        },
        {
          id: 'https://blog.example/posts/2',
          url: 'https://blog.example/posts/2',
          title: 'No title, but text.',
          author: 'Ida Brandt',
          publishedAt: null,
          updatedAt: null,
          summary: 'No title, but text.',
        },
      ],
    });
  });

  test('Atom, with relative addresses and a base', async () => {
    const feed = await parse(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fi"><title type="html">T &lt;b&gt;x&lt;/b&gt;</title><link rel="self" href="f.xml"/><link href="/blog/"/><id>u</id><updated>2020-01-01T00:00:00Z</updated><author><name>Al</name></author><entry xml:base="/p/"><title type="text">One</title><link rel="enclosure" href="a.mp3"/><link href="1"/><id>i</id><published>2020-01-02T03:04:05+02:00</published><updated>2020-02-01T00:00:00Z</updated><summary>s</summary></entry></feed>',
    );
    expect(feed).toMatchObject({ format: 'atom', title: 'T x', siteUrl: 'https://blog.example/blog/', language: 'fi' });
    expect(feed.selfUrl).toBe('https://blog.example/feeds/f.xml');
    expect(feed.entries[0]).toMatchObject({ id: 'i', url: 'https://blog.example/p/1', title: 'One', summary: 's' });
    expect(feed.entries[0]?.publishedAt).toBe('2020-01-02T01:04:05.000Z');
  });

  test('JSON Feed', async () => {
    const feed = await parse(
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://blog.example/","feed_url":"https://blog.example/f.json","items":[{"id":"1","url":"https://blog.example/1","title":"x","content_html":"<p>t</p>","date_published":"2020-01-01T00:00:00Z","authors":[{"name":"A"},{"name":"B"}]}]}',
      'application/feed+json',
    );
    expect(feed).toMatchObject({ format: 'json', title: 'J', selfUrl: 'https://blog.example/f.json' });
    expect(feed.entries).toMatchObject([{ id: '1', title: 'x', author: 'A, B', summary: 't' }]);
  });

  test('RDF', async () => {
    const feed = await parse(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title><link>https://blog.example</link></channel><item rdf:about="https://blog.example/1"><title>x</title><dc:date>2004-01-01</dc:date></item></rdf:RDF>',
    );
    expect(feed).toMatchObject({
      format: 'rdf',
      title: 'R',
      entries: [{ url: 'https://blog.example/1', publishedAt: '2004-01-01T00:00:00.000Z' }],
    });
  });

  test('in windows-1251, said by the XML declaration alone', async () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><title>';
    const bytes = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('</title></channel></rss>'),
    ]);
    expect((await parse(bytes, 'application/rss+xml')).title).toBe('При');
  });

  test.each(['<html><p>No feed.</html>', '{"a": 1}', '', '<rss', 'nonsense'])('"%s" is no feed', async (text) => {
    await expect(parse(text)).rejects.toMatchObject({ code: 'unreadable', name: 'ReaderError' });
  });
});

describe('feeds of a page', () => {
  test('those it names, comments last', async () => {
    const html = `<base href="/b/"><link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed/"><link rel="alternate" type="application/atom+xml" href="atom.xml"><link rel="ALTERNATE" type="application/feed+json" href="/f.json" title="JSON"><link rel="alternate" hreflang="fi" href="/fi"><link rel="alternate" type="application/json" href="/wp-json/x"><link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"><a href="/rss">RSS</a>`;
    expect(await findFeeds(html, 'https://blog.example/')).toEqual([
      { url: 'https://blog.example/b/atom.xml', title: null, type: 'application/atom+xml' },
      { url: 'https://blog.example/f.json', title: 'JSON', type: 'application/feed+json' },
      { url: 'https://blog.example/b/comments/feed/', title: 'Comments', type: 'application/rss+xml' },
    ]);
  });
  test('else those it links to; else none', async () => {
    const html = '<a href="/index.xml">RSS</a><a href="/feeding-birds">Birds</a><a href="/index.html">Home</a>';
    expect((await findFeeds(html, 'https://blog.example/')).map((feed) => feed.url)).toEqual([
      'https://blog.example/index.xml',
    ]);
    expect(await findFeeds('<p>x', 'https://blog.example/')).toEqual([]);
  });
});
