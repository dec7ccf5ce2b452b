import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildServer } from '../../test/built.ts';
import { Cli, ended, printed } from './cli.testing.ts';

vi.setConfig({ testTimeout: 90_000 }); // each command is a process of its own: a second alone, half a minute on a crowded machine

const PORT = 20_000 + (process.pid % 20_000);
const PASSWORD = 'read me first';
const ADMIN = 'aino@example.com';
const MEMBER = 'mei@example.com';

let cli: Cli;
let server: ChildProcess;
let demo: string;

// One data folder for the file: the demo is loaded by a command that was called while the server was still starting.
beforeAll(async () => {
  cli = new Cli(await buildServer(), { PORT: String(PORT) });
  server = cli.spawn(['serve']);
  await printed(server, 'Creating the database');
  const loading = cli.ok('demo', '--password', PASSWORD);
  await printed(server, `open   http://localhost:${PORT}`);
  demo = await loading;
}, 240_000); // compiling and initdb take 10 s of processor time, which a machine shared by many makes minutes of

afterAll(() => {
  server.kill('SIGKILL');
  cli.remove();
});

function ask(method: string, url: string, body?: object, token?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  return fetch(`http://localhost:${PORT}/api${url}`, { method, headers, body: body && JSON.stringify(body) });
}

async function logIn(username: string, password = PASSWORD): Promise<string> {
  return ((await (await ask('POST', '/login', { username, password })).json()) as { token: string }).token;
}

/** The status of a request in this session. */
async function asks(token: string): Promise<number> {
  return (await ask('GET', '/blogs', undefined, token)).status;
}

describe('called wrongly', () => {
  test.concurrent.each([
    [['nosuch'], "unknown command 'nosuch'"],
    [['serve', '--nosuch'], "unknown option '--nosuch'"],
    [['user'], 'Usage: carrel user'],
    [['user', 'disable'], "missing required argument 'username'"],
    [['blogs', '--sort', 'colour'], 'Allowed choices are likes, newest, oldest, title, year'],
    [['migrate', 'down', '--steps', 'two'], 'It must be a whole number from 1.'],
    [['jobs', 'retry'], 'name one job by its id, or say --failed'],
  ])('carrel %j ends with 2', async (args, sentence) => {
    const { code, out, err } = await cli.run(args);
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(sentence) });
  });

  test.concurrent.each([
    [{ PORT: 'abc' }, 'PORT is "abc", but must be a whole number from 0 to 65535.'],
    [{ DATABASE_URL: 'mysql://db/carrel' }, 'DATABASE_URL begins with mysql://, but only postgres:// is supported.'],
    [{ DATABASE_URL: 'postgres://u:50%@db/carrel' }, 'DATABASE_URL is not a URL'],
    [{ DATABASE_URL: 'postgres://u:p@127.0.0.1:1/carrel' }, 'The database carrel at 127.0.0.1:1 cannot be used'],
  ])('a wrong setting %j is one sentence', async (env, sentence) => {
    const { code, err } = await cli.run(['migrate', 'status'], { env });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining(`carrel: ${sentence}`) });
    expect(err.trim()).not.toContain('\n');
  });

  test.concurrent('a data folder that is a file is one sentence', async () => {
    const file = path.join(cli.folder, 'file');
    writeFileSync(file, '');
    const { code, err } = await cli.run(['user', 'list'], { env: { CARREL_DATA: file } });
    expect(code).toBe(1);
    expect(err).toBe(`carrel: The data folder ${file} cannot be used (it is a file); CARREL_DATA names another.\n`);
  });
});

test('help ends with 0 and has examples', async () => {
  for (const args of [['--help'], ['user', 'create', '--help']])
    expect(await cli.ok(...args)).toMatch(/Examples:\n {2}(\S+=\S+ )*carrel /);
});

describe('demo', () => {
  test('tells who can log in and how', async () => {
    expect(demo).toMatch(/^USERNAME +NAME +STANDING\naino@example\.com +Aino Lehtonen +admin\n/);
    expect(demo).toContain(`Password of them all: ${PASSWORD}\n`);
    expect(await logIn(ADMIN)).toBeTruthy();
  });

  test('refuses on a server that has users', async () => {
    const { code, out, err } = await cli.run(['demo']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe('carrel: This server has users already; the demo fills only an empty one.\n');
  });

  test('is a library in use', async () => {
    const token = await logIn(ADMIN);
    const get = async (url: string) => (await ask('GET', url, undefined, token)).json();
    const blogs = (await get('/blogs')) as { url: string; likes: number }[];
    expect(blogs).toHaveLength(42);
    expect(new Set(blogs.map(({ url }) => url)).size).toBe(42);
    expect(blogs[0]?.likes).toBe(6);
    expect(((await get('/notes?marked=true')) as object[]).length).toBeGreaterThan(2);
    expect(await get('/teams')).toHaveLength(3);
    const me = (await get('/users/1?teams=1')) as {
      readings: { readinglists: { read: boolean }[] }[];
      teams: object[];
    };
    const read = me.readings.map(({ readinglists: [row] }) => row?.read);
    expect(new Set(read)).toEqual(new Set([true, false]));
    expect(me.teams).toHaveLength(2);
  });
});

describe('blogs', () => {
  test('prints a line each', async () => {
    const lines = (await cli.ok('blogs')).trimEnd().split('\n');
    expect(lines).toHaveLength(42);
    expect(lines).toContain("Dan Abramov: 'On let vs const', 0 likes");
    expect(await cli.ok('blogs', '--search', 'gaps')).toBe(
      "Laurenz Albe: 'Gaps in sequences in PostgreSQL', 1 likes\n",
    );
  });

  test('prints JSON for programs, an empty list too', async () => {
    const blogs = JSON.parse(await cli.ok('blogs', '--sort', 'likes', '--json'));
    expect(blogs).toHaveLength(42);
    expect(blogs[0]).toMatchObject({ likes: 6, user: { id: expect.any(Number) } });
    expect(JSON.parse(await cli.ok('blogs', '--search', 'no such blog', '--json'))).toEqual([]);
  });

  test('a title cannot write on the terminal', async () => {
    const title = 'clear\u001b[2J\r\nNobody: \u202etwo';
    await ask('POST', '/blogs', { title, url: 'https://a.example' }, await logIn(MEMBER));
    expect(await cli.ok('blogs', '--search', 'clear')).toBe("(no author): 'clear [2J Nobody:  two', 0 likes\n");
  });

  test('ends quietly when its reader goes', async () => {
    const line = `set -o pipefail; "${process.execPath}" "${cli.main}" blogs --json | true`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line], { env: cli.env, cwd: cli.folder });
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
  });
});

describe('user', () => {
  test('list shows everybody, or whom one asks for', async () => {
    expect(await cli.ok('user', 'list')).toMatch(
      /^ID +USERNAME +NAME +STANDING +BLOGS +NOTES +TEAMS\n( +\d+ .*\n){8}$/,
    );
    const names = async (...args: string[]) =>
      JSON.parse(await cli.ok('user', 'list', '--json', ...args)).map(({ name }: { name: string }) => name);
    expect(await names('--scope', 'disabled')).toEqual(['Oskar Nyberg']);
    expect(await names('--scope', 'admin', '--name', 'LEH')).toEqual(['Aino Lehtonen']);
  });

  test('create makes a password and shows it once', async () => {
    const out = await cli.ok('user', 'create', '--username', 'ann@example.com', '--name', 'Ann');
    expect(out).toMatch(/^Created ann@example\.com \(id 9\)\.\nPassword: (\w{5}-){3}\w{5}\n/);
    expect(await logIn('ann@example.com', out.match(/Password: (\S+)/)?.[1])).toBeTruthy();
  });

  test('create takes a password from standard input', async () => {
    const args = [
      'user',
      'create',
      '--username',
      'bo@example.com',
      '--name',
      'Bo',
      '--admin',
      '--password-stdin',
      '--json',
    ];
    const { out } = await cli.run(args, { input: 'eight and more\n' });
    expect(JSON.parse(out)).toMatchObject({ username: 'bo@example.com', admin: true, disabled: false });
    expect(out).not.toContain('password');
    expect(await logIn('bo@example.com', 'eight and more')).toBeTruthy();
  });

  test.concurrent.each([
    [['--username', 'MEI@example.com', '--name', 'Mei'], 'username must be unique.'],
    [['--username', 'mei', '--name', 'Mei'], '"mei" is no e-mail address, and a username must be one.'],
    [['--username', 'x@example.com', '--name', ' '], 'name must not be empty.'],
    [['--username', 'x@example.com', '--name', 'X', '--password-stdin'], 'password must have at least 8 characters.'],
  ])('create refuses %j', async (args, sentence) => {
    const { code, out, err } = await cli.run(['user', 'create', ...args], { input: 'short' });
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: `carrel: ${sentence}\n` });
  });

  test('disable shuts out at the next request, enable lets the session go on', async () => {
    const token = await logIn(MEMBER);
    expect(await asks(token)).toBe(200);
    expect(await cli.ok('user', 'disable', 'Mei@Example.com')).toMatch(/^mei@example\.com is disabled: /);
    expect(await asks(token)).toBe(401);
    await cli.ok('user', 'enable', MEMBER);
    expect(await asks(token)).toBe(200);
  });

  test('the last admin can be neither disabled nor demoted', async () => {
    await cli.ok('user', 'demote', 'bo@example.com');
    for (const command of ['disable', 'demote']) {
      const { code, err } = await cli.run(['user', command, ADMIN]);
      expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('the last admin') });
    }
    expect(JSON.parse(await cli.ok('user', 'promote', MEMBER, '--json'))).toMatchObject({ admin: true });
    await cli.ok('user', 'demote', ADMIN);
  });

  test('sessions shows them and ends them', async () => {
    const token = await logIn('priya@example.com');
    expect(await cli.ok('user', 'sessions', 'priya@example.com')).toMatch(
      /^ID +KIND .*\n +\d+ +login +node +(127\.0\.0\.1|::1) /,
    );
    expect(await cli.ok('user', 'sessions', 'priya@example.com', '--end')).toBe(
      '1 session of priya@example.com ended.\n',
    );
    expect(await asks(token)).toBe(401);
    expect(await cli.ok('user', 'sessions', 'priya@example.com')).toBe('priya@example.com has no session.\n');
  });

  test('a new password ends every session', async () => {
    const token = await logIn('jonas@example.com');
    const { password } = JSON.parse(await cli.ok('user', 'password', 'jonas@example.com', '--json'));
    expect(await asks(token)).toBe(401);
    expect(await logIn('jonas@example.com')).toBeUndefined();
    expect(await logIn('jonas@example.com', password)).toBeTruthy();
  });

  test('nobody of that name', async () => {
    const { code, err } = await cli.run(['user', 'disable', 'nobody@example.com']);
    expect(code).toBe(1);
    expect(err).toBe('carrel: There is no user nobody@example.com; "carrel user list" shows who there is.\n');
  });
});

describe('jobs', () => {
  test('shows what failed, and runs it again', async () => {
    expect(await cli.ok('jobs', 'list')).toBe('There is no job.\n');
    const token = await logIn(MEMBER); // an admin by now
    const { id } = (await (await ask('POST', '/blogs', { url: 'http://127.0.0.1:1/' }, token)).json()) as {
      id: number;
    };
    const failed = async () => (await ask('GET', '/admin/jobs?state=failed', undefined, token)).json();
    await expect.poll(failed).toMatchObject([{ attempts: 1 }]);
    const [job] = JSON.parse(await cli.ok('jobs', 'list', '--state', 'failed', '--json'));
    expect(job).toMatchObject({ blogId: id, subject: 'http://127.0.0.1:1/', attempts: 1 });
    expect(await cli.ok('jobs', 'list')).toContain('127.0.0.1 is not an address on the public internet');
    expect(await cli.ok('jobs', 'retry', job.id)).toBe('fetch-article http://127.0.0.1:1/ is run again.\n');
    await expect.poll(failed).toMatchObject([{ id: job.id, attempts: 2 }]);
    expect(await cli.ok('jobs', 'retry', '--failed')).toBe('1 job is run again.\n');
    expect(await cli.run(['jobs', 'retry', 'x'])).toMatchObject({ code: 1, err: 'carrel: job not found.\n' });
  });
});

describe('serve', () => {
  test('does not start with hosts to fetch from that are none', async () => {
    const { code, err } = await cli.run(['serve'], { env: { CARREL_FETCH_ALLOW: 'wiki.local,http://x' } });
    expect({ code, err }).toEqual({
      code: 1,
      err: 'carrel: CARREL_FETCH_ALLOW: "http://x" is not a host, host:port, or network such as 10.0.0.0/8.\n',
    });
  });

  test('a second one on the same data folder is refused', async () => {
    const { code, err } = await cli.run(['serve'], { env: { PORT: '0' } });
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('A Carrel server is already running on ') });
  });

  test('Ctrl-C closes it; commands go on without it', async () => {
    const end = once(server, 'close');
    server.kill('SIGINT');
    expect(await end).toEqual([0, null]);
    expect((await cli.ok('blogs', '--author', 'Sandi Metz')).trim()).toBe(
      "Sandi Metz: 'The Wrong Abstraction', 5 likes",
    );
    expect(existsSync(path.join(cli.folder, 'data/lock'))).toBe(false);
  });

  test('a port that is taken is one sentence', async () => {
    const taken = createServer().listen(PORT, '127.0.0.1');
    await once(taken, 'listening');
    const { code, err } = await cli.run(['serve']);
    taken.close();
    expect(code).toBe(1);
    expect(err).toBe(
      `carrel: Port ${PORT} on 127.0.0.1 is taken by another program; stop that one, or set PORT to another number.\n`,
    );
  });

  test('Ctrl-C while it creates the database ends it at once', async () => {
    const other = cli.spawn(['serve'], { CARREL_DATA: path.join(cli.folder, 'other') });
    const end = ended(other);
    await new Promise((seen) => other.stdout?.once('data', seen));
    const began = Date.now();
    other.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, out: expect.stringContaining('SIGINT while starting: stopped.') });
    expect(Date.now() - began).toBeLessThan(2000);
    expect(existsSync(path.join(cli.folder, 'other/unfinished'))).toBe(true); // begun anew at the next start
  });
});
