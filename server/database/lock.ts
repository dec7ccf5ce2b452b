import { accessSync, constants, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Who has the data folder: a server stays, a command is over in a moment. */
export interface Holder {
  pid: number;
  /** When that process began, in the kernel's own unit; tells a process from a later one with the same id. */
  began: string;
  role: 'server' | 'command';
  /** A server that still brings the database up to date; commands wait for it. */
  starting?: boolean;
}

/** The data folder is ours: `ready` says that others may work through us, `release` gives it back. */
export interface Lock {
  ready: () => void;
  release: () => void;
}

/**
 * Takes the data folder for this process, or tells who has it. Two processes writing one folder would corrupt it.
 * The lock is a file made with O_EXCL; one left behind by a process that is gone is moved away and taken anew.
 */
export function lockFolder(folder: string, role: Holder['role']): Lock | { holder: Holder } {
  makeFolder(folder);
  const file = path.join(folder, 'lock');
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), role, starting: role === 'server' };
  const text = JSON.stringify(mine);
  for (;;) {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      return { ready: () => replace(file, { ...mine, starting: false }), release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = read(file);
    if (found === undefined) continue;
    const holder = parse(found);
    if (holder && isAlive(holder)) return { holder };
    removeStale(file, found);
  }
}

/** @throws Error in one sentence when there can be no such folder. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = { EEXIST: 'it is a file', ENOTDIR: 'it lies below a file', EACCES: 'access is denied' }[code ?? ''];
    throw new Error(`The data folder ${folder} cannot be used (${reason ?? code}); CARREL_DATA names another.`);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/** In one step, so that nobody reads half of it. */
function replace(file: string, holder: Holder): void {
  const next = `${file}.${process.pid}.next`;
  writeFileSync(next, JSON.stringify(holder), { mode: 0o600 });
  renameSync(next, file);
}

/** A rename succeeds for one process only; what it moved is put back if it was not the stale lock after all. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) === stale) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function isAlive(holder: Holder): boolean {
  // In a container the server always has the same process id: then the holder of our own id is our past self.
  if (holder.pid === process.pid) return holder.began === beganAt(process.pid);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return beganAt(holder.pid) === holder.began;
}

/** Field 22 of /proc/PID/stat, counted after the command name, which may hold blanks; empty where there is no /proc. */
function beganAt(pid: number): string {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
