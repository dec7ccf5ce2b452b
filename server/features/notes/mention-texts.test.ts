import { expect, test } from 'vitest';
import { mentionTexts } from './mention-texts.ts';

test('every text behind an @ that could be a name, the longest first', () => {
  expect(mentionTexts('@Ada Lovelace, see')).toEqual([['Ada Lovelace, see', 'Ada Lovelace,', 'Ada Lovelace', 'Ada']]);
  expect(mentionTexts('(@Ada’s)')).toEqual([['Ada’s)', 'Ada’s', 'Ada']]);
  expect(mentionTexts('so @ada@example.com.')).toEqual([['ada@example.com.', 'ada@example.com']]);
  expect(mentionTexts('@Åsa Öst\nnext line')).toEqual([['Åsa Öst', 'Åsa']]);
});

test('an @ within a word, alone, or in code is none', () => {
  for (const text of ['ada@example.com', 'a @ b', '@', '`@Input`', '```ts\n@Input\n```', '~~~\n@a\n```\n@b\n~~~', '@@'])
    expect(mentionTexts(text), text).toEqual([]);
  expect(mentionTexts('```\n@in\n```\n@out')).toEqual([['out']]);
});

test('however much is written, only the first fifty are looked at, in no time', () => {
  const started = performance.now();
  expect(mentionTexts('@a '.repeat(33_000))).toHaveLength(50);
  for (const part of ['`', '@', '@!', '```\n', '@a.', "@'"]) mentionTexts(part.repeat(50_000));
  expect(performance.now() - started).toBeLessThan(1000);
});
