import type { DraftSoFar, HeardStation, Presence } from '../protocol/live.ts';
import type { Transport } from '../protocol/transport.ts';
import type { SnapshotInfo } from '../protocol/wire.ts';
import type { SyncProblem } from './problem.ts';
import type { Recovery } from './recovery.ts';
import type { SyncStore } from './sync-store.ts';

/** Time and chance: those of the machine in life, of a scheduler in the simulator. */
export interface SyncSurroundings {
  /** Epoch ms. */
  readonly now: () => number;
  /** Ends after `ms`, or as soon as `signal` is aborted; never fails. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to 1, 1 excluded. */
  readonly random: () => number;
  readonly makeId: () => string;
}

/** Files that are no rows: snapshots on their way in, attachments on their way out. */
export interface SyncFiles {
  /** Where the compressed snapshot is put together. */
  snapshotPath(info: SnapshotInfo): string;
  /** Verifies and unpacks a fetched snapshot; null when it is not what was promised. */
  unpack(info: SnapshotInfo): Promise<string | null>;
  /** Removes what was fetched and unpacked of a snapshot. */
  dropSnapshot(info: SnapshotInfo): void;
  /** Where an attachment lies here, or null when it is gone. */
  blobPath(hash: string): string | null;
}

/** What happened during sync that somebody may want to show. */
export type SyncNews =
  /** These tickets look different now. */
  | { readonly type: 'tickets'; readonly ids: readonly string[] }
  /** New entries of the tray. */
  | { readonly type: 'discrepancies'; readonly ids: readonly string[] }
  /** Everything is pushed again as a new client. */
  | { readonly type: 'recovering'; readonly why: string; readonly resent: number }
  /** Open tickets of a space are there, the rest is coming. */
  | { readonly type: 'usable'; readonly space: string }
  /** Spaces that this person does not see any more. */
  | {
      readonly type: 'lost';
      readonly spaces: readonly string[];
      /** Hashes of attachments that were of these spaces. */
      readonly files: readonly string[];
    }
  /** Operations that the server took and never gave back: pushed again. */
  | { readonly type: 'overdue'; readonly count: number }
  /** How far the clock here is ahead of the server's, when that is worth a warning. */
  | { readonly type: 'skew'; readonly ms: number }
  | { readonly type: 'presence'; readonly presence: Presence }
  /** Whose workstations the server heard, and how long ago. */
  | { readonly type: 'stations'; readonly stations: readonly HeardStation[] }
  | { readonly type: 'draft'; readonly draft: DraftSoFar }
  /** No hints come any more until others say so: nobody is silent only because we hear nothing. */
  | { readonly type: 'deaf' }
  /** A run could not go on for a reason of its own. */
  | { readonly type: 'failed'; readonly error: unknown }
  /** A run ended: well, or with a problem. */
  | { readonly type: 'ran'; readonly problem: SyncProblem | null };

/** Everything sync works with, for as long as a process has the store open. */
export interface SyncSession {
  readonly store: SyncStore;
  readonly transport: Transport;
  readonly surroundings: SyncSurroundings;
  readonly files: SyncFiles;
  /** Names this process in the lease. */
  readonly owner: string;
  readonly tell: (news: SyncNews) => void;
  /** How far a recovery has come in this process. */
  readonly recovery: Recovery;
}
