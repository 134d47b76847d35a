import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate as migrateServer } from '../../src/server/db/sqlite/migrate.ts';
import { migrate } from '../../src/store/migrate.ts';
import { Sql } from '../../src/store/sql.ts';
import { countedIds, someWednesday } from '../support/desk.ts';
import { somebody } from '../support/domain.ts';
import { Chance } from './chance.ts';
import { doSomething } from './desk-work.ts';
import { Crash, FragileSql, StatementFaults } from './fragile-sql.ts';
import { layGround, leanDesk } from './lean-desk.ts';
import { joinServer } from './open-session.ts';

/** `npm run crash` tries every statement, `npm test` one in so many. */
const stride = process.env['SMENA_KILLS'] === undefined ? 23 : 1;

const ground = await layGround();
afterAll(() => ground.end());

/** Everything that stands in a store, table by table. */
function contentOf(driver: Database.Database): string {
  const tables = driver
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all() as readonly { readonly name: string; readonly sql: string }[];
  const rows = tables.map(({ name, sql }) => {
    const isIndex = sql.startsWith('CREATE VIRTUAL') || name.includes('_fts');
    return isIndex ? [] : driver.prepare(`SELECT * FROM "${name}"`).all();
  });
  return JSON.stringify([tables, rows]);
}

/** Goes off before each statement of `work` in turn; `look` sees every store that is left behind. */
function crashAnywhere(
  content: Buffer,
  work: (sql: Sql) => void,
  look: (driver: Database.Database) => void,
): number {
  for (let statement = 0; ; statement += stride) {
    const driver = new Database(content);
    const faults = new StatementFaults(() => undefined);
    faults.crashIn(statement);
    try {
      work(new FragileSql(driver, ':memory:', faults));
      driver.close();
      return statement;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    look(driver);
    driver.close();
  }
}

const empty = new Database(':memory:').serialize();

describe('the machine goes off between two statements of what is done once', () => {
  it.each([
    ['a workstation', (sql: Sql) => migrate(sql, (text) => text)],
    ['a server', (sql: Sql) => migrateServer(sql, someWednesday)],
  ])('%s comes up with the old schema or the new one', (_, work) => {
    const whole = new Database(empty);
    work(new Sql(whole, ':memory:'));
    const tried = crashAnywhere(empty, work, (driver) => {
      expect(contentOf(driver)).toBe(contentOf(new Database(empty)));
      work(new Sql(driver, ':memory:'));
      expect(contentOf(driver)).toBe(contentOf(whole));
    });
    whole.close();
    expect(tried).toBeGreaterThan(0);
  });

  it('a store that worked alone has joined or not, with all that was typed', () => {
    const local = somebody({ id: 'local', login: 'anya' });
    const person = somebody({ id: 'server-anya', login: 'anya' });
    const before = new Database(ground.emptyStore);
    const desk = leanDesk(ground, {
      ...{ sql: new Sql(before, ':memory:'), me: local, device: 'anya-pc', folder: '/nowhere' },
      ...{ clock: { now: () => someWednesday }, makeId: countedIds('a') },
    });
    const chance = new Chance('alone');
    for (let n = 0; n < 12; n++) doSomething(desk, chance, `⟨${n}⟩`, ['reply', 'held-reply']);
    const content = before.serialize();
    const join = (sql: Sql) => {
      joinServer(sql, local, { person, deviceId: 'device', clientId: 'client' });
    };
    const whole = new Database(content);
    join(new Sql(whole, ':memory:'));
    expect(contentOf(whole)).not.toContain('"local"');
    const tried = crashAnywhere(content, join, (driver) => {
      expect(contentOf(driver)).toBe(contentOf(before));
      join(new Sql(driver, ':memory:'));
      expect(contentOf(driver)).toBe(contentOf(whole));
    });
    whole.close();
    expect(tried).toBeGreaterThan(0);
  });
});
