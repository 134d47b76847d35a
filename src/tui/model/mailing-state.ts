import type { ComposedMany, ManySource } from '../../app/family/compose-many.ts';
import type { ProposedIncident } from '../../app/family/mass-proposals.ts';
import type { SkippedReminder } from '../../app/family/remind.ts';
import type { ManyPurpose } from '../../domain/family/family-command.ts';

/** Messages to many before they go: each text with those it goes to. */
export interface Mailing {
  readonly type: 'mailing';
  readonly purpose: ManyPurpose;
  /** The mass incident; of a reminder any of its tickets. */
  readonly ticketId: string;
  readonly number: string;
  readonly source: ManySource;
  readonly composed: ComposedMany;
  /** Tickets that get no reminder, and why. */
  readonly skipped: readonly SkippedReminder[];
  /** Place of the message that is shown. */
  readonly selected: number;
  /** Rows of it that are scrolled away. */
  readonly scroll: number;
}

/** Tickets that look like one cause, to be chosen from. */
export interface Members {
  readonly type: 'members';
  readonly proposal: ProposedIncident;
  readonly chosen: ReadonlySet<string>;
  readonly selected: number;
}

/** What the line below the list offers: tickets that look like one cause. */
export interface MassOffer {
  readonly key: string;
  readonly count: number;
  readonly why: string;
  /** Within so long they came. */
  readonly minutes: number;
}

/** An open mass incident that the ticket at hand may be part of. */
export interface KnownOffer {
  readonly ticketId: string;
  readonly incidentId: string;
  readonly number: string;
  readonly subject: string;
  readonly why: string;
}
