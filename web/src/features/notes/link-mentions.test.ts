import { expect, test } from 'vitest';
import { type HtmlNode, linkMentions } from './link-mentions.ts';

const MENTIONS = [
  { id: 2, name: 'Ada Lovelace', written: 'ada lovelace' },
  { id: 3, name: 'Ada', written: 'Ada' },
  { id: 4, name: 'Åsa (x)', written: 'asa@example.com' },
];
const text = (value: string): HtmlNode => ({ type: 'text', value });
const element = (tagName: string, children: HtmlNode[], properties = {}): HtmlNode => {
  return { type: 'element', tagName, properties, children };
};

/** What a paragraph of these nodes becomes: text, and [whose page, what it says] for a mention. */
function show(...children: HtmlNode[]): unknown[] {
  const root = element('p', children);
  linkMentions(MENTIONS)(root);
  const flat = (node: HtmlNode): unknown => {
    if (node.properties?.dataPerson) return [node.properties.dataPerson, node.children?.[0]?.value];
    return node.value ?? [node.tagName, ...(node.children ?? []).map(flat).filter((part) => part !== '')];
  };
  return (flat(root) as unknown[]).slice(1);
}

test('a mention becomes a link with the name of today, the longest that fits', () => {
  expect(show(text('so @Ada Lovelace, and @ada.'))).toEqual(['so ', [2, '@Ada Lovelace'], ', and ', [3, '@Ada'], '.']);
  expect(show(element('em', [text('@Ada')]))).toEqual([['em', [3, '@Ada']]]);
});

test('a username is one although Markdown made a mail address of it', () => {
  const address = element('a', [text('asa@example.com')], { href: 'mailto:asa@example.com' });
  expect(show(text('ask @'), address, text(' today'))).toEqual(['ask ', [4, '@Åsa (x)'], ' today']);
  const other = element('a', [text('asa@example.com')], { href: 'mailto:asa@example.com' });
  expect(show(text('write to '), other)).toEqual(['write to ', ['a', 'asa@example.com']]);
});

test('what is no mention stays as it is: part of a word, code, a link', () => {
  for (const value of ['me@Ada', '@Adalbert', '@Bob', '@Ada_1']) expect(show(text(value)), value).toEqual([value]);
  expect(show(element('code', [text('@Ada')]))).toEqual([['code', '@Ada']]);
  expect(show(element('a', [text('@Ada')], { href: 'https://x.fi' }))).toEqual([['a', '@Ada']]);
});
