import Database from 'better-sqlite3';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '../../../src/server/db/sqlite/migrate.ts';
import { Sql } from '../../../src/store/sql.ts';
import { dropDatabase, freshDatabase, STARTING_MS } from '../../support/postgres.ts';

/** A schema as one line for each column and each key that holds something to be unique. */
type Schema = readonly string[];

function columnLine(table: string, column: string, rest: { type: string; mayBeNull: boolean }) {
  return `${table}.${column} ${rest.type}${rest.mayBeNull ? ' or null' : ''}`;
}

function sqliteSchema(): Schema {
  const driver = new Database(':memory:');
  migrate(new Sql(driver, ':memory:'), 0);
  const rows = <Row>(text: string, ...params: string[]) =>
    driver.prepare(text).all(...params) as Row[];
  const tables = rows<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
  );
  return tables.flatMap(({ name }) => {
    type Column = { name: string; type: string; notnull: number; pk: number };
    const columns = rows<Column>(
      'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
      name,
    );
    const lines = columns.map(({ name: column, type, notnull, pk }) =>
      columnLine(name, column, { type, mayBeNull: notnull === 0 && pk === 0 }),
    );
    const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    const indexes = rows<{ name: string }>(
      'SELECT name FROM pragma_index_list(?) WHERE "unique" = 1',
      name,
    ).map((index) => rows<{ name: string }>('SELECT name FROM pragma_index_info(?)', index.name));
    const uniques = [key, ...indexes].filter((unique) => unique.length > 0);
    return [
      ...lines,
      ...uniques.map((unique) =>
        uniqueLine(
          name,
          unique.map((one) => one.name),
        ),
      ),
    ];
  });
}

function uniqueLine(table: string, columns: readonly string[]): string {
  return `${table} one for each ${columns.join(', ')}`;
}

async function postgresSchema(url: string): Promise<Schema> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  type Column = { table: string; column: string; type: string; nullable: string };
  const columns = await client.query<Column>(
    `SELECT table_name AS table, column_name AS column, data_type AS type, is_nullable AS nullable
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE 'log\\_%'`,
  );
  const uniques = await client.query<{ table: string; columns: string[] }>(
    `SELECT indrelid::regclass::text AS table, array(
       SELECT attname::text FROM unnest(indkey) WITH ORDINALITY AS k (n, place)
       JOIN pg_attribute ON attrelid = indrelid AND attnum = n ORDER BY place) AS columns
     FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
     WHERE indisunique AND relnamespace = 'public'::regnamespace AND NOT relispartition`,
  );
  await client.end();
  const types: Readonly<Record<string, string>> = { text: 'TEXT', bigint: 'INTEGER' };
  return [
    ...columns.rows.map(({ table, column, type, nullable }) =>
      columnLine(table, column, { type: types[type] ?? type, mayBeNull: nullable === 'YES' }),
    ),
    ...uniques.rows.map((unique) => uniqueLine(unique.table, unique.columns)),
  ];
}

test(
  'both databases have the same tables, columns and unique keys',
  async () => {
    const url = await freshDatabase();
    const postgres = await postgresSchema(url);
    await dropDatabase(url);
    // A partitioned table has its month in its key; that a seq comes once is held by the heads.
    const sqlite = sqliteSchema().map((line) =>
      line === 'log one for each space, seq' ? `${line}, received_at` : line,
    );
    expect([...new Set(postgres)].toSorted()).toEqual([...new Set(sqlite)].toSorted());
  },
  STARTING_MS,
);
