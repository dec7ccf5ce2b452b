import { ConfigError } from '../config.ts';
import type { Address } from './engine.ts';

const SSL_MODES: Record<string, Address['ssl']> = {
  disable: undefined,
  require: { rejectUnauthorized: false }, // libpq's meaning: encrypted, the certificate not checked
  'verify-full': { rejectUnauthorized: true },
};

const NO_URL =
  'DATABASE_URL is not a URL; it looks like postgres://user:password@host:5432/carrel, where %, /, ?, # and @ in a password are written %25, %2F, %3F, %23 and %40.';

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
    throw new ConfigError(NO_URL);
  }
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
    throw new ConfigError(`DATABASE_URL begins with ${url.protocol}//, but only postgres:// is supported.`);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  if (!(mode in SSL_MODES))
    throw new ConfigError(
      `DATABASE_URL says sslmode=${mode}, but must say one of: ${Object.keys(SSL_MODES).join(', ')}.`,
    );
  const { database, user, password, host } = decoded(url);
  if (!database) throw new ConfigError('DATABASE_URL names no database; it ends like /carrel.');
  return {
    host: url.searchParams.get('host') ?? (host || 'localhost'),
    port: Number(url.port || 5432),
    user: user || undefined,
    password: password || undefined,
    database,
    ssl: SSL_MODES[mode],
  };
}

/** The parts of the URL as they are meant; a % that begins no code is a password that was not encoded. */
function decoded({ pathname, username, password, hostname }: URL) {
  try {
    const [database, user, secret, host] = [pathname.slice(1), username, password, hostname].map(decodeURIComponent);
    return { database, user, password: secret, host };
  } catch {
    throw new ConfigError(NO_URL);
  }
}
