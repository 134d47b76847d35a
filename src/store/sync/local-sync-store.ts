import type { OpResult, Page, Scope, SnapshotInfo, SpaceCursor } from '../../protocol/wire.ts';
import type {
  Applied,
  ImportStep,
  LostSpaces,
  Membership,
  OutgoingOp,
  Settled,
  SyncCounts,
  SyncStore,
} from '../../sync/sync-store.ts';
import type { Store } from '../open-store.ts';
import { releaseHeld } from '../outbox/outbox-transactor.ts';
import type { Sql } from '../sql.ts';
import { LogApplier } from './log-applier.ts';
import { MembershipStore } from './membership-store.ts';
import { type BatchLimits, takeOutgoing } from './outgoing-ops.ts';
import { parkOps } from './park-ops.ts';
import type { Redecide } from './redecide.ts';
import { forgetOld, resendAll, resendOverdue } from './resend-ops.ts';
import { senselessness } from './senseless.ts';
import { settleResults } from './settle-results.ts';
import { SpaceStore } from './space-store.ts';
import { readSyncCounts } from './sync-counts.ts';
import { SyncLease } from './sync-lease.ts';
import { isWholePage } from './verify-page.ts';

/** When a chunk of a snapshot is taken in, and whether this process may still write. */
export interface ImportTurn {
  readonly now: number;
  readonly isMine: () => boolean;
}

/** Which spaces there are, and whole copies of them. */
export interface SpaceKeeper extends Pick<SyncStore, 'followScope'> {
  importSnapshot(info: SnapshotInfo, path: string, turn: ImportTurn): ImportStep;
}

const nothing: Settled = { acked: 0, discrepancies: [] };

/**
 * The store of a workstation as its engine of sync sees it. Every method is one transaction; what
 * another process has taken the lease for meanwhile writes nothing.
 */
export class LocalSyncStore implements SyncStore {
  readonly #sql: Sql;
  readonly #applier: LogApplier;
  readonly #spaces: SpaceStore;
  readonly #members: MembershipStore;
  readonly #lease: SyncLease;
  readonly #keeper: SpaceKeeper;

  constructor(store: Store, redecide: Redecide, keeper: SpaceKeeper) {
    this.#sql = store.sql;
    this.#applier = new LogApplier(store, redecide);
    this.#spaces = new SpaceStore(store.sql);
    this.#members = new MembershipStore(store.sql);
    this.#lease = new SyncLease(store.sql);
    this.#keeper = keeper;
  }

  membership(): Membership | null {
    return this.#members.read();
  }

  counts(): SyncCounts {
    return readSyncCounts(this.#sql);
  }

  setEpoch(epoch: string): void {
    this.#whileLeased(undefined, () => this.#members.setEpoch(epoch));
  }

  noteSynced(now: number): void {
    this.#whileLeased(undefined, () => this.#members.noteSynced(now));
  }

  outgoing(limits: BatchLimits & { readonly now: number }): readonly OutgoingOp[] {
    return this.#whileLeased([], () => {
      releaseHeld(this.#sql, limits.now);
      return takeOutgoing(this.#sql, limits);
    });
  }

  settle(results: readonly OpResult[], now: number): Settled {
    const takeOff = (opIds: readonly string[]) => this.#applier.takeOff(opIds, now);
    return this.#whileLeased(nothing, () => settleResults(this.#sql, results, takeOff, now));
  }

  countTry(opId: string, code: string): number {
    const row = this.#sql.get<{ tries: number }>(
      `UPDATE outbox SET tries = CASE WHEN code IS ? THEN tries + 1 ELSE 1 END, code = ?
       WHERE op_id = ? RETURNING tries`,
      code,
      code,
      opId,
    );
    return row?.tries ?? 0;
  }

  resendOverdue(before: number): number {
    return this.#whileLeased(0, () => resendOverdue(this.#sql, before));
  }

  park(opId: string, code: string, now: number): readonly string[] {
    const takeOff = (opIds: readonly string[]) => this.#applier.takeOff(opIds, now);
    return this.#whileLeased([], () => parkOps(this.#sql, opId, { code, takeOff }, now));
  }

  cursors(): readonly SpaceCursor[] {
    return this.#spaces.cursors();
  }

  applyPage(page: Page, now: number): Applied {
    const { space, rows, next, chain, head } = page;
    const apply = (): Applied => {
      const cursor = this.#spaces.cursor(space);
      if (cursor?.seq !== page.from) return notApplied('stale');
      if (!isWholePage(page, cursor)) return notApplied('diverged');
      const tickets = rows.length > 0 ? this.#applier.apply(rows, space, now) : [];
      this.#spaces.move({ space, seq: next, chain }, head);
      return { outcome: 'applied', rows: rows.length, tickets };
    };
    return sensibly(
      () => this.#whileLeased(notApplied('stale'), apply),
      (why) => ({ ...notApplied('unsound'), why }),
    );
  }

  followScope(scope: Scope, now: number): LostSpaces {
    return this.#whileLeased({ lost: [], files: [] }, () => this.#keeper.followScope(scope, now));
  }

  needsSnapshot(): readonly string[] {
    return this.#spaces.unknown();
  }

  dropCursor(space: string): void {
    this.#whileLeased(undefined, () => this.#spaces.drop(space));
  }

  importSnapshot(info: SnapshotInfo, path: string, now: number): ImportStep {
    const isMine = () => !this.#lease.isLost();
    return sensibly(
      () => this.#keeper.importSnapshot(info, path, { now, isMine }),
      (why) => ({ isUsable: false, isDone: false, why }),
    );
  }

  becomeClient(clientId: string, now: number): { readonly resent: number } {
    return this.#whileLeased({ resent: 0 }, () => {
      this.#members.setClient(clientId);
      return { resent: resendAll(this.#sql, now) };
    });
  }

  forgetOld(now: number): number {
    return this.#whileLeased(0, () => forgetOld(this.#sql, now));
  }

  lease(owner: string, now: number, until: number): boolean {
    return this.#lease.take(owner, now, until);
  }

  releaseLease(owner: string): void {
    this.#lease.release(owner);
  }

  #whileLeased<Value>(otherwise: Value, work: () => Value): Value {
    return this.#sql.transact(() => (this.#lease.isLost() ? otherwise : work()));
  }
}

/** What makes no sense is taken back and told; a failure of the machine is thrown on. */
function sensibly<Value>(work: () => Value, otherwise: (why: string) => Value): Value {
  try {
    return work();
  } catch (error) {
    const why = senselessness(error);
    if (why === null) throw error;
    return otherwise(why);
  }
}

function notApplied(outcome: Applied['outcome']): Applied {
  return { outcome, rows: 0, tickets: [] };
}
