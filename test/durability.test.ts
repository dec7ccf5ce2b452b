import { expect, test } from 'vitest';
import { buildServer } from './built.ts';
import { tryDurability } from './durability.ts';
import { isThorough } from './thorough.ts';

// One round, or two, of what `node dist/test/durability.js` does ten times.
test('the embedded database, killed in the middle of writing, keeps every answered write', async () => {
  const most = isThorough ? 2 : 1;
  const rounds = await tryDurability(await buildServer(), most, 200);
  expect(rounds).toHaveLength(most);
  for (const { acknowledged, found, lost } of rounds) {
    expect(acknowledged).toBeGreaterThanOrEqual(20);
    expect({ found, lost }).toEqual({ found: acknowledged, lost: 0 });
  }
}, 180_000);
