import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The real command line, on a temporary data folder. */
export class Cli {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'carrel-cli-'));
  readonly env: NodeJS.ProcessEnv;

  /** @param main the compiled program */
  constructor(
    readonly main: string,
    env: NodeJS.ProcessEnv,
  ) {
    const { PATH, HOME } = process.env;
    this.env = { PATH, HOME, CARREL_DATA: path.join(this.folder, 'data'), ...env };
  }

  spawn(args: string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
    return spawn(process.execPath, [this.main, ...args], { cwd: this.folder, env: { ...this.env, ...env } });
  }

  /** Runs a command to its end; `input` goes to its standard input. */
  async run(args: string[], { env, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {}): Promise<Ended> {
    const child = this.spawn(args, env);
    child.stdin?.end(input);
    return ended(child);
  }

  /** Runs a command that must end with 0; answers what it printed. */
  async ok(...args: string[]): Promise<string> {
    const { code, out, err } = await this.run(args);
    if (code !== 0) throw new Error(`carrel ${args.join(' ')} ended with ${code}: ${err}`);
    return out;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function ended(child: ChildProcess): Promise<Ended> {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

/** Waits until a process has printed something. @throws Error with all it printed when it ends before. */
export async function printed(child: ChildProcess, wanted: string): Promise<void> {
  let all = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    all += chunk;
    if (all.includes(wanted)) return;
  }
  throw new Error(`It ended without "${wanted}": ${all}`);
}
