import type { QueueFilter } from './desk-config.ts';
import type { Channel, Priority, Status, TicketKind } from './vocabulary.ts';

/** One condition on tickets, with every name already resolved. `negated` excludes what matches. */
export type TicketCondition = (
  | { readonly field: 'status'; readonly values: readonly Status[] }
  | { readonly field: 'priority'; readonly values: readonly Priority[] }
  | { readonly field: 'kind'; readonly values: readonly TicketKind[] }
  | { readonly field: 'channel'; readonly values: readonly Channel[] }
  | { readonly field: 'line'; readonly values: readonly string[] }
  | { readonly field: 'assignee'; readonly values: readonly (string | null)[] }
  | { readonly field: 'customer'; readonly values: readonly (string | null)[] }
  | { readonly field: 'contact'; readonly values: readonly (string | null)[] }
  | { readonly field: 'tag'; readonly values: readonly string[] }
  /** A full-text expression of its own: words to stay away from. */
  | { readonly field: 'text'; readonly match: string }
  | { readonly field: 'open' | 'overdue' | 'promised' | 'demo' | 'automatic' }
  | { readonly field: 'created'; readonly before: number | null; readonly after: number | null }
  | { readonly field: 'due'; readonly before: number | null; readonly after: number | null }
) & { readonly negated: boolean };

/** Which tickets, for whom, at what time: what a page or a count is asked for. */
export interface TicketSelection {
  /** The saved queue's own conditions; null selects every ticket. */
  readonly queue: QueueFilter | null;
  readonly conditions: readonly TicketCondition[];
  /** A full-text expression over subjects, people and the text of all entries; null for none. */
  readonly match: string | null;
  /** Also find the ticket of this number whatever the conditions say. */
  readonly number: string | null;
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
