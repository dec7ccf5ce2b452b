import type { FastifyReply, FastifyRequest } from 'fastify';
import { Invalid } from '../errors.ts';
import { isStorable } from './validation.ts';

/** The sort keys of the last row of a page, ending in its id; the next page starts behind it. */
export type Keys = (string | number)[];

/** Which page of a list is asked for: at most `limit` items, behind the row with these keys. */
export interface Page {
  limit: number;
  after?: Keys;
}

/**
 * Reads `?limit=&cursor=`. A cursor is base64url of `[order, ...keys]`; one of another order has keys that mean nothing here.
 * @param order names the order of the list; @param types says what each key must be.
 * @throws Invalid for a cursor that this list did not give.
 */
export function readPage(
  query: { limit: number; cursor?: string },
  order: string,
  types: ('string' | 'number')[],
): Page {
  if (query.cursor === undefined) return { limit: query.limit };
  const [cursorOrder, ...after] = decode(query.cursor);
  const fits =
    cursorOrder === order &&
    after.length === types.length &&
    after.every((key, i) => typeof key === types[i] && (types[i] === 'string' || Number.isInteger(key)));
  if (!fits || !isStorable(after)) throw new Invalid('cursor is not one that this list gave for this order');
  return { limit: query.limit, after: after as Keys };
}

function decode(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/**
 * Cuts a list that was fetched with one row more than asked for, and says in a Link header (RFC 8288) where the rest is.
 * Never counts: a page costs the same wherever it is.
 */
export function answerPage<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: Row[],
  limit: number,
  order: string,
  keysOf: (last: Row) => Keys,
): Row[] {
  if (rows.length <= limit) return rows;
  const page = rows.slice(0, limit);
  const url = new URL(request.url, 'http://local');
  const cursor = Buffer.from(JSON.stringify([order, ...keysOf(page[limit - 1] as Row)])).toString('base64url');
  url.searchParams.set('cursor', cursor);
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  return page;
}
