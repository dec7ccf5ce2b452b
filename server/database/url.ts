import { ConfigError } from '../config.ts';
import type { Address } from './engine.ts';

const SSL_MODES: Record<string, Address['ssl']> = {
  disable: undefined,
  require: { rejectUnauthorized: false }, // libpq's meaning: encrypted, the certificate not checked
  'verify-full': { rejectUnauthorized: true },
};

/**
 * Reads `postgres://user:password@host:port/database?sslmode=disable|require|verify-full`; `?host=/folder` names a Unix
 * socket's folder, as in libpq.
 * @throws ConfigError that never repeats the password.
 */
export function parseDatabaseUrl(text: string): Address {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new ConfigError('DATABASE_URL is not a URL; it looks like postgres://user:password@host:5432/carrel.');
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    throw new ConfigError(`DATABASE_URL begins with ${url.protocol}//, but only postgres:// is supported.`);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  if (!(mode in SSL_MODES))
    throw new ConfigError(
      `DATABASE_URL says sslmode=${mode}, but must say one of: ${Object.keys(SSL_MODES).join(', ')}.`,
    );
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!database) throw new ConfigError('DATABASE_URL names no database; it ends like /carrel.');
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    database,
    ssl: SSL_MODES[mode],
  };
}
