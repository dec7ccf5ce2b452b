import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

/** A setting that stops the start: one sentence that names the setting, what it holds and what it may hold. */
export class ConfigError extends Error {}

interface Setting<T> {
  name: string;
  /** What `carrel serve --help` shows as default. */
  fallback: string;
  help: string;
  read: (text: string, name: string) => T;
}

function integer(from: number, to: number) {
  return (text: string, name: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < from || value > to)
      throw new ConfigError(`${name} is "${text}", but must be a whole number from ${from} to ${to}.`);
    return value;
  };
}

function oneOf<const T extends string>(...values: T[]) {
  return (text: string, name: string): T => {
    const value = values.find((candidate) => candidate === text.toLowerCase());
    if (!value) throw new ConfigError(`${name} is "${text}", but must be one of: ${values.join(', ')}.`);
    return value;
  };
}

function yesNo(text: string, name: string): boolean {
  return ['1', 'true', 'yes'].includes(oneOf('0', '1', 'true', 'false', 'yes', 'no')(text, name));
}

function secret(text: string, name: string): string {
  if (text && !/^[\w.~+/=-]{16,}$/.test(text))
    throw new ConfigError(`${name} must be 16 or more letters, digits or characters of - . _ ~ + / =`);
  return text;
}

function list(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function webAddress(text: string, name: string): string {
  return address(text, name, /^https?:$/, 'https://carrel.example.com');
}

function smtpAddress(text: string, name: string): string {
  return address(text, name, /^smtps?:$/, 'smtp://mail.example.com:587');
}

function address(text: string, name: string, protocol: RegExp, example: string): string {
  if (!text || (URL.canParse(text) && protocol.test(new URL(text).protocol))) return text;
  throw new ConfigError(`${name} is no address like ${example}.`); // without the value: it may have a password in it
}

function setting<T>(name: string, fallback: string, help: string, read: (text: string, name: string) => T): Setting<T> {
  return { name, fallback, help, read };
}

/** Every setting there is. `carrel serve --help` lists them from here, and nothing else reads the environment. */
const SETTINGS = {
  port: setting('PORT', '3001', 'port to listen on; 0 picks a free one', integer(0, 65_535)),
  host: setting('HOST', '127.0.0.1', 'address to listen on; 0.0.0.0 for every network interface', (text) => text),
  dataDir: setting('CARREL_DATA', './data', 'folder of the embedded database', (text) => path.resolve(text)),
  databaseUrl: setting('DATABASE_URL', '', 'postgres://… to use a PostgreSQL server instead', (text) => text),
  poolSize: setting('CARREL_POOL', '16', 'most connections to PostgreSQL', integer(1, 500)),
  signup: setting(
    'CARREL_SIGNUP',
    'open',
    'who may create an account: open, invitation (whoever has a link to a team), closed (admins, and by their links)',
    oneOf('open', 'invitation', 'closed'),
  ),
  sessionDays: setting('CARREL_SESSION_DAYS', '30', 'days a session lives after its last use', integer(1, 3650)),
  loginFailures: setting(
    'CARREL_LOGIN_FAILURES',
    '20',
    'failed logins allowed per minute, address and username',
    integer(1, 1_000_000),
  ),
  fetchAllow: setting(
    'CARREL_FETCH_ALLOW',
    '',
    'hosts, addresses or networks inside that pages may be fetched from, as wiki.local, 10.0.0.0/8',
    list,
  ),
  images: setting(
    'CARREL_IMAGES',
    'ask',
    'pictures in texts: ask (from their sites, once the reader wants them), proxy (through this server), off',
    oneOf('ask', 'proxy', 'off'),
  ),
  publicUrl: setting('CARREL_PUBLIC_URL', '', 'where people reach this server, for links in mails', webAddress),
  smtpUrl: setting(
    'CARREL_SMTP_URL',
    '',
    'smtp:// or smtps://USER:PASSWORD@HOST:PORT to send mail through',
    smtpAddress,
  ),
  mailFrom: setting('CARREL_MAIL_FROM', '', 'the sender of mails, such as Carrel <carrel@example.com>', (text) => text),
  trustProxy: setting(
    'CARREL_TRUST_PROXY',
    'no',
    'yes behind a reverse proxy that sets X-Forwarded-For and -Proto',
    yesNo,
  ),
  logLevel: setting(
    'CARREL_LOG',
    'warn',
    'how much to log: silent, error, warn, info (every request), debug',
    oneOf('silent', 'error', 'warn', 'info', 'debug'),
  ),
  slowMs: setting(
    'CARREL_SLOW_MS',
    '0',
    'log queries that take as many milliseconds or more, with the route that made them; 0 for none',
    integer(0, 3_600_000),
  ),
  metrics: setting(
    'CARREL_METRICS',
    '',
    'turns /metrics for Prometheus on: the token, of 16 characters or more, that it asks for',
    secret,
  ),
  classroom: setting(
    'CARREL_CLASSROOM',
    '0',
    '1 opens the API for a course on this machine: see docs/classroom.md',
    yesNo,
  ),
} as const;

export type Config = { -readonly [K in keyof typeof SETTINGS]: ReturnType<(typeof SETTINGS)[K]['read']> };

export type SignupPolicy = Config['signup'];

/**
 * Reads every setting from `env`, and from the file `.env` in `folder` for those that `env` does not have.
 * An empty value counts as not set.
 * @throws ConfigError for the first setting that is wrong.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env, folder = process.cwd()): Config {
  const file = path.join(folder, '.env');
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const config = Object.fromEntries(
    Object.entries(SETTINGS).map(([key, { name, fallback, read }]) => [
      key,
      read(env[name] || fromFile[name] || fallback, name),
    ]),
  ) as Config;
  // The course mode lets anybody in, so it never listens where another machine can reach it.
  if (config.classroom) config.host = '127.0.0.1';
  return config;
}

/** The settings as lines of text for `--help`. */
export function describeSettings(): string {
  return Object.values(SETTINGS)
    .map(({ name, fallback, help }) => `  ${name.padEnd(22)} ${help}${fallback ? ` (default ${fallback})` : ''}`)
    .join('\n');
}
