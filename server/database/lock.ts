import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Who has the data folder: a server stays, a command is over in a moment. */
export interface Holder {
  pid: number;
  /** When that process began, in the kernel's own unit; tells a process from a later one with the same id. */
  began: string;
  role: 'server' | 'command';
}

/**
 * Takes the data folder for this process, or tells who has it. Two processes writing one folder would corrupt it.
 * The lock is a file made with O_EXCL; one left behind by a process that is gone is moved away and taken anew.
 */
export function lockFolder(folder: string, role: Holder['role']): { release: () => void } | { holder: Holder } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'lock');
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), role };
  const text = JSON.stringify(mine);
  for (;;) {
    try {
      writeFileSync(file, text, { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
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
