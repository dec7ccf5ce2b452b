import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from './built.ts';
import { tryDurability } from './durability.ts';

let build: ReturnType<typeof buildServer>;
beforeAll(() => {
  build = buildServer();
}, 120_000);
afterAll(() => build.remove());

// Two rounds of what `node dist/test/durability.js` does ten times.
test('the embedded database, killed in the middle of writing, keeps every answered write', async () => {
  const rounds = await tryDurability(build.main, 2, 200);
  expect(rounds).toHaveLength(2);
  for (const { acknowledged, found, lost } of rounds) {
    expect(acknowledged).toBeGreaterThanOrEqual(20);
    expect({ found, lost }).toEqual({ found: acknowledged, lost: 0 });
  }
}, 180_000);
