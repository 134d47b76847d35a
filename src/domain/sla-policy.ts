import type { TicketMatch } from './match-rule.ts';
import type { LocalName, Status } from './vocabulary.ts';

/** What is promised by a policy: each has a clock of its own. */
export const slaTargets = ['first-answer', 'reply', 'update', 'resolve'] as const;
export type SlaTarget = (typeof slaTargets)[number];

/**
 * A target in ms: `default`, and others by the code of a channel, a priority or a kind. Of those that
 * fit a ticket the strictest holds; null promises nothing.
 */
export type TargetTable = { readonly default: number | null } & Readonly<
  Record<string, number | null>
>;

/** Time left at which a clock changes its colour: so many ms or this share of the target, the less. */
export interface SlaThreshold {
  readonly ms: number;
  readonly share: number;
}

/** Service targets of the tickets it fits; the first policy that fits a ticket holds. */
export interface SlaPolicy {
  readonly code: string;
  readonly name: LocalName;
  readonly when: TicketMatch;
  readonly calendar: string;
  /** Targets that are counted by another calendar. */
  readonly calendarOf: Readonly<Partial<Record<SlaTarget, string>>>;
  readonly firstAnswer: TargetTable;
  /** A customer who wrote is answered, counted from the first message without an answer. */
  readonly reply: TargetTable;
  /** The customer hears from the desk this often. */
  readonly update: TargetTable;
  readonly resolve: TargetTable;
  /** Statuses that stop the clock; the desk's own flags when absent. */
  readonly pausedIn: readonly Status[] | null;
  readonly statusUpdateMs: number;
  /** The longest silence in an outage: a ticket of that kind, or with one of the tags. */
  readonly outageUpdateMs: number;
  readonly outageTags: readonly string[];
  readonly amber: SlaThreshold;
  readonly red: SlaThreshold;
  /** How long before its time a promise reminds of itself, where it does not say so itself. */
  readonly warnOfPromiseMs: number;
}
