import pg from 'pg';
import { parseDatabaseUrl } from '../server/database/url.ts';

/** Runs one statement on the server of TEST_DATABASE_URL, outside any test's own database. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(parseDatabaseUrl(url));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
