import { createHash } from 'node:crypto';
import pg, { type Client, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg';
import { BaseError, ConnectionAcquireTimeoutError } from 'sequelize';
import type { Sql } from 'sql-template-tag';
import { connectedEngine, connectionPool, database, lanes } from './sequelize.ts';
import { timed } from './trace.ts';
import { runningTransaction } from './transaction.ts';

/**
 * Times as they are answered, ISO 8601 in UTC, made from PostgreSQL's text and never a Date: of a page of 50 blogs that took a
 * seventh of the server's time. Anything but the usual form (a year of five digits) goes the long way.
 */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === pg.types.builtins.TIMESTAMPTZ ? isoTime : pg.types.getTypeParser(oid, format),
};

function isoTime(text: string): string {
  if (text[10] !== ' ' || !text.endsWith('+00')) return new Date(pg.types.getTypeParser(1184)(text)).toISOString();
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`;
}

interface How {
  /** A text that will hardly come again: it is not prepared. */
  once?: boolean;
  /**
   * A read that takes a millisecond or two whatever is asked for: a row by its key, a page by its index. It shares a connection
   * with others (see Lanes), and would hold them up if it took longer. On the embedded engine everything does: it has one backend.
   */
  quick?: boolean;
}

/**
 * Runs one statement outside of Sequelize, but in the running transaction if there is one, and returns its rows as
 * the database names them, times as ISO 8601 text. For hot reads: past Sequelize's query generator and model instances it
 * answers a reading list of 50 five times as often. The text must come from a finite set of fragments, since each distinct
 * text stays prepared on its connection; values belong in `${}`, never in the text.
 */
export function rows<Row extends QueryResultRow>({ text, values }: Sql, { once, quick }: How = {}): Promise<Row[]> {
  const query = { name: once ? undefined : nameFor(text), text, values, types };
  const transaction = runningTransaction() as { connection?: Client } | undefined;
  if (transaction?.connection) return ask(transaction.connection, query);
  const shared = quick || connectedEngine().kind === 'embedded' ? lanes().query<Row>(query) : undefined;
  return shared ? timed(text, () => shared) : askOnPool(query);
}

type Query = QueryConfig & { text: string };

function ask<Row extends QueryResultRow>(client: Client, query: Query, answered = () => {}): Promise<Row[]> {
  const asked = () =>
    new Promise<Row[]>((resolve, reject) => {
      client.query<Row>(query, (error, result) => {
        answered();
        if (error) reject(error);
        else resolve(result.rows);
      });
    });
  return timed(query.text, asked);
}

/** On a connection of Sequelize's pool, taken past its hooks and its log: they were a fourteenth of what a small write costs. */
async function askOnPool<Row extends QueryResultRow>(query: Query): Promise<Row[]> {
  const pool = connectionPool();
  const client = await pool.acquire().catch((error: Error) => {
    throw error instanceof BaseError ? error : new ConnectionAcquireTimeoutError(error);
  });
  return ask<Row>(client, query, () => pool.release(client));
}

/**
 * Runs SQL that others wrote (pg-boss) on the same pool and in the same transaction, unprepared; without values it may be
 * several statements, with a transaction of their own.
 */
export async function execute(text: string, values?: unknown[]): Promise<QueryResult> {
  const transaction = runningTransaction() as { connection?: Client } | undefined;
  if (transaction?.connection) return transaction.connection.query(text, values);
  const manager = database().connectionManager;
  const client = (await manager.getConnection({ type: 'write' })) as Client;
  try {
    return await client.query(text, values);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // or the next one on this connection would find a broken transaction
    throw error;
  } finally {
    manager.releaseConnection(client);
  }
}

const names = new Map<string, string>();

/** A prepared statement's name for a text: the same for the same text, in every process (the embedded engine's clients share them). */
function nameFor(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return name;
}
