import type { ArticleEvent } from '../domain/article-event.ts';
import type { DeskEvent } from '../domain/desk-version.ts';
import type { TicketEvent } from '../domain/event.ts';
import type { Op } from '../domain/op.ts';
import type { PracticeEvent } from '../domain/practice/practice-fact.ts';
import type { QueueCommand } from '../domain/saved-queue.ts';
import type { ShiftEvent } from '../domain/shift/shift-fact.ts';
import type { Conversation, WithholdReason } from '../domain/withhold.ts';
import type { WireRecord } from './wire-record.ts';

/** So many other names of a new ticket travel with it. */
export const MOST_NAMES = 8;

/** An operation on its way to the server. Times are epoch ms by the device's own clock. */
export interface WireOp extends Omit<Op, 'client' | 'isDemo' | 'heldUntil'> {
  /** Dense per client, from 1: what the server expects next is the last one it knows plus one. */
  readonly cseq: number;
  /** Fills the place of an operation that the server could not take; changes nothing. */
  readonly isNoop?: true | undefined;
  /**
   * The number of a new ticket: the device's own, or the one it got here when the operation comes
   * again after the server was put back. Kept where it is free, else an alias.
   */
  readonly number?: string | undefined;
  /** Other names that the new ticket has had since: they go on finding it. */
  readonly names?: readonly string[] | undefined;
  /** Made before this store joined the server: it keeps its times, and its letters have left. */
  readonly isHistory?: true | undefined;
  /** What the author had seen of the ticket's conversation when a public text was written. */
  readonly seen?: Conversation | undefined;
}

/** What a device pushes: at most 500 operations or 1 MiB. */
export interface PushRequest {
  /**
   * Whose dense numbers these are. A client makes its id itself (a new one for a copied store or a
   * server that was put back); the first push binds it to the device of the token.
   */
  readonly clientId: string;
  /** The server's epoch as this client knows it; null before the first contact. */
  readonly epoch: string | null;
  /** Version of payloads that this program writes. */
  readonly schema: number;
  /** The device's clock when the request left, epoch ms: how far it is off follows from it. */
  readonly sentAt: number;
  readonly ops: readonly WireOp[];
}

/** What became of one operation. Stored by the server: asking again gives the same answer. */
export type OpResult = { readonly cseq: number; readonly opId: string } & (
  | {
      readonly outcome: 'applied' | 'duplicate';
      readonly space: string;
      /** Its place in the log of its space. */
      readonly seq: number;
      /** The public text stands in the ticket but is not delivered. */
      readonly withheld?: WithholdReason | undefined;
    }
  | {
      readonly outcome: 'rejected';
      readonly code: string;
      readonly next: readonly string[];
      readonly params: Readonly<Record<string, string | number>>;
      /** What stands there now, for whoever may see it. */
      readonly current?: CurrentState | undefined;
    }
);

/** The other side of a discrepancy, in a few words of data. */
export interface CurrentState {
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  readonly rev: number;
  readonly status?: string | undefined;
  readonly assigneeId?: string | null | undefined;
  readonly line?: string | undefined;
  /** Who changed it last, and when. */
  readonly byId?: string | null | undefined;
  readonly at?: number | undefined;
  /** The last public text, or the published text of an article. */
  readonly text?: string | undefined;
}

export interface PushResponse {
  readonly epoch: string;
  /** The server's clock, epoch ms. */
  readonly time: number;
  readonly results: readonly OpResult[];
}

/** A group of people and tickets that sees and syncs the same. */
export interface SpaceInfo {
  readonly code: string;
  readonly title: string;
}

/** What one person may see now. Another version means: look which spaces came and went. */
export interface Scope {
  readonly version: string;
  readonly spaces: readonly SpaceInfo[];
}

/** How far a client has a space: the last applied seq and the chain of everything up to it. */
export interface SpaceCursor {
  readonly space: string;
  readonly seq: number;
  readonly chain: string;
}

/** What one operation did: one row is one transaction, so that a page never ends inside of one. */
export interface LogRow {
  readonly seq: number;
  /** Of the operation; a consequence in another space has `<op id>/<space>`. */
  readonly opId: string;
  readonly entityType: Op['entityType'];
  readonly entityId: string;
  /** The type of the command. */
  readonly type: string;
  readonly byId: string;
  readonly device: string;
  /** When it was done by the device's corrected clock, never after `receivedAt`. */
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** SHA-256 of the body as JSON; stays when the body is erased by law. */
  readonly hash: string;
  readonly body: RowBody;
}

/** What a row changes. */
export type RowBody =
  | {
      readonly kind: 'ticket';
      readonly events: readonly TicketEvent[];
      readonly aliases?: readonly TicketAlias[] | undefined;
      readonly withheld?: WithholdReason | undefined;
    }
  | { readonly kind: 'record'; readonly record: WireRecord }
  | { readonly kind: 'article'; readonly events: readonly ArticleEvent[] }
  | {
      readonly kind: 'desk';
      readonly event: DeskEvent;
      readonly files: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'queue'; readonly command: QueueCommand }
  /** `isWhole`: everything that happened to the shift, told anew from its beginning. */
  | {
      readonly kind: 'shift';
      readonly events: readonly ShiftEvent[];
      readonly isWhole?: true | undefined;
    }
  /** What happened to somebody's practice record; nothing of it is left once the law wants them gone. */
  | { readonly kind: 'practice'; readonly events: readonly PracticeEvent[] }
  /** A whole ticket that came from another space, with everything that happened to it. */
  | {
      readonly kind: 'arrived';
      readonly events: readonly TicketEvent[];
      readonly aliases: readonly TicketAlias[];
    }
  /** The ticket lies in another space now. */
  | { readonly kind: 'left' }
  /** Erased by law: what happened here is told by nobody. */
  | { readonly kind: 'erased' }
  | { readonly kind: 'nothing' };

/** The type of a row by which a ticket leaves everybody for ever, because the law wants it. */
export const ERASURE = 'erase-ticket';

/** The same of somebody's practice record. */
export const PRACTICE_ERASURE = 'erase-practice';

/** A number that a ticket had, or has beside its own. */
export interface TicketAlias {
  readonly alias: string;
  readonly ticketId: string;
}

/** The rows of a space behind a cursor. */
export interface Page {
  readonly space: string;
  /** The cursor that was asked with: a page for another one is dropped. */
  readonly from: number;
  readonly rows: readonly LogRow[];
  /** The cursor behind this page. */
  readonly next: number;
  /** The chain at `next`. */
  readonly chain: string;
  /** The last seq there is. */
  readonly head: number;
}

export interface PullResponse {
  readonly epoch: string;
  readonly time: number;
  readonly scope: Scope;
  readonly pages: readonly Page[];
}

/** A ready copy of a space: a SQLite file, compressed by zstd, named by its content. */
export interface SnapshotInfo {
  readonly space: string;
  /** SHA-256 of the compressed file in hexadecimal digits. */
  readonly id: string;
  /** The log up to here is in it. */
  readonly seq: number;
  readonly chain: string;
  /** Form of the file: see `snapshot-schema`. */
  readonly form: number;
  readonly epoch: string;
  readonly bytes: number;
  readonly rawBytes: number;
}

/** What a device says when it redeems a code. */
export interface EnrolRequest {
  readonly code: string;
  /** Its name in the list of devices. */
  readonly device: string;
}

export interface EnrolResponse {
  readonly token: string;
  readonly deviceId: string;
  readonly person: WireRecord & { readonly type: 'person' };
  readonly epoch: string;
  readonly scope: Scope;
}

/** Which numbers of a store that worked alone are taken at the server. */
export interface NumbersResponse {
  readonly taken: readonly string[];
}
