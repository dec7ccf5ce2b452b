import { expect, test } from 'vitest';
import { mentionAt } from './mention-at.ts';

/** The caret stands at the | of a text. */
const at = (marked: string) => mentionAt(marked.replace('|', ''), marked.indexOf('|'));

test.each([
  ['@|', { start: 0, search: '' }],
  ['see @ad|', { start: 4, search: 'ad' }],
  ['@ada lo|velace', { start: 0, search: 'ada lo' }],
  ['(@ada@example.c|', { start: 1, search: 'ada@example.c' }],
  ['first\n@b|', { start: 6, search: 'b' }],
  ['@one and @tw|', { start: 9, search: 'tw' }],
  ['ada@exa|', undefined],
  ['@ a|', undefined],
  ['@ada\nnext|', undefined],
  ['@a b c d e|', undefined],
  ['nothing|', undefined],
  ['|@ada', undefined],
])('%j', (marked, expected) => expect(at(marked)).toEqual(expected));
