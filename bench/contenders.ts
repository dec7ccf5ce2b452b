import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Address } from '../server/database/engine.ts';
import type { Library } from './database.ts';
import type { ServerUsage } from './probe.ts';

export type ContenderName = 'carrel' | 'floor' | 'course' | 'embedded';

/** One of the servers that are measured beside each other. */
export interface Contender {
  name: ContenderName;
  url: string;
  /** Where its library is; and how what its connections there call themselves begins. */
  address: Address;
  application: string;
  usage: () => Promise<ServerUsage>;
  stop: () => Promise<void>;
}

const SCRIPTS: Record<ContenderName, string> = {
  carrel: '../server/main.js',
  embedded: '../server/main.js',
  floor: './floor.js',
  course: './course.js',
};

/** Starts a server on a library, with the probe in it. @param profiles a folder for its CPU profile, written when it stops. */
export async function startContender(name: ContenderName, library: Library, profiles?: string): Promise<Contender> {
  const script = (file: string) => fileURLToPath(new URL(file, import.meta.url));
  const isCarrel = name === 'carrel' || name === 'embedded';
  const application = isCarrel ? 'carrel' : `bench ${name}`;
  const settings = isCarrel
    ? { ...library.env, PORT: '0', CARREL_LOG: 'error', CARREL_LOGIN_FAILURES: '1000000' }
    : {
        BENCH_ADDRESS: JSON.stringify({ ...library.address, application_name: application }),
        BENCH_ENGINE: library.engine,
      };
  const child = spawn(
    process.execPath,
    [
      ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`, `--cpu-prof-name=${name}.cpuprofile`] : []),
      '--import',
      new URL('./probe.js', import.meta.url).href,
      script(SCRIPTS[name]),
      ...(isCarrel ? ['serve'] : []),
    ],
    {
      cwd: os.tmpdir(), // no .env there
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...settings },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  return {
    name,
    url: await readUrl(name, child),
    address: library.address,
    application,
    usage: async () => {
      child.send('usage');
      const [usage] = await once(child, 'message');
      return usage;
    },
    stop: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Every server says where it is in the same words when it is ready. */
function readUrl(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (text) => {
      said += text;
      const port = /open +http:\S+:(\d+)/.exec(said)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.on('exit', (code) => reject(new Error(`The server ${name} ended with ${code}. ${said}`)));
  });
}
