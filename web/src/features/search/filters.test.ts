import { expect, test } from 'vitest';
import { lastPart, offersFor, take } from './filters.ts';

const VALUES = { author: ['Dan Abramov', 'Åsa Öberg'], team: ['toska'] };
const offered = (text: string) => offersFor(text, VALUES).map((offer) => offer.text);

test('filters are offered behind a space, and those that begin like the word behind a letter', () => {
  expect(offered('')).toHaveLength(9);
  expect(offered('hooks ')).toHaveLength(9);
  expect(offered('hooks i')).toEqual(['is:unread', 'is:read', 'is:starred']);
  expect(offered('hooks -si')).toEqual(['-site:']);
  expect(offered('hooks')).toEqual([]);
});

test('values are offered for a filter that is being typed', () => {
  expect(offered('author:')).toEqual(['author:"Dan Abramov"', 'author:"Åsa Öberg"']);
  expect(offered('x -author:"dan a')).toEqual(['-author:"Dan Abramov"']);
  expect(offered('team:TOS')).toEqual(['team:toska']);
  expect(offered('team:toska')).toEqual([]);
  expect(offered('year:20')).toEqual([]);
});

test('an offer takes the place of what was begun', () => {
  expect(take('hooks si', 'site:')).toBe('hooks site:');
  expect(take('hooks ', 'is:unread')).toBe('hooks is:unread ');
  expect(take('author:"dan', 'author:"Dan Abramov"')).toBe('author:"Dan Abramov" ');
  expect(take('', '-is:read')).toBe('-is:read ');
  expect(lastPart('a "b c"')).toEqual({ minus: '', value: '' });
});
