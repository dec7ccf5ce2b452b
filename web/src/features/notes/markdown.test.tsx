import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { allowedUrl, Markdown } from './markdown.tsx';

const show = (text: string) => renderToStaticMarkup(<Markdown text={text} under={2} />);

describe('Markdown of somebody else', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)" onclick="alert(1)">here</a>',
    '<style>body{display:none}</style>',
    '<form action="/api/logout"><button>x</button></form>',
    '[here](javascript:alert(1))',
    '[here](JaVaScRiPt:alert(1))',
    '[here](java&#x73;cript:alert(1))',
    '[here](&#1;javascript:alert(1))',
    '[here](\tjavascript:alert(1))',
    '[here](<java\nscript:alert(1)>)',
    '[here](java%0ascript:alert(1))',
    '[here](vbscript:alert(1))',
    '[here](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[here](blob:https://example.com/1)',
    '[here](file:///etc/passwd)',
    '<javascript:alert(1)>',
    '[here][1]\n\n[1]: javascript:alert(1)',
    '![x](javascript:alert(1))',
    '![x"onerror="alert(1)](https://example.com/x.png)',
    '[a](https://example.com/"onmouseover="alert(1))',
    '[a](https://example.com "x\\" onclick=\\"alert(1)")',
    '```"><script>alert(1)</script>\ncode\n```',
    '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
    'a[^1]\n\n[^1]: <img src=x onerror=alert(1)>',
  ])('%s does nothing', (text) => {
    const html = show(text);
    const tags = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/g)];
    for (const [tag, name, attributes] of tags) {
      expect([
        'div',
        'p',
        'a',
        'pre',
        'code',
        'section',
        'table',
        'thead',
        'tbody',
        'tr',
        'th',
        'td',
        'sup',
        'h3',
        'ol',
        'li',
      ]).toContain(name);
      // What is left of an attribute's value when its quotes are gone must not begin one of its own.
      expect(attributes?.replace(/"[^"]*"/g, '""'), tag).not.toMatch(/\son\w+\s*=|\sstyle=|\ssrc=|\sid=/);
      const href = /href="([^"]*)"/.exec(attributes ?? '')?.[1];
      if (href !== undefined) expect(new URL(href, 'https://carrel.test').protocol).toBe('https:');
    }
  });

  test('HTML is shown as the letters it is made of', () => {
    expect(show('<b>bold</b>')).toContain('&lt;b&gt;bold&lt;/b&gt;');
  });

  test('a link leaves without the opener, the referrer and our word for it', () => {
    expect(show('https://example.com/a')).toContain(
      '<a href="https://example.com/a" target="_blank" rel="noopener noreferrer nofollow">https://example.com/a</a>',
    );
  });

  test('a picture is a link, and within a link only its words', () => {
    expect(show('![A desk](https://example.com/desk.png)')).toContain('>Picture: A desk</a>');
    expect(show('[![A desk](https://example.com/desk.png)](https://example.com)')).toMatch(
      /^[^<]*(<(?!a)[^>]*>)*<a[^>]*>Picture: A desk<\/a>/,
    );
    expect(show('![A desk](https://example.com/desk.png)')).not.toContain('<img');
  });

  test('all headings come one level below the one above, and ids are dropped', () => {
    const html = show('# One\n\n#### Four\n\nText[^1]\n\n[^1]: A footnote');
    expect([...html.matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['3', '3', '3']);
    expect(html).not.toMatch(/ id=|aria-describedby=|href="#/);
    expect(html).toContain('A footnote');
  });

  test('lists of tasks, tables and struck words are shown', () => {
    expect(show('- [x] read it')).toContain('aria-label="Done"');
    expect(show('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<td>2</td>');
    expect(show('~~no~~')).toContain('<del>no</del>');
  });
});

test.each([
  ['https://example.com', 'https://example.com'],
  ['http://example.com', 'http://example.com'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['/blogs/3', '/blogs/3'],
  ['javascript:alert(1)', ''],
  [' javascript:alert(1)', ''],
  ['java\nscript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['http://[', ''],
])('the address %j becomes %j', (url, allowed) => expect(allowedUrl(url)).toBe(allowed));
