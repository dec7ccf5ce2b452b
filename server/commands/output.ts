import { once } from 'node:events';
import Table from 'cli-table3';

/** Whoever read our output has gone (`carrel blogs | head`): there is nobody left to work for, and nothing went wrong. */
export class ReaderGone extends Error {}

let readerGone = false;

/** Without a listener a closed pipe ends the process with a stack trace; a server goes on without its reader. */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === process.stdout) readerGone = true;
    });
}

/** Prints lines at the speed of their reader, so that a long list stays small in memory. @throws ReaderGone. */
export async function print(...lines: string[]): Promise<void> {
  if (!lines.length) return;
  const flowing = process.stdout.write(`${lines.join('\n')}\n`);
  if (!flowing && !readerGone) await once(process.stdout, 'drain').catch(() => {}); // or 'error', which sets readerGone
  if (readerGone) throw new ReaderGone();
}

/** Prints one value for programs. @throws ReaderGone. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

const NO_BORDERS = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
    [side, `${side}-mid`, `${side}-left`, `${side}-right`, 'left-mid', 'right-mid', 'mid-mid'].map((key) => [key, '']),
  ),
);

/** Prints a table for people: a line of headings, two blanks between the columns. @throws ReaderGone. */
export function printTable(headings: string[], rows: (string | number)[][]): Promise<void> {
  const table = new Table({
    head: headings.map((heading) => heading.toUpperCase()),
    chars: { ...NO_BORDERS, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: headings.map((_, column) => (typeof rows[0]?.[column] === 'number' ? 'right' : 'left')),
  });
  table.push(...rows.map((row) => row.map((cell) => (typeof cell === 'string' ? oneLine(cell) : cell))));
  return print(
    ...table
      .toString()
      .split('\n')
      .map((line) => line.trimEnd()),
  );
}

/**
 * Text that somebody typed, safe on a terminal and on one line: a title with an escape sequence in it could otherwise
 * rewrite the screen of whoever lists it, and one with a line break could pass for two entries.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

/** `2026-11-22 14:05`, in UTC as everything on the server is. */
export function minute(time: Date): string {
  return time.toISOString().slice(0, 16).replace('T', ' ');
}
