import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, describeSettings, readConfig } from './config.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inNoFolder = (env: Record<string, string>) => readConfig(env, '/nowhere');

describe('settings', () => {
  test('have defaults that run on one machine with nothing set', () => {
    expect(inNoFolder({})).toEqual({
      ...inNoFolder({}),
      port: 3001,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      databaseUrl: '',
      signup: 'open',
      sessionDays: 30,
      trustProxy: false,
      classroom: false,
    });
  });

  test('come from the environment, then from .env; an empty one counts as not set', () => {
    writeFileSync(path.join(folder, '.env'), 'PORT=4000\nHOST="0.0.0.0" # everywhere\nCARREL_SIGNUP=closed\n');
    expect(readConfig({ PORT: '5000', CARREL_SIGNUP: '' }, folder)).toMatchObject({
      port: 5000,
      host: '0.0.0.0',
      signup: 'closed',
    });
  });

  test('are read as a person may write them', () => {
    expect(inNoFolder({ CARREL_TRUST_PROXY: 'Yes', CARREL_LOG: 'INFO', PORT: '0' })).toMatchObject({
      trustProxy: true,
      logLevel: 'info',
      port: 0,
    });
    expect(inNoFolder({ CARREL_DATA: 'books' }).dataDir).toBe(path.resolve('books'));
  });

  test.each([
    [{ PORT: 'http' }, 'PORT is "http", but must be a whole number from 0 to 65535.'],
    [{ PORT: '65536' }, 'PORT is "65536", but must be a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT is "-1", but must'],
    [{ PORT: '1e3' }, 'PORT is "1e3", but must'],
    [{ PORT: '80.5' }, 'PORT is "80.5", but must'],
    [{ CARREL_POOL: '0' }, 'CARREL_POOL is "0", but must be a whole number from 1 to 500.'],
    [{ CARREL_SIGNUP: 'maybe' }, 'CARREL_SIGNUP is "maybe", but must be one of: open, invitation, closed.'],
    [{ CARREL_TRUST_PROXY: '2' }, 'CARREL_TRUST_PROXY is "2", but must be one of: 0, 1, true, false, yes, no.'],
    [{ CARREL_LOG: 'loud' }, 'CARREL_LOG is "loud", but must be one of: silent, error, warn, info, debug.'],
    [{ CARREL_SESSION_DAYS: '99999' }, 'CARREL_SESSION_DAYS is "99999", but must'],
  ])('%j stops the start with one sentence', (env, sentence) => {
    expect(() => inNoFolder(env)).toThrow(ConfigError);
    expect(() => inNoFolder(env)).toThrow(sentence);
  });

  test('classroom mode listens on this machine only, whatever HOST says', () => {
    expect(inNoFolder({ CARREL_CLASSROOM: '1', HOST: '0.0.0.0' })).toMatchObject({
      classroom: true,
      host: '127.0.0.1',
    });
  });

  test('are all in --help, each with its default', () => {
    const help = describeSettings();
    for (const name of [
      'PORT',
      'HOST',
      'CARREL_DATA',
      'DATABASE_URL',
      'CARREL_POOL',
      'CARREL_SIGNUP',
      'CARREL_CLASSROOM',
    ])
      expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
    expect(help.split('\n')).toHaveLength(Object.keys(inNoFolder({})).length);
  });
});
