import { randomInt } from 'node:crypto';
import { text } from 'node:stream/consumers';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'; // none that is taken for another: no i, l, o, 0, 1

/** A password that can be read out over the telephone: 20 characters of 31, 99 bits. */
export function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

/** The password from standard input, without the line break that `echo` puts behind it. An argument would show in `ps`. */
export async function readPassword(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '');
}
