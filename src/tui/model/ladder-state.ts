import type { ShownRung } from '../../app/people/climb-ladder.ts';
import type { CustomerCard } from '../../app/people/customer-card.ts';
import type { LadderCall } from '../../domain/handover/handover.ts';

/** Whom to call: the steps of a ladder, and what became of the calls. */
export interface LadderScreen {
  readonly type: 'ladder';
  /** Null for the ladder of no ticket in particular: there is nothing to write calls down on. */
  readonly ticketId: string | null;
  readonly number: string | null;
  readonly rungs: readonly ShownRung[];
  readonly calls: readonly LadderCall[];
  /** Place of the step that keys act on. */
  readonly selected: number;
}

/** The card of a customer, with the command that keys act on. */
export interface CardScreen {
  readonly type: 'card';
  readonly number: string;
  readonly card: CustomerCard;
  readonly selected: number;
  readonly scroll: number;
}
