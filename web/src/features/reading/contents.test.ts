import { expect, test } from 'vitest';
import { depthsOf } from './contents.ts';

test.each([
  [[], []],
  [
    [2, 3, 3, 2],
    [0, 1, 1, 0],
  ],
  [
    [3, 5, 5, 3],
    [0, 1, 1, 0],
  ],
  [
    [1, 4, 2, 3, 2, 1],
    [0, 1, 1, 2, 1, 0],
  ],
  [
    [4, 2, 3],
    [0, 0, 1],
  ],
])('headings of the levels %j stand %j deep', (levels, depths) => expect(depthsOf(levels)).toEqual(depths));
