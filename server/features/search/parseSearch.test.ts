import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch } from './parseSearch.ts';

test.each([
  ['', '', []],
  ['react hooks', 'react hooks', ['react', 'hooks']],
  ['  go  to ', 'go to', []],
  ['"on let" vs -const', '"on let" vs -const', []],
  ['cats or dogs', 'cats or dogs', []],
  ['node.js', '"node js"', ['node.js']],
  ['-node.js', '-"node js"', []],
  ['https://a.example/b?c=1', '"https:  a example b?c=1"', ['https://a.example/b?c=1']],
  ['東京 タワー', '"東 京" "タ ワ ー"', ['タワー']],
  ['an "open quote', 'an "open quote"', []],
  ['"" - . "  "', '', []],
  ['rust: a love story', 'rust: a love story', ['rust:', 'love', 'story']],
])('%j: the words are %j', (text, words, plain) => {
  const search = parseSearch(text);
  expect(search.filters).toEqual([]);
  expect(search.words).toBe(words);
  // Typing errors are looked for in words of three letters and more, and only where nothing says "exactly this".
  expect(search.plain).toEqual(plain);
});

test.each([
  ['author:dan', { not: false, name: 'author', value: 'dan' }],
  ['Author:"Dan Abramov"', { not: false, name: 'author', value: 'Dan Abramov' }],
  ['-site:medium.com', { not: true, name: 'site', value: 'medium.com' }],
  ['-team:"the a team', { not: true, name: 'team', value: 'the a team' }],
  ['year:2019', { not: false, name: 'year', from: 2019, to: 2019 }],
  ['-year:2015..2019', { not: true, name: 'year', from: 2015, to: 2019 }],
  ['is:Unread', { not: false, name: 'is', value: 'unread' }],
  ['is:starred', { not: false, name: 'is', value: 'starred' }],
  ['-tag:"to do"', { not: true, name: 'tag', value: 'to do' }],
  ['-is:read', { not: true, name: 'is', value: 'read' }],
  ['has:notes', { not: false, name: 'has', value: 'note' }],
])('%s is a filter', (text, filter) => {
  expect(parseSearch(text)).toEqual({ words: '', plain: [], filters: [filter] });
  const { words, filters } = parseSearch(`one ${text}" two`.replace('""', '"'));
  expect(filters).toHaveLength(1);
  expect(words).toMatch(/^one/);
});

test('filters stand between words, and one that is still being typed counts for nothing', () => {
  expect(parseSearch('hooks author:dan -is:read state site: author:""')).toEqual({
    words: 'hooks state',
    plain: ['hooks', 'state'],
    filters: [
      { not: false, name: 'author', value: 'dan' },
      { not: true, name: 'is', value: 'read' },
    ],
  });
  expect(parseSearch('"author:dan"')).toMatchObject({ words: '"author:dan"', filters: [] });
});

test.each([
  ['year:soon', 'year: takes a year or a span, like year:2019 or year:2015..2019, and not "soon"'],
  ['year:20190', 'year: takes a year or a span, like year:2019 or year:2015..2019, and not "20190"'],
  ['is:new', 'is: takes unread, read or starred, like is:unread, and not "new"'],
  ['-has:cat', 'has: takes note, like has:note, and not "cat"'],
])('%s is refused in a sentence', (text, sentence) => {
  expect(() => parseSearch(text)).toThrow(sentence);
});

test('anything at all is read or refused with 400, and never anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      try {
        const { words, plain } = parseSearch(text);
        expect(words.length).toBeLessThanOrEqual(text.length * 3 + 2);
        expect(plain.length).toBeLessThanOrEqual(8);
      } catch (error) {
        expect(error).toMatchObject({ status: 400 });
      }
    }),
  );
});
