import { sha256 } from '../../../util/sha256.ts';
import { HeadListeners } from '../head-listeners.ts';
import type { LockedReader, ServerStore, StoreView, WriteSet } from '../server-store.ts';
import { SqlDeskStore } from '../sql-desk-store.ts';
import { verifyAudit, verifyView } from '../verify-view.ts';
import type { ConnectionPool } from './connection.ts';
import { eraseBodies } from './erase-bodies.ts';
import { makePartitions } from './partitions.ts';
import { PoolDb } from './postgres-db.ts';
import { PostgresReader } from './postgres-reader.ts';
import { CHANNEL, watchHeads } from './watch-heads.ts';
import { writeSet } from './writer.ts';

/** Who waits longer for a lock tells the client to come again; who sleeps in one is thrown out. */
const BEGIN_WRITE = `BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '2s';
  SET LOCAL idle_in_transaction_session_timeout = '5s'`;
const BEGIN_VIEW = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** The first keys of our advisory locks: "smcl" and "smsp". */
const CLIENT_LOCK = 0x736d636c;
const SPACE_LOCK = 0x736d7370;

/** What a store is made of. */
export interface PostgresParts {
  /** Null where nothing can be listened to. */
  readonly listenUrl: string | null;
  readonly pool: ConnectionPool;
  /** Connections of their own for writes: what they ask for beside them never waits behind them. */
  readonly writers: ConnectionPool;
}

/**
 * A server's store in PostgreSQL, for any number of processes: whoever writes holds the locks of its
 * clients and spaces until its commit, so that the log of a space is dense and in commit order.
 */
export class PostgresStore extends PostgresReader implements ServerStore {
  readonly dialect = 'postgres';
  readonly desk: SqlDeskStore;
  readonly #parts: PostgresParts;
  readonly #pool: ConnectionPool;
  readonly #listeners: HeadListeners;
  #isTelling = false;
  #tellsAgain = false;

  constructor(parts: PostgresParts) {
    super(parts.pool);
    this.#parts = parts;
    this.#pool = parts.pool;
    this.desk = new SqlDeskStore(new PoolDb(parts.pool));
    this.#listeners = new HeadListeners(() =>
      watchHeads({
        url: parts.listenUrl,
        pool: parts.pool,
        tell: (heads) => this.#listeners.tell(heads),
      }),
    );
  }

  async write<Value>(
    locks: Locks,
    work: (read: LockedReader) => Promise<{ readonly set: WriteSet; readonly value: Value }>,
  ): Promise<Value> {
    const done = await this.#parts.writers.transact(beginWith(locks), async (runner) => {
      const { set, value } = await work(new PostgresReader(runner));
      return { heads: await writeSet(runner, set), value };
    });
    if (done.heads.size > 0) void this.#tellOthers();
    this.#listeners.tell(done.heads);
    return done.value;
  }

  async atOneMoment<Value>(work: (view: StoreView) => Promise<Value>): Promise<Value> {
    return await this.#pool.transact(BEGIN_VIEW, (runner) => work(new PostgresReader(runner)));
  }

  async reserveNumbers(count: number): Promise<number> {
    const [row] = await this.#pool.rows<{ readonly last: number }>(
      `INSERT INTO meta (key, value) VALUES ('numbers', $1::bigint::text) ON CONFLICT (key)
       DO UPDATE SET value = (meta.value::bigint + $1::bigint)::text
       RETURNING value::bigint AS last`,
      [count],
    );
    return (row?.last ?? count) - count + 1;
  }

  async skipNumbers(count: number): Promise<void> {
    await this.reserveNumbers(count);
  }

  async meta(key: string): Promise<string | null> {
    const text = 'SELECT value FROM meta WHERE key = $1';
    const [row] = await this.#pool.rows<{ readonly value: string }>(text, [key]);
    return row?.value ?? null;
  }

  async setMeta(key: string, value: string): Promise<void> {
    await this.#pool.run(
      `INSERT INTO meta (key, value) VALUES ($1, $2)
       ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
      [key, value],
    );
  }

  onHeads(listener: (heads: ReadonlyMap<string, number>) => void): () => void {
    return this.#listeners.add(listener);
  }

  async tidy(now: number): Promise<void> {
    await makePartitions(this.#pool, now);
  }

  async raiseFloor(space: string, seq: number): Promise<void> {
    await this.#pool.run('UPDATE space SET floor = $1 WHERE code = $2 AND floor < $1', [
      seq,
      space,
    ]);
  }

  async erase(rows: readonly { readonly space: string; readonly seq: number }[]): Promise<void> {
    await eraseBodies(this.#pool, rows);
  }

  async verify(): Promise<readonly string[]> {
    const spaces = (await this.desk.spaces()).map(({ code }) => code);
    const wrong = await this.atOneMoment((view) => verifyView(view, spaces));
    return [...wrong, ...(await verifyAudit(this.desk))];
  }

  async close(): Promise<void> {
    this.#listeners.end();
    await this.#parts.writers.close();
    await this.#pool.close();
  }

  /** One message at a time: commits that happen meanwhile share the next one. */
  async #tellOthers(): Promise<void> {
    this.#tellsAgain = true;
    if (this.#isTelling) return;
    this.#isTelling = true;
    while (this.#tellsAgain) {
      this.#tellsAgain = false;
      // A hint that is lost costs the others a second.
      await this.#pool.run(`NOTIFY ${CHANNEL}`).catch(() => undefined);
    }
    this.#isTelling = false;
  }
}

/** Begins a transaction that holds the locks of its names, taken in one order, until its commit. */
function beginWith(locks: Locks): string {
  const taken = [
    ...keysOf(locks.clients).map((key) => `pg_advisory_xact_lock(${CLIENT_LOCK}, ${key})`),
    ...keysOf(locks.spaces).map((key) => `pg_advisory_xact_lock(${SPACE_LOCK}, ${key})`),
  ];
  return taken.length === 0 ? BEGIN_WRITE : `${BEGIN_WRITE}; SELECT ${taken.join(', ')}`;
}

/** Whole numbers for names, in order. Names that share one wait for each other, which harms nobody. */
function keysOf(names: readonly string[]): readonly number[] {
  const keys = names.map((name) => Number.parseInt(sha256(name).slice(0, 8), 16) | 0);
  return [...new Set(keys)].toSorted((a, b) => a - b);
}

/** Whose locks a write holds. */
interface Locks {
  readonly clients: readonly string[];
  readonly spaces: readonly string[];
}
