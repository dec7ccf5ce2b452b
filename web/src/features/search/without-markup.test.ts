import { expect, test } from 'vitest';
import { withoutMarkup } from './without-markup.ts';

const shown = (text: string) =>
  withoutMarkup([{ text, match: false }])
    .map((segment) => segment.text)
    .join('');

test('a piece of a note is shown without the signs of Markdown', () => {
  expect(shown('Read this **before** the import')).toBe('Read this before the import');
  expect(shown('Compare with *make illegal')).toBe('Compare with make illegal');
  expect(shown('# A heading - one ~~two~~ > said')).toBe('A heading one two said');
  expect(shown('call `run()` with a * b and snake_case')).toBe('call run() with a * b and snake_case');
});

test('the pieces and what is marked in them stay apart', () => {
  const marked = withoutMarkup([
    { text: 'the **', match: false },
    { text: 'rules', match: true },
    { text: '** stay', match: false },
  ]);
  expect(marked.map(({ text }) => text)).toEqual(['the ', 'rules', ' stay']);
});
