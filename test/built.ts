import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildOnce, ROOT } from './build-once.ts';

const SOURCES = ['server', 'migrations', 'bench', 'test', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

/** The compiled server, of the sources as they are. @returns its program */
export async function buildServer(): Promise<string> {
  const at = (name: string) => path.join(ROOT, 'dist', name);
  await buildOnce({
    built: at('server/main.js'),
    sources: SOURCES.map((name) => path.join(ROOT, name)),
    build: () => {
      for (const name of ['server', 'migrations']) rmSync(at(name), { recursive: true, force: true }); // what is no more must not run
      const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
      execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: ROOT });
    },
  });
  return at('server/main.js');
}

/** A folder that is gone with `remove`, short enough for a socket's path. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface RunningServer {
  process: ChildProcess;
  url: string;
  /** From the start of the process to its "ready". */
  readyMs: number;
  /** All that it has printed, errors too. */
  said: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
}

/** Starts the compiled server on a free port and waits until it is ready. @throws Error with what it printed when it ends before. */
export function startServer(main: string, env: Record<string, string>): Promise<RunningServer> {
  const began = Date.now();
  const child = spawn(process.execPath, [main, 'serve'], {
    cwd: os.tmpdir(), // no .env there
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env },
  });
  let said = '';
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? signal)),
  );
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text;
      const url = /open +(http:\S+)/.exec(said)?.[1];
      if (url)
        resolve({
          process: child,
          url: url.replace('localhost', '127.0.0.1'),
          readyMs: Date.now() - began,
          said: () => said,
          ended,
        });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) => reject(new Error(`The server ended with ${code} before it was ready: ${said}`)));
  });
}
