import { describe, expect, test } from 'vitest';
import { ConfigError } from '../config.ts';
import { parseDatabaseUrl } from './url.ts';

describe('DATABASE_URL', () => {
  test.each([
    [
      'postgres://me:secret@db:6543/carrel',
      { user: 'me', password: 'secret', host: 'db', port: 6543, database: 'carrel' },
    ],
    ['postgresql://db/carrel', { user: undefined, password: undefined, host: 'db', port: 5432, database: 'carrel' }],
    ['postgres:///carrel', { host: 'localhost' }],
    ['postgres:///carrel?host=/var/run/postgresql', { host: '/var/run/postgresql', port: 5432 }],
    ['postgres://%2Fvar%2Frun%2Fpostgresql/carrel', { host: '/var/run/postgresql' }],
    ['postgres://[::1]:5433/carrel', { host: '::1', port: 5433 }],
    ['postgres://me:p%40ss%2Fw%25rd@db/my%20list', { password: 'p@ss/w%rd', database: 'my list' }],
  ])('%s', (text, parts) => {
    expect(parseDatabaseUrl(text)).toMatchObject(parts);
  });

  test.each([
    ['', undefined],
    ['?sslmode=disable', undefined],
    ['?sslmode=require', { rejectUnauthorized: false }],
    ['?sslmode=verify-full', { rejectUnauthorized: true }],
  ])('%s decides about TLS', (query, ssl) => {
    expect(parseDatabaseUrl(`postgres://db/carrel${query}`).ssl).toEqual(ssl);
  });

  test.each([
    ['carrel', /is not a URL; it looks like postgres:/],
    ['postgres:carrel', /is not a URL/],
    ['postgres://me:secret@db:port/carrel', /is not a URL/],
    ['postgres://me:secret@db:99999/carrel', /is not a URL/],
    ['postgres://me:secret%@db/carrel', /is not a URL/],
    ['postgres://me:secret@db/100%', /is not a URL/],
    ['mysql://me:secret@db/carrel', /begins with mysql:\/\/, but only postgres:\/\/ is supported/],
    ['postgres://me:secret@db', /names no database; it ends like \/carrel/],
    ['postgres://me:secret@db/', /names no database/],
    [
      'postgres://me:secret@db/carrel?sslmode=prefer',
      /sslmode=prefer, but must say one of: disable, require, verify-full/,
    ],
    ['postgres://me:secret@db/carrel?sslmode=', /sslmode=, but must/],
    ['postgres://me:secret@db/carrel?sslmode=toString', /sslmode=toString, but must/],
    ['postgres://me:secret@db/carrel?sslmode=__proto__', /sslmode=__proto__, but must/],
  ])('%s is refused in a sentence that does not tell the password', (text, sentence) => {
    let said: unknown;
    try {
      parseDatabaseUrl(text);
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(ConfigError);
    const { message } = said as Error;
    expect(message).toMatch(/^DATABASE_URL .*\.$/);
    expect(message).toMatch(sentence);
    expect(message).not.toContain('secret');
  });
});
