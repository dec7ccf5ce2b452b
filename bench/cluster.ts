import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql'; // keeps initdb and postgres out of the PATH

/** The folder of the newest installed PostgreSQL's programs, if there is one. */
export function installedPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    ...versions.map((version) => path.join(DEBIAN, version, 'bin')),
  ];
  return folders.find((folder) => existsSync(path.join(folder, 'initdb')) && existsSync(path.join(folder, 'postgres')));
}

/**
 * Starts a PostgreSQL of our own in `folder` (made if it is not there), reached through a socket in it.
 * @returns the URL of the server, and how to stop it.
 */
export async function startCluster(bin: string, folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const { uid, gid } = whoRunsIt();
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (process.getuid?.() === 0) execFileSync('chown', [`${uid}:${gid}`, folder]);
  const data = path.join(folder, 'cluster');
  const options = { uid, gid, cwd: folder };
  if (!existsSync(path.join(data, 'PG_VERSION')))
    execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'], {
      ...options,
      stdio: 'ignore',
    });
  // As installed, but for the memory, which defaults to that of a machine of twenty years ago, and for rare checkpoints.
  const settings = ['shared_buffers=512MB', 'max_wal_size=4GB', 'max_connections=200', 'listen_addresses='];
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore', detached: true }, // out of the terminal's group: Ctrl-C reaches it through us only
  );
  const stop = async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGINT'); // fast shutdown: clients are cut off, everything is written
    await once(server, 'exit');
  };
  const url = `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ host: folder, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      await client.end();
      return { url, stop };
    } catch (error) {
      if (tries > 300 || server.exitCode !== null)
        throw new Error(`PostgreSQL did not start in ${folder}: ${(error as Error).message}`);
      await sleep(100);
    }
  }
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function whoRunsIt(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
