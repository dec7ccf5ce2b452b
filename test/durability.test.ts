import { expect, test } from 'vitest';
import { buildServer } from './built.ts';
import { tryDurability } from './durability.ts';

// One round of what `node dist/test/durability.js` does ten times.
test('the embedded database, killed in the middle of writing, keeps every answered write', async () => {
  const rounds = await tryDurability(await buildServer(), 1, 200);
  expect(rounds).toHaveLength(1);
  for (const { acknowledged, found, lost } of rounds) {
    expect(acknowledged).toBeGreaterThanOrEqual(20);
    expect({ found, lost }).toEqual({ found: acknowledged, lost: 0 });
  }
}, 180_000);
