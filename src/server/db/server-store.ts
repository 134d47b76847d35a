import type { Op } from '../../domain/op.ts';
import type { OpResult, SpaceInfo, TicketAlias } from '../../protocol/wire.ts';
import type { DeskStore } from './desk-store.ts';

/** A row of the log as it is kept: the body as the JSON it is hashed by. */
export interface LogRecord {
  readonly space: string;
  readonly seq: number;
  readonly opId: string;
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  readonly type: string;
  readonly byId: string;
  readonly device: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  readonly hash: string;
  /** The chain behind this row. */
  readonly chain: string;
  readonly body: string;
}

/** Where a space ends. `floor`: cursors below it are answered by a snapshot. */
export interface SpaceHead extends SpaceInfo {
  readonly head: number;
  readonly chain: string;
  readonly floor: number;
}

/** One thing as it stands: its folded state as JSON, null once it is gone. */
export interface EntityRecord {
  readonly type: Op['entityType'] | 'reader' | 'queue-order' | 'letter' | 'entry' | 'certificate';
  readonly id: string;
  readonly space: string;
  /** How many operations changed it. */
  readonly rev: number;
  readonly state: string | null;
}

export type EntityKey = Pick<EntityRecord, 'type' | 'id'>;

/** What the server knows of a client that pushes. */
export interface ClientRecord {
  readonly clientId: string;
  readonly deviceId: string;
  readonly lastCseq: number;
  /** Op id of the last operation: the same cseq with another one is a copied store. */
  readonly lastOpId: string;
  /** Operations up to this cseq were made before the store joined: an unbroken beginning. */
  readonly historyUntil: number;
  /** When the last of its operations was done, history aside: none of the next ones was before it. */
  readonly lastAt: number;
}

/** A result under the name of the client that it was given to. */
export interface StoredResult {
  readonly clientId: string;
  readonly cseq: number;
  readonly opId: string;
  readonly result: OpResult;
}

/** Everything a batch of operations writes: all of it in one transaction, or nothing. */
export interface WriteSet {
  readonly rows: readonly LogRecord[];
  readonly entities: readonly EntityRecord[];
  /** Where the history of a ticket lies: every row that has events of it. */
  readonly touches: readonly {
    readonly entityId: string;
    readonly space: string;
    readonly seq: number;
  }[];
  readonly aliases: readonly TicketAlias[];
  readonly results: readonly StoredResult[];
  readonly clients: readonly ClientRecord[];
  readonly audit: readonly AuditFact[];
  /** The count of the last ticket: the next ones go on behind it. Absent: it stays. */
  readonly lastNumber?: number | undefined;
}

/** What is worth knowing later: roles, tokens, packs, deletions, exports. Never a secret. */
export interface AuditFact {
  readonly at: number;
  /** Id of the person, or `console` for who sits at the server. */
  readonly who: string;
  readonly device: string | null;
  readonly what: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** Reads that a decision rests on: nothing they tell changes before the write is done. */
export interface LockedReader {
  heads(spaces: readonly string[]): Promise<readonly SpaceHead[]>;
  clients(ids: readonly string[]): Promise<readonly ClientRecord[]>;
  /** Every client that these devices ever had. */
  clientsOf(deviceIds: readonly string[]): Promise<readonly ClientRecord[]>;
  /** Stored results by op id, whichever client they were given to. */
  resultsByOp(opIds: readonly string[]): Promise<readonly StoredResult[]>;
  /** Stored results of one client from a cseq on. */
  resultsFrom(clientId: string, fromCseq: number, limit: number): Promise<readonly StoredResult[]>;
  entities(keys: readonly EntityKey[]): Promise<readonly EntityRecord[]>;
  /** Keys of the entities that rows after `seq` changed: what a cache has to forget. */
  changedSince(space: string, seq: number): Promise<readonly EntityKey[]>;
  /** The rows that touched one ticket, in order, at most the last `limit`. */
  history(entityId: string, limit: number): Promise<readonly LogRecord[]>;
  /** Tickets by number or alias, as `{alias, ticketId}`; unknown ones are left out. */
  names(names: readonly string[]): Promise<readonly TicketAlias[]>;
  /** The count of the last ticket. */
  lastNumber(): Promise<number>;
}

/** Everything that can be read of logs and what they fold to. */
export interface StoreView extends LockedReader {
  /** The rows of a space behind `seq`, at most so many and about so many bytes of bodies. */
  rowsAfter(
    space: string,
    seq: number,
    limits: { readonly rows: number; readonly bytes: number },
  ): Promise<readonly LogRecord[]>;
  /** The chain at a seq; null when the log does not reach so far, or back so far. */
  chainAt(space: string, seq: number): Promise<string | null>;
  /** All entities of a space that are not gone, in chunks, open tickets first. */
  eachEntity(space: string, type: EntityRecord['type']): AsyncIterable<readonly EntityRecord[]>;
  /** All rows of a space in order, in chunks. */
  eachRow(space: string, upTo: number): AsyncIterable<readonly LogRecord[]>;
}

/**
 * Where a server keeps everything. Two implementations (SQLite embedded, PostgreSQL) behave alike
 * and are held to it by one suite. The log of a space is dense and in commit order.
 */
export interface ServerStore extends StoreView {
  readonly dialect: 'sqlite' | 'postgres';
  /** People, devices, codes, spaces, audit: seldom written, one implementation over both. */
  readonly desk: DeskStore;

  /**
   * Holds the locks of some clients and spaces (taken in one order everywhere), lets `work` read and
   * decide, and writes what it returns. `work` is asked again when another process wrote meanwhile.
   * Rejects, with nothing written, when anything fails; throws a `BusyError` when the locks could
   * not be had in time.
   */
  write<Value>(
    locks: { readonly clients: readonly string[]; readonly spaces: readonly string[] },
    work: (read: LockedReader) => Promise<{ readonly set: WriteSet; readonly value: Value }>,
  ): Promise<Value>;

  /** Lets `work` read for as long as it takes, all of it as of one moment; others write meanwhile. */
  atOneMoment<Value>(work: (view: StoreView) => Promise<Value>): Promise<Value>;
  /**
   * Numbers for new tickets, never given before: the first of `count` in a row. Writes of different
   * spaces do not wait for one another then. Null where they do anyway: they count by themselves.
   */
  reserveNumbers(count: number): Promise<number | null>;
  /** Leaves out the next numbers. */
  skipNumbers(count: number): Promise<void>;

  meta(key: string): Promise<string | null>;
  setMeta(key: string, value: string): Promise<void>;

  /** Tells listeners of this and, as a hint, of other processes that spaces grew. */
  onHeads(listener: (heads: ReadonlyMap<string, number>) => void): () => void;

  /** What a store does for itself from time to time; nothing anybody could see changes. */
  tidy(now: number): Promise<void>;
  /** Lets cursors below `seq` be answered by a snapshot. */
  raiseFloor(space: string, seq: number): Promise<void>;
  /** Erases the bodies of rows by law; their places, hashes and the chain stay. */
  erase(rows: readonly { readonly space: string; readonly seq: number }[]): Promise<void>;
  /** What is wrong inside: broken chains, holes, states that do not follow; empty when all is well. */
  verify(): Promise<readonly string[]>;
  /** Waits until nothing is being written, then lets go of files and connections. */
  close(): Promise<void>;
}

/** The locks were not free in time: the client tries again. */
export class BusyError extends Error {}
