import type { ShiftReport } from '../report/shift-report.ts';

export const handoverStates = [
  'submitted',
  'accepted',
  'accepted-with-remarks',
  'returned',
  'expired',
] as const;
export type ShiftHandoverState = (typeof handoverStates)[number];

/**
 * What is handed over. `red` tickets, `promise`s of the next two hours and `watch` items are taken
 * one by one, the `rest` all at once.
 */
export interface HandoverItem {
  /** `red:<ticket id>`, `promise:<promise id>`, `watch:<item id>`, `rest:<ticket id>`. */
  readonly key: string;
  readonly part: 'red' | 'promise' | 'watch' | 'rest';
  readonly ticketId: string | null;
  /** Who had it when it was submitted. */
  readonly fromId: string | null;
  /** Who is to have it by the outgoing lead; null: whoever has it. */
  readonly toId: string | null;
  readonly nextAction: string;
  readonly ifThen: string;
  /** Its incident is P1, so that the incoming lead says the next action back. */
  readonly needsReadBack: boolean;
}

/** What the incoming lead said about one item. */
export interface AcceptedItem {
  readonly key: string;
  /** Who has it from now on; null: nobody of the desk. */
  readonly ownerId: string | null;
  /** The assignee as the incoming lead saw it: who took it meanwhile keeps it. */
  readonly seenOwnerId: string | null;
  /** The next action, when it was changed. */
  readonly nextAction: string | null;
  /** The next action in the incoming lead's own words. */
  readonly readBack: string;
}

/** Something said about a handover after it was submitted. Append-only. */
export interface HandoverRemark {
  readonly id: string;
  /** `surprise`: found missing later; `second-acceptance`: another lead had been first. */
  readonly kind: 'remark' | 'question' | 'surprise' | 'second-acceptance';
  readonly text: string;
  readonly byId: string;
  readonly at: number;
}

/** One revision of a report as it was submitted, and what became of it. Times are epoch ms. */
export interface ShiftHandover {
  readonly revision: number;
  readonly state: ShiftHandoverState;
  readonly submittedAt: number;
  readonly byId: string;
  /** The lead who is to accept it; null: whoever leads next. */
  readonly toId: string | null;
  readonly items: readonly HandoverItem[];
  /** Why it was submitted although something stood in the way; empty when nothing did. */
  readonly override: string;
  /** The figures and lists as they were then. */
  readonly report: ShiftReport;
  readonly settledAt: number | null;
  readonly settledById: string | null;
  readonly accepted: readonly AcceptedItem[];
  /** Keys of what was accepted and did not move: somebody had taken the ticket meanwhile. */
  readonly kept?: readonly string[];
  /** Why it was returned. */
  readonly reason: string;
  readonly remarks: readonly HandoverRemark[];
}
