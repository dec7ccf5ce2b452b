import { expect, test } from 'vitest';
import { layersOf } from './layers.ts';

test('overlapping passages become stretches that do not overlap', () => {
  expect(
    layersOf([
      { id: 1, start: 0, end: 10 },
      { id: 2, start: 5, end: 15 },
      { id: 3, start: 20, end: 25 },
      { id: 4, start: 20, end: 25 },
    ]),
  ).toEqual([
    { start: 0, end: 5, ids: [1], begins: [1] },
    { start: 5, end: 10, ids: [1, 2], begins: [2] },
    { start: 10, end: 15, ids: [2], begins: [] },
    { start: 20, end: 25, ids: [3, 4], begins: [3, 4] },
  ]);
  expect(layersOf([])).toEqual([]);
});
