import type { OpResult, Page, Scope, SnapshotInfo, SpaceCursor, WireOp } from '../protocol/wire.ts';

/** The server that a store belongs to, and who works here. */
export interface Membership {
  readonly url: string;
  readonly personId: string;
  readonly deviceId: string;
  /** Whose dense numbers the operations of this store have. */
  readonly clientId: string;
  /** Null before the first answer. */
  readonly epoch: string | null;
}

/** How things stand between this store and its server. Times are epoch ms. */
export interface SyncCounts {
  /** Operations that the server has not taken yet, held ones too. */
  readonly pending: number;
  /** Taken by the server, not come back with the log yet. */
  readonly acked: number;
  /** What waits in the tray. */
  readonly discrepancies: number;
  /** Sum of the cursors of all spaces, and of their heads as last heard. */
  readonly cursor: number;
  readonly head: number;
  readonly lastSyncAt: number | null;
}

/** An operation ready to be pushed, and the files that have to be there before. */
export interface OutgoingOp {
  readonly op: WireOp;
  /** SHA-256 of attachments it refers to. */
  readonly blobs: readonly string[];
}

/** What a batch of results changed here. */
export interface Settled {
  readonly acked: number;
  /** Ids of new entries of the tray. */
  readonly discrepancies: readonly string[];
}

/** What a page changed here. */
export interface Applied {
  readonly outcome: 'applied' | 'stale' | 'diverged' | 'unsound';
  readonly rows: number;
  /** Ids of tickets that look different now. */
  readonly tickets: readonly string[];
  /** What is senseless about it, when it is `unsound`. */
  readonly why?: string | undefined;
}

/** What went away with spaces that are not this person's any more. */
export interface LostSpaces {
  readonly lost: readonly string[];
  /** Hashes of attachments that their tickets had. */
  readonly files: readonly string[];
}

/** How far a snapshot has been taken in. */
export interface ImportStep {
  /** All open tickets are there. */
  readonly isUsable: boolean;
  /** Everything is, and the cursor stands behind it. */
  readonly isDone: boolean;
  /** What is senseless about it; it cannot be taken in then. */
  readonly why?: string | undefined;
}

/**
 * The local side of sync: every method is one transaction of the store, so that a kill leaves the
 * state before or after it. Implemented over the store of the workstation.
 */
export interface SyncStore {
  membership(): Membership | null;
  counts(): SyncCounts;
  setEpoch(epoch: string): void;
  noteSynced(now: number): void;

  /**
   * The next operations to push, in order, at most `most` and about `bytes` of payload. Those that
   * enter a request for the first time get their cseq. Held ones and what waits behind them on the
   * same entity are left out, as is what is parked.
   */
  outgoing(limits: {
    readonly most: number;
    readonly bytes: number;
    readonly now: number;
  }): readonly OutgoingOp[];
  /** Keeps what the server said of operations: taken ones wait for the log, refused ones go to the tray. */
  settle(results: readonly OpResult[], now: number): Settled;
  /** Counts a failed try of the first operation of a batch; returns how many equal ones there were. */
  countTry(opId: string, code: string): number;
  /**
   * Puts back among the waiting what the server took before `before` and the log has not brought
   * since, under the same numbers; returns how many.
   */
  resendOverdue(before: number): number;
  /**
   * Puts an operation that the server cannot take into the tray, a no-op in its place, with what
   * rests on it; returns the new entries of the tray.
   */
  park(opId: string, code: string, now: number): readonly string[];

  /** Where the spaces of this store stand. */
  cursors(): readonly SpaceCursor[];
  /**
   * Applies the rows of a page and its cursor. Wrong `from`: stale. Rows that make no sense:
   * unsound. Nothing is written then.
   */
  applyPage(page: Page, now: number): Applied;
  /** Follows which spaces there are: takes new ones up, puts lost ones away (texts go to the tray). */
  followScope(scope: Scope, now: number): LostSpaces;

  /** Spaces that need a snapshot before they can be pulled. */
  needsSnapshot(): readonly string[];
  /** Marks a space as unknown again: its next content is that of a snapshot. */
  dropCursor(space: string): void;
  /**
   * Takes in one chunk of a verified, unpacked snapshot file; open tickets first. Goes on after a
   * kill. `isUsable` once all open tickets are there; `isDone` sets the cursor.
   */
  importSnapshot(info: SnapshotInfo, path: string, now: number): ImportStep;

  /**
   * Starts over as another client: everything of the last 30 days and everything that waits is
   * pushed again under new numbers. Op ids stay, so that nothing counts twice.
   */
  becomeClient(clientId: string, now: number): { readonly resent: number };
  /** Forgets acknowledged operations that are older than 30 days. */
  forgetOld(now: number): number;

  /** Takes or keeps the right to sync this store until `until`; false while another process has it. */
  lease(owner: string, now: number, until: number): boolean;
  releaseLease(owner: string): void;
}
