import { expect, test } from 'vitest';
import { sayDue, thisWeek } from './due.ts';

const on = (day: string) => new Date(`${day}T13:00:00`);

test('a week begins on Monday and ends on Sunday', () => {
  for (const day of ['2026-11-23', '2026-11-25', '2026-11-29'])
    expect(thisWeek(on(day)), day).toEqual(['2026-11-23', '2026-11-29']);
  expect(thisWeek(on('2027-01-01'))).toEqual(['2026-12-28', '2027-01-03']);
});

test('a day due is said from today', () => {
  const now = on('2026-11-25');
  expect(sayDue('2026-11-25', now)).toBe('due today');
  expect(sayDue('2026-11-26', now)).toBe('due tomorrow');
  expect(sayDue('2026-11-27', now)).toBe('due Fri, Nov 27');
  expect(sayDue('2026-11-24', now)).toBe('was due Tue, Nov 24');
  expect(sayDue('2027-02-01', now)).toBe('due Feb 1, 2027');
});
