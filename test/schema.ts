import { QueryTypes, type Sequelize } from 'sequelize';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { connectTo, type OpenDatabase } from '../server/open.ts';
import { openTestEngine } from './database.ts';

/** A database of the test file's own that is empty before every test. */
export function useEmptyDatabase({ poolSize = 5 } = {}): { readonly sequelize: Sequelize } {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await connectTo(await openTestEngine(), poolSize);
  });
  beforeEach(() => database.sequelize.query('DROP SCHEMA IF EXISTS public, pgboss CASCADE; CREATE SCHEMA public'));
  afterAll(() => database.close());
  return {
    get sequelize() {
      return database.sequelize;
    },
  };
}

export interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
  default: string | null;
  generated: string;
}

const OURS = "n.nspname = 'public'";

/** Every column of every table, in the table's order. */
export function columnsOf(sequelize: Sequelize): Promise<Column[]> {
  return sequelize.query<Column>(
    `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
            NOT a.attnotnull AS nullable, pg_get_expr(d.adbin, d.adrelid) AS default,
            a.attidentity::text || a.attgenerated::text AS generated
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE ${OURS} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
     ORDER BY c.relname, a.attnum`,
    { type: QueryTypes.SELECT },
  );
}

export interface ForeignKey {
  table: string;
  column: string;
  target: string;
}

export function foreignKeysOf(sequelize: Sequelize): Promise<ForeignKey[]> {
  return sequelize.query<ForeignKey>(
    `SELECT k.conrelid::regclass::text AS table, a.attname AS column, k.confrelid::regclass::text AS target
     FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)
     WHERE ${OURS} AND k.contype = 'f' ORDER BY 1, 2`,
    { type: QueryTypes.SELECT },
  );
}

/** Also where the jobs are: tables of pg-boss, which no model and no row of ours belongs to. */
const ANYWHERE = "n.nspname IN ('public', 'pgboss')";

/** Everything in the schema as lines of text, in an order of its own, for comparing two of them. */
export async function schemaOf(sequelize: Sequelize): Promise<string[]> {
  const columns = (await columnsOf(sequelize)).map((column) => `column ${JSON.stringify(column)}`);
  const rest = await sequelize.query<{ line: string }>(
    `SELECT 'index ' || indexdef AS line FROM pg_indexes WHERE schemaname IN ('public', 'pgboss')
     UNION ALL SELECT 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
       FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace WHERE ${ANYWHERE}
     UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM pg_trigger t
       JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ANYWHERE} AND NOT t.tgisinternal
     UNION ALL SELECT 'function ' || p.oid::regprocedure || md5(p.prosrc) FROM pg_proc p
       JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${ANYWHERE} AND p.prolang <> 13
     UNION ALL SELECT 'enum ' || t.typname || ' ' || e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
     UNION ALL SELECT 'relation ' || c.relkind::text || ' ' || c.relname FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ANYWHERE}
     UNION ALL SELECT 'extension ' || extname FROM pg_extension
     ORDER BY 1`,
    { type: QueryTypes.SELECT },
  );
  return [...columns, ...rest.map(({ line }) => line)];
}

/** Values for columns that a CHECK constraint narrows; any other gets one by its type. */
const NARROW: Record<string, string> = {
  role: "'owner'",
  kind: "'login'",
  read: 'false',
  state: "'ready'",
  'note_reactions.kind': "'agree'",
};

const BY_TYPE: Record<string, string> = {
  text: "'some text'",
  bytea: "'\\x00'",
  boolean: 'false',
  'timestamp with time zone': 'now()',
  jsonb: "'{}'",
  integer: '1',
  bigint: '1',
};

/** Puts a row into every table that has none, those that others point to first; a new table needs nothing here. */
export async function fillTables(sequelize: Sequelize): Promise<void> {
  const [columns, keys] = [await columnsOf(sequelize), await foreignKeysOf(sequelize)];
  const waiting = new Set(columns.map(({ table }) => table).filter((table) => table !== 'migrations'));
  while (waiting.size) {
    const table = [...waiting].find(
      (name) => !keys.some((key) => key.table === name && key.target !== name && waiting.has(key.target)),
    );
    if (!table) throw new Error(`The foreign keys of ${[...waiting]} go in a circle.`);
    waiting.delete(table);
    if (await countRows(sequelize, table)) continue;
    const needed = columns.filter(
      (column) => column.table === table && !column.nullable && column.default === null && !column.generated,
    );
    const values = needed.map(({ column, type }) => {
      const target = keys.find((key) => key.table === table && key.column === column)?.target;
      return target
        ? `(SELECT min(id) FROM ${target})`
        : (NARROW[`${table}.${column}`] ?? NARROW[column] ?? BY_TYPE[type] ?? `''::${type}`);
    });
    const names = needed.map(({ column }) => `"${column}"`);
    await sequelize.query(`INSERT INTO "${table}" (${names}) SELECT ${values}`);
  }
}

/** How many rows a table has. */
export async function countRows(sequelize: Sequelize, table: string): Promise<number> {
  const [row] = await sequelize.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`, {
    type: QueryTypes.SELECT,
  });
  return row?.n ?? 0;
}

/** What `work` sends to the database, as text. */
export async function recordSql(sequelize: Sequelize, work: () => Promise<unknown>): Promise<string[]> {
  const { options } = sequelize as unknown as { options: { logging: unknown } };
  const lines: string[] = [];
  options.logging = (line: string) => lines.push(line.replace(/^Executed \([^)]*\): /, ''));
  try {
    await work();
  } finally {
    options.logging = false;
  }
  return lines;
}
