import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Keys, Keyset, Page } from '../database/keyset.ts';
import { Invalid } from '../errors.ts';
import { MAX_ID } from './common.schemas.ts';
import { isStorable } from './validation.ts';

/**
 * Reads `?limit=&cursor=`. A cursor is base64url of `[order, ...keys]`; one of another order has keys that mean nothing here.
 * @throws Invalid for a cursor that a list in this order did not give.
 */
export function readPage(query: { limit: number; cursor?: string }, { name, key, idType = 'int' }: Keyset): Page {
  if (query.cursor === undefined) return { limit: query.limit };
  const [order, ...after] = decode(query.cursor);
  const types = key ? [key.type, idType] : [idType];
  const fits = order === name && after.length === types.length && after.every((value, i) => isKey(value, types[i]));
  if (!fits || !isStorable(after)) throw new Invalid('cursor is not one that this list gave for this order');
  return { limit: query.limit, after: after as Keys };
}

/** As PostgreSQL writes one. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isKey(value: unknown, type: string | undefined): boolean {
  if (type === 'text') return typeof value === 'string';
  if (type === 'uuid') return typeof value === 'string' && UUID.test(value);
  return Number.isInteger(value) && Math.abs(value as number) <= MAX_ID;
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
export function answerPage<Row extends { id: number | string; sortKey?: string | number | null }>(
  request: FastifyRequest,
  reply: FastifyReply,
  rows: Row[],
  { limit }: Page,
  { name, key }: Keyset,
): Row[] {
  if (rows.length <= limit) return rows;
  const page = rows.slice(0, limit);
  const last = page[limit - 1] as Row;
  const keys = key ? [last.sortKey, last.id] : [last.id];
  const url = new URL(request.url, 'http://local');
  url.searchParams.set('cursor', Buffer.from(JSON.stringify([name, ...keys])).toString('base64url'));
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`);
  return page;
}
