import type { Membership } from '../../sync/sync-store.ts';
import { MetaStore } from '../meta-store.ts';
import { releaseHeld } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';

/** What says that a store belongs to a server. */
export const SERVER_KEY = 'sync/server';
const CLIENT_KEY = 'sync/client';
const EPOCH_KEY = 'sync/epoch';
const CSEQ_KEY = 'sync/cseq';
const LAST_KEY = 'sync/last';

/** Whether a store belongs to a server. */
export function isJoined(sql: Sql): boolean {
  return sql.get(`SELECT 1 FROM meta WHERE key = '${SERVER_KEY}'`) !== undefined;
}

/** Which server a store belongs to, and under which name it pushes. */
export class MembershipStore {
  readonly #sql: Sql;
  readonly #meta: MetaStore;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#meta = new MetaStore(sql);
  }

  read(): Membership | null {
    const server = this.#meta.get(SERVER_KEY);
    if (server === null) return null;
    // Written by `join` only.
    const known = JSON.parse(server) as Pick<Membership, 'url' | 'personId' | 'deviceId'>;
    return {
      ...known,
      clientId: this.#meta.get(CLIENT_KEY) ?? '',
      epoch: this.#meta.get(EPOCH_KEY),
    };
  }

  /**
   * Makes this the store of a server. What was done until now is history that goes up first; whoever
   * comes back goes on with what was not taken.
   */
  join({ url, personId, deviceId, clientId, epoch }: Membership): void {
    this.#sql.transact(() => {
      const known = this.read();
      this.#meta.set(SERVER_KEY, JSON.stringify({ url, personId, deviceId }));
      if (known?.clientId !== clientId) this.setClient(clientId);
      if (epoch !== null) this.setEpoch(epoch);
      if (known) return;
      this.#sql.run('UPDATE outbox SET is_history = 1 WHERE is_demo = 0 AND in_base = 0');
      releaseHeld(this.#sql, Number.MAX_SAFE_INTEGER);
    });
  }

  /** Dense numbers begin anew with every client. */
  setClient(clientId: string): void {
    this.#meta.set(CLIENT_KEY, clientId);
    this.#meta.remove(CSEQ_KEY);
  }

  setEpoch(epoch: string): void {
    this.#meta.set(EPOCH_KEY, epoch);
  }

  /** The next dense number of this client; call it inside the transaction that uses it. */
  nextCseq(): number {
    return this.#meta.next(CSEQ_KEY);
  }

  noteSynced(now: number): void {
    this.#meta.set(LAST_KEY, String(now));
  }

  lastSyncAt(): number | null {
    const at = this.#meta.get(LAST_KEY);
    return at === null ? null : Number(at);
  }
}
