import { expect, test } from 'vitest';
import { PassageText } from './passage-text.ts';

const flat = new PassageText([
  { text: '\n  ', startsBlock: true },
  { text: 'A deep', startsBlock: true },
  { text: ' module\n', startsBlock: false },
  { text: 'hides  much.', startsBlock: true },
  { text: '', startsBlock: true },
  { text: 'End', startsBlock: true },
]);
const slicesOf = (words: string) => {
  const start = flat.text.indexOf(words);
  return flat.slices(start, start + words.length);
};

test('white space is one space, also between blocks and nowhere at the beginning', () => {
  expect(flat.text).toBe('A deep module hides much. End');
  expect(new PassageText([]).text).toBe('');
  expect(
    new PassageText([
      { text: 'one', startsBlock: true },
      { text: 'two', startsBlock: false },
    ]).text,
  ).toBe('onetwo');
  expect(
    new PassageText([
      { text: 'one', startsBlock: true },
      { text: 'two', startsBlock: true },
    ]).text,
  ).toBe('one two');
});

test('a passage knows the runs it covers, and nothing between blocks', () => {
  expect(slicesOf('deep module')).toEqual([
    { segment: 1, start: 2, end: 6 },
    { segment: 2, start: 0, end: 7 },
  ]);
  expect(slicesOf('hides much. End')).toEqual([
    { segment: 3, start: 0, end: 12 },
    { segment: 5, start: 0, end: 3 },
  ]);
});

test('a place of the document is found in the text', () => {
  expect(flat.indexOf({ segment: 1, offset: 2 })).toBe(2);
  expect(flat.indexOf({ segment: 2, offset: 1 })).toBe(flat.text.indexOf('module'));
  expect(flat.indexOf({ segment: 3, offset: 7 })).toBe(flat.text.indexOf('much')); // the second of two spaces
  expect(flat.indexOf({ segment: 0, offset: 0 })).toBe(0);
  expect(flat.indexOf({ segment: 5, offset: 3 })).toBe(flat.text.length);
  expect(flat.indexOf({ segment: 9, offset: 0 })).toBe(flat.text.length);
});

test('a text of 400,000 characters is not looked at again and again', () => {
  const runs = Array.from({ length: 4000 }, () => ({ text: 'twenty words of it '.repeat(5), startsBlock: true }));
  const began = performance.now();
  expect(new PassageText(runs).text.length).toBeGreaterThan(375_000);
  expect(performance.now() - began).toBeLessThan(10_000); // a fraction of a second on an idle machine; growing a string took 39 s
});
