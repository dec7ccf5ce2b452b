import { RateLimiterMemory } from 'rate-limiter-flexible';
import { TooManyAttempts } from '../../errors.ts';
import type { Viewer } from '../users/viewer.ts';

const A_MINUTE = 30;

/** Slows down asking for pages again, by user: each is a request that some site gets from us. In memory, as the login's. */
export function createFetchGuard() {
  const limiter = new RateLimiterMemory({ points: A_MINUTE, duration: 60 });
  /** @throws TooManyAttempts. */
  return async ({ id }: Viewer): Promise<void> => {
    try {
      await limiter.consume(id);
    } catch (refused) {
      const { msBeforeNext } = refused as { msBeforeNext: number };
      throw new TooManyAttempts('too many pages asked for; wait a minute', Math.ceil(msBeforeNext / 1000));
    }
  };
}
