import type { QueueFilter } from './desk-config.ts';
import type { Handover } from './handover/handover.ts';
import type { Review } from './supervision/supervision.ts';
import type { Audience, Channel, Priority, Status, TicketKind } from './vocabulary.ts';

/** What a ticket is or is not; each has an `is:` in the filter line. */
export const ticketFlags = [
  'open',
  'overdue',
  'promised',
  'waiting',
  'returned',
  'escalated',
  'watched',
  'in-care',
  'mass',
  'child',
  'breached',
  'asked',
  'help-needed',
  'off-topic',
  'automatic',
  'demo',
] as const;
export type TicketFlag = (typeof ticketFlags)[number];

/** What a ticket has or has not; each has a `has:` in the filter line. */
export const ticketParts = [
  'promise',
  'deadline',
  'draft',
  'attachment',
  'tag',
  'customer',
  'contact',
  'assignee',
  'checklist',
  'time',
  'vendor',
  'children',
] as const;
export type TicketPart = (typeof ticketParts)[number];

/** Times of a ticket that can be compared. A deadline or promise counts while the ticket is open. */
export type TicketTime = 'created' | 'updated' | 'resolved' | 'due' | 'promise' | 'wake';

/** One condition on tickets, with every name already resolved. `negated` excludes what matches. */
export type TicketCondition = (
  | { readonly field: 'status'; readonly values: readonly Status[] }
  | { readonly field: 'priority'; readonly values: readonly Priority[] }
  | { readonly field: 'kind'; readonly values: readonly TicketKind[] }
  | { readonly field: 'channel'; readonly values: readonly Channel[] }
  | { readonly field: 'audience'; readonly values: readonly Audience[] }
  | { readonly field: 'line'; readonly values: readonly string[] }
  | { readonly field: 'assignee'; readonly values: readonly (string | null)[] }
  | { readonly field: 'customer'; readonly values: readonly (string | null)[] }
  | { readonly field: 'contact'; readonly values: readonly (string | null)[] }
  | { readonly field: 'parent'; readonly values: readonly (string | null)[] }
  | { readonly field: 'handover'; readonly values: readonly (Handover['state'] | null)[] }
  | { readonly field: 'review'; readonly values: readonly (Review['state'] | null)[] }
  | { readonly field: 'tag'; readonly values: readonly string[] }
  /** A full-text expression of its own: words to stay away from. */
  | { readonly field: 'text'; readonly match: string }
  | { readonly field: 'is'; readonly flag: TicketFlag }
  | { readonly field: 'has'; readonly part: TicketPart }
  /** From a moment on and before another one, epoch ms. */
  | {
      readonly field: 'time';
      readonly of: TicketTime;
      readonly from: number | null;
      readonly until: number | null;
    }
  /** Between two numbers, both included. */
  | { readonly field: 'returns'; readonly least: number; readonly most: number }
  | { readonly field: 'queue'; readonly filter: QueueFilter }
  | { readonly field: 'any' | 'all'; readonly conditions: readonly TicketCondition[] }
) & { readonly negated: boolean };

/** What a list can be sorted by; `action` is the nearest deadline, promise or wake-up. */
export const sortFields = [
  'action',
  'due',
  'promise',
  'created',
  'updated',
  'resolved',
  'priority',
  'status',
  'line',
  'kind',
  'customer',
  'assignee',
  'number',
  'returns',
] as const;
export type SortField = (typeof sortFields)[number];

/** One sort key. What a ticket has not comes last in either direction. */
export interface SortKey {
  readonly by: SortField;
  readonly isDescending: boolean;
}

/** What the rows of a list can be put together by. */
export const groupFields = [
  'customer',
  'line',
  'status',
  'assignee',
  'kind',
  'priority',
  'channel',
] as const;
export type GroupField = (typeof groupFields)[number];

/** The columns that a list of tickets can show. */
export const queueColumnNames = [
  'number',
  'priority',
  'due',
  'promise',
  'status',
  'customer',
  'contact',
  'assignee',
  'line',
  'kind',
  'channel',
  'tags',
  'returns',
  'created',
  'updated',
  'age',
  'subject',
] as const;
export type QueueColumnName = (typeof queueColumnNames)[number];

/** Which tickets, in which order, for whom, at what time: what a page or a count is asked for. */
export interface TicketSelection {
  /** The saved queue's own conditions; null selects every ticket. */
  readonly queue: QueueFilter | null;
  readonly conditions: readonly TicketCondition[];
  /** A full-text expression over subjects, people and the text of all entries; null for none. */
  readonly match: string | null;
  /** Also find the ticket of this number whatever the conditions say. */
  readonly number: string | null;
  /** Empty: the queue's own order. */
  readonly sort: readonly SortKey[];
  readonly group: GroupField | null;
  readonly meId: string;
  readonly myLine: string;
  readonly now: number;
}

/** One row of a queue. Times are epoch ms; absent = null. */
export interface QueueRow {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly status: Status;
  readonly priority: Priority;
  readonly kind: TicketKind;
  readonly line: string;
  readonly channel: Channel;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly customerId: string | null;
  readonly customer: string | null;
  readonly contactId: string | null;
  readonly contact: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly dueAt: number | null;
  readonly promiseAt: number | null;
  readonly scheduledUntil: number | null;
  readonly tags: readonly string[];
  readonly returns: number;
  readonly hasDraft: boolean;
  readonly isDemo: boolean;
}
