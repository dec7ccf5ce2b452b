import { expect, test } from 'vitest';
import { type Block, progressAt, scrollFor, type View } from './progress.ts';

/** Blocks of 100 characters and the given heights, one below the other from 200 px on. */
function page(heights: number[], height = 800) {
  let top = 200;
  const blocks: Block[] = heights.map((h, i) => {
    const block = { start: i * 100, end: i * 100 + 100, top, bottom: top + h };
    top += h;
    return block;
  });
  const view = (scroll: number): View => ({ scroll, height, top: 0, bottom: top });
  const at = (scroll: number) => progressAt(view(scroll), blocks.length, (i) => blocks[i] as Block);
  const to = (progress: number) => scrollFor(progress, view(0), blocks.length, (i) => blocks[i] as Block);
  return { at, to, most: top - height };
}

test('it begins with 0 and ends with 1, never goes back, and never leaves its bounds', () => {
  const { at, most } = page([300, 40, 1200, 500, 90, 2000]);
  expect(at(0)).toBe(0);
  expect(at(-50)).toBe(0);
  expect(at(most)).toBe(1);
  expect(at(most + 100)).toBe(1);
  let before = 0;
  for (let scroll = 0; scroll <= most; scroll += 10) {
    const now = at(scroll);
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(1);
    before = now;
  }
});

test('where one left is where one comes back to, also in a window of another size', () => {
  const wide = page([300, 40, 1200, 500, 90, 2000]);
  for (let scroll = 20; scroll < wide.most; scroll += 131) {
    const progress = wide.at(scroll);
    if (progress === 0) continue; // above the first line of the text
    expect(wide.to(progress)).toBeCloseTo(scroll, 0);
    const phone = page([900, 90, 3100, 1400, 200, 5000], 600);
    expect(phone.at(phone.to(progress))).toBeCloseTo(progress, 6);
  }
});

test('a text that fits the window is read to its end at once, and one without blocks not at all', () => {
  expect(page([100]).at(0)).toBe(1);
  expect(page([]).at(0)).toBe(0);
  expect(page([]).to(0.5)).toBe(0);
});
