import { expect, test } from 'vitest';
import { excerptOf, firstWords, withoutMarkup } from './excerpt.ts';

test('a short text is shown whole', () => {
  expect(excerptOf('A short note.')).toBeUndefined();
  expect(excerptOf('x'.repeat(1100))).toBeUndefined();
});

test('a long text is cut at a word, one of many lines at a line', () => {
  const words = excerptOf('word '.repeat(400)) as string;
  expect(words.length).toBeLessThan(910);
  expect(words).toMatch(/word …$/);
  expect(excerptOf('line\n'.repeat(40))?.split('\n')).toHaveLength(14);
  expect(excerptOf('x'.repeat(5000))).toHaveLength(902);
});

test('the first words name a note without its Markdown', () => {
  expect(firstWords('## A heading\n\ntext')).toBe('A heading');
  expect(firstWords('> - quoted')).toBe('quoted');
  expect(firstWords('word '.repeat(30))).toHaveLength(60);
});

test('a few words lose the signs of their Markdown, and keep what only looks like them', () => {
  expect(withoutMarkup('## A *word* and **two words**\n> `code`\n- 2 * 3 * 4 = snake_case_name')).toBe(
    'A word and two words\ncode\n2 * 3 * 4 = snake_case_name',
  );
});
