import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  countRows,
  fillTables,
  foreignKeysOf,
  recordSql,
  schemaOf,
  useEmptyDatabase,
} from '../../test/schema.ts';
import { planMigrations } from './migration-plan.ts';
import { createMigrator, load } from './migrator.ts';

const database = useEmptyDatabase();
const FOLDER = fileURLToPath(new URL('../../migrations/', import.meta.url));
const NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, ''));

async function tables(): Promise<string[]> {
  return [...new Set((await columnsOf(database.sequelize)).map(({ table }) => table))];
}

describe('every migration', () => {
  test('goes up, down and up again with rows in every table, and the schema is the same', async () => {
    const { sequelize } = database;
    const migrator = createMigrator(sequelize);
    let before = await schemaOf(sequelize);
    for (const [i, name] of NAMES.entries()) {
      await migrator.up(name);
      const after = await schemaOf(sequelize);
      expect(after, name).not.toEqual(before);
      await fillTables(sequelize);
      await migrator.down({ steps: 1 });
      // Umzug's own table comes with the first step and stays.
      if (i) expect(await schemaOf(sequelize), `down of ${name}`).toEqual(before);
      for (const table of await tables())
        if (i)
          expect(await countRows(sequelize, table), `rows of ${table} after the down of ${name}`).toBeGreaterThan(0);
      await migrator.up(name);
      expect(await schemaOf(sequelize), `second up of ${name}`).toEqual(after);
      await fillTables(sequelize);
      before = after;
    }
  });

  test('goes down one after the other with rows in every table until nothing is left, and up again', async () => {
    const { sequelize } = database;
    const migrator = createMigrator(sequelize);
    await migrator.up();
    const whole = await schemaOf(sequelize);
    await fillTables(sequelize);
    for (const table of await tables()) expect(await countRows(sequelize, table), table).toBeGreaterThan(0);
    await migrator.down({ to: '0' });
    expect(await tables()).toEqual(['migrations']);
    expect(await countRows(sequelize, 'migrations')).toBe(0);
    await migrator.up();
    expect(await schemaOf(sequelize)).toEqual(whole);
  });

  test('is named by date and number, has both directions, and says what going down loses', async () => {
    expect(NAMES).toEqual([...NAMES].sort());
    for (const name of NAMES) {
      expect(name).toMatch(/^\d{8}_\d\d_[a-z][a-z0-9_]*$/);
      const { up, down, loses } = await load(`${FOLDER}${name}.ts`);
      expect([typeof up, typeof down], name).toEqual(['function', 'function']);
      const drops = /dropTable|removeColumn/.test(down.toString());
      if (drops) expect(loses, `${name} drops something and does not say what is lost`).toMatch(/\w/);
    }
  });

  test('imports no model: models change with the code, and a migration must do tomorrow what it does today', () => {
    for (const name of NAMES) {
      const source = readFileSync(`${FOLDER}${name}.ts`, 'utf8');
      const imports = source.match(/\bimport\b[^;]*;|\brequire\(.*|\bexport\b[^;{]*\bfrom\b.*/g) ?? [];
      for (const line of imports)
        expect(line, name).toMatch(/ from 'sequelize';$|^import type .* from '\.\.\/server\/database\/migrator\.ts';$/);
    }
  });
});

describe('plan', () => {
  test('prints what up would run and leaves the database as it is', async () => {
    const { sequelize } = database;
    const migrator = createMigrator(sequelize);
    await migrator.up(NAMES[1]);
    await fillTables(sequelize);
    const before = await schemaOf(sequelize);
    const plan = await planMigrations(sequelize, migrator);
    expect(plan.map(({ name }) => name)).toEqual(NAMES.slice(2));
    expect(await schemaOf(sequelize)).toEqual(before);
    expect((await migrator.status()).pending).toEqual(NAMES.slice(2));

    const ran = await recordSql(sequelize, () => migrator.up());
    const ownBusiness =
      /^(START TRANSACTION|COMMIT|SET LOCAL lock_timeout|INSERT INTO migrations|CREATE TABLE IF NOT EXISTS migrations|SELECT (to_regclass|name, executed_at))/;
    expect(plan.flatMap(({ sql }) => sql)).toEqual(ran.filter((line) => !ownBusiness.test(line)));
    expect(await planMigrations(sequelize, migrator)).toEqual([]);
  });
});

describe('models and tables agree', () => {
  /** As `columnsOf` names a model's type. */
  const TYPES: Record<string, string> = { 'TIMESTAMP WITH TIME ZONE': 'timestamp with time zone' };

  test('column by column: name, type, null, default', async () => {
    const { sequelize } = database;
    await createMigrator(sequelize).up();
    const fromTables = (await columnsOf(sequelize))
      .filter(({ table }) => table !== 'migrations')
      .map(({ table, column, type, nullable, default: value }) => ({
        column: `${table}.${column}`,
        type,
        nullable,
        default: value?.startsWith('nextval(') ? 'next' : (value?.replace(/^'(.*)'::text(\[\])?$/, '$1') ?? null),
      }));
    const fromModels = Object.values(sequelize.models).flatMap((model) =>
      Object.values(model.getAttributes()).map((attribute) => {
        const type = (attribute.type as { toSql: () => string }).toSql();
        return {
          column: `${model.getTableName()}.${attribute.field}`,
          type: TYPES[type] ?? type.toLowerCase(),
          nullable: attribute.allowNull !== false && !attribute.primaryKey,
          default: attribute.autoIncrement
            ? 'next'
            : attribute.defaultValue === undefined
              ? null
              : Array.isArray(attribute.defaultValue)
                ? `{${attribute.defaultValue}}`
                : String(attribute.defaultValue),
        };
      }),
    );
    const byName = (a: { column: string }, b: { column: string }) => a.column.localeCompare(b.column);
    expect(fromModels.sort(byName)).toEqual(fromTables.sort(byName));
  });

  test('association by association: every foreign key is one of a model', async () => {
    const { sequelize } = database;
    await createMigrator(sequelize).up();
    const fromModels = Object.values(sequelize.models).flatMap((model) =>
      Object.values(model.getAttributes()).flatMap(({ field, references }) => {
        const target = references && (references as { model: string | { tableName: string } }).model;
        return target
          ? [`${model.getTableName()}.${field} → ${typeof target === 'string' ? target : target.tableName}`]
          : [];
      }),
    );
    const fromTables = (await foreignKeysOf(sequelize)).map(
      ({ table, column, target }) => `${table}.${column} → ${target}`,
    );
    expect(fromModels.sort()).toEqual(fromTables.sort());
  });
});
