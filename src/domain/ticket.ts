import type { ClockState } from './clock-state.ts';
import type { FamilyState } from './family/family.ts';
import type { HandoverState } from './handover/handover.ts';
import type { SupervisionState } from './supervision/supervision.ts';
import type { Audience, Channel, Priority, PromiseKind, Status, TicketKind } from './vocabulary.ts';
import type { WithheldState } from './withheld-message.ts';
import type { WorkState } from './work/work.ts';

/** A time given to the customer. Times are epoch ms. */
export interface CustomerPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly madeAt: number;
  readonly dueAt: number;
  /** How long before its time to remind; absent for the desk's own. */
  readonly warnBeforeMs?: number | undefined;
  readonly byId: string;
  readonly state: 'open' | 'kept' | 'broken' | 'moved';
  readonly settledAt: number | null;
}

/** One status and the moment it began: the list of them is what the service clock is computed from. */
export interface StatusSpan {
  readonly status: Status;
  readonly at: number;
}

/** What one ticket is to another; the other one knows it from its side. */
export interface TicketLink {
  readonly ticketId: string;
  readonly relation: 'related' | 'continues' | 'continued' | 'duplicates' | 'duplicated';
}

/** The unit of work: state folded from its events. Times are epoch ms. */
export interface Ticket
  extends HandoverState,
    WorkState,
    FamilyState,
    ClockState,
    WithheldState,
    SupervisionState {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly kind: TicketKind;
  readonly status: Status;
  readonly priority: Priority;
  readonly line: string;
  readonly assigneeId: string | null;
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly channel: Channel;
  readonly audience: Audience;
  readonly tags: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly firstAnsweredAt: number | null;
  readonly lastPublicAt: number | null;
  readonly lastCustomerAt: number | null;
  readonly resolvedAt: number | null;
  readonly scheduledUntil: number | null;
  /** How many times the customer sent the solution back. */
  readonly returns: number;
  /** How many different people were responsible, one after another. */
  readonly hands: number;
  readonly statusLog: readonly StatusSpan[];
  readonly promises: readonly CustomerPromise[];
  readonly links: readonly TicketLink[];
  /** Working time noted so far; absent while nobody has noted any. */
  readonly timeSpentMs?: number;
  readonly externalId: string | null;
  readonly importId: string | null;
  /** Mail that arrived by itself (out of office, list, bounce): kept, but no customer waits here. */
  readonly isAutomatic: boolean;
  readonly isDemo: boolean;
  readonly space: string;
  /** How often it went to another space; absent while it never did. Tells a late arrival from the last. */
  readonly moves?: number | undefined;
  /** Number of events folded in. */
  readonly rev: number;
}

export type EntryKind = 'message' | 'note' | 'call' | 'system';
export type Visibility = 'public' | 'internal';

/** One item of a ticket's timeline. Append-only. */
export interface Entry {
  readonly id: string;
  readonly at: number;
  readonly kind: EntryKind;
  readonly visibility: Visibility;
  /** Who wrote it: a person of the desk, a contact of the customer, or nobody (the system). */
  readonly author: EntryAuthor;
  readonly text: string;
  /** Length of a call in ms. */
  readonly durationMs: number | null;
  readonly messageId: string | null;
  readonly attachments: readonly AttachmentRef[];
}

export type EntryAuthor =
  | { readonly type: 'person'; readonly id: string }
  | { readonly type: 'contact'; readonly id: string | null; readonly name: string }
  | { readonly type: 'system' };

/** A stored file: found by its hash; the sender's name of it is data only. */
export interface AttachmentRef {
  readonly hash: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** Promises that still wait, nearest first. */
export function openPromises(ticket: Ticket): readonly CustomerPromise[] {
  return ticket.promises.filter((p) => p.state === 'open').toSorted((a, b) => a.dueAt - b.dueAt);
}
