import type { CustomerPromise } from './ticket.ts';

/** A promise beside the ticket it was given in. */
export interface PromiseRecord extends CustomerPromise {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly by: string | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly customer: string | null;
}

/** What became of the promises made in some time. */
export interface PromiseCounts {
  readonly made: number;
  readonly kept: number;
  /** Settled late, or their time has passed and nobody has settled them. */
  readonly broken: number;
  readonly moved: number;
  /** Their time has not come yet. */
  readonly open: number;
}

/** The share of promises that were kept, 0 to 1, of those whose time has come; null before any has. */
export function keptShare({ kept, broken }: PromiseCounts): number | null {
  return kept + broken === 0 ? null : kept / (kept + broken);
}

/** Whether the time has passed and nobody has said a word. */
export function isOverdue(promise: Pick<CustomerPromise, 'state' | 'dueAt'>, now: number): boolean {
  return promise.state === 'open' && promise.dueAt < now;
}
