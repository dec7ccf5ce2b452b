import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';

/** What a column of a row can hold here; a time is written as ISO 8601 text. */
export type Value = string | number | boolean | Buffer | null;

const BATCH = 5000;

/** Puts rows into a table, in their order. @returns how many. */
export type Fill = (table: string, columns: string[], rows: Iterable<Value[]>) => Promise<number>;

/** By COPY, the fastest way there is. */
export function fillByCopy(client: pg.Client): Fill {
  return async (table, columns, rows) => {
    let count = 0;
    function* lines() {
      for (const batch of batches(rows)) {
        count += batch.length;
        yield batch.map((row) => `${row.map(copied).join('\t')}\n`).join('');
      }
    }
    const copy = client.query(from(`COPY ${table} (${columns}) FROM STDIN`));
    await pipeline(Readable.from(lines(), { highWaterMark: 2 }), copy);
    return count;
  };
}

/** By INSERT, for the embedded engine, over whose connections no COPY goes. */
export function fillByInsert(client: pg.Client): Fill {
  return async (table, columns, rows) => {
    let count = 0;
    for (const batch of batches(rows)) {
      count += batch.length;
      const objects = batch.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], plain(value)])));
      await client.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(objects)],
      );
    }
    return count;
  };
}

function* batches(rows: Iterable<Value[]>): Generator<Value[][]> {
  let batch: Value[][] = [];
  for (const row of rows) {
    if (batch.push(row) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** As COPY's text format wants it. */
function copied(value: Value): string {
  if (value === null) return '\\N';
  const text = plain(value);
  return typeof text === 'string' ? text.replace(/[\\\t\n\r]/g, (sign) => `\\${ESCAPED[sign] ?? sign}`) : String(text);
}

const ESCAPED: Record<string, string> = { '\t': 't', '\n': 'n', '\r': 'r' };

/** PostgreSQL reads a bytea from `\x` and hexadecimal digits. */
function plain(value: Value): string | number | boolean | null {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}
