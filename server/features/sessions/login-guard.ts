import { RateLimiterMemory } from 'rate-limiter-flexible';
import { TooManyAttempts, Unauthorized } from '../../errors.ts';

const WINDOW_S = 60;

/**
 * Slows down the guessing of passwords: only failures count, by address and username together, so that nobody can lock
 * another one out from elsewhere. Kept in memory: several server processes each count their own.
 */
export function createLoginGuard(failures: number) {
  const limiter = new RateLimiterMemory({ points: failures, duration: WINDOW_S });
  /** Runs `attempt` unless this address has failed too often for this username. @throws TooManyAttempts. */
  return async <T>(ip: string, username: string, attempt: () => Promise<T>): Promise<T> => {
    const key = `${ip} ${username.trim().toLowerCase()}`;
    const used = await limiter.get(key);
    if (used && used.remainingPoints <= 0)
      throw new TooManyAttempts('too many failed logins; wait a minute', Math.ceil(used.msBeforeNext / 1000));
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof Unauthorized) await limiter.consume(key).catch(() => {});
      throw error;
    }
  };
}
