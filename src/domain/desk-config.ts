import type { Channel, Language, Priority, Status, TicketKind } from './vocabulary.ts';

/** A name in every language of the interface. */
export type LocalName = Readonly<Record<Language, string>>;

/** A line of support. `talksToCustomer: 'via'` speaks through another line only. */
export interface Line {
  readonly code: string;
  readonly name: LocalName;
  readonly short: LocalName;
  readonly talksToCustomer: 'yes' | 'via' | 'no';
}

export interface StatusRule {
  readonly code: Status;
  readonly name: LocalName;
  /** Still to be worked on: listed in the open queues. */
  readonly isOpen: boolean;
  readonly pausesSla: boolean;
  readonly showsDeadline: boolean;
}

/** Working hours. `always` runs around the clock; other weeks are intervals per weekday. */
export interface Calendar {
  readonly code: string;
  readonly name: LocalName;
  readonly timeZone: string;
  readonly week: 'always';
}

/** Service targets; all durations in milliseconds. */
export interface SlaPolicy {
  readonly code: string;
  readonly name: LocalName;
  readonly calendar: string;
  readonly firstAnswerMs: { readonly default: number } & Readonly<Partial<Record<Channel, number>>>;
  readonly resolveMs: Readonly<Record<Priority, number>>;
  readonly statusUpdateMs: number;
  /** The longest silence in an outage: a ticket of that kind, or with one of the tags. */
  readonly outageUpdateMs: number;
  readonly outageTags: readonly string[];
  readonly warnBeforeMs: number;
  /** How long before its time a promise reminds of itself, where it does not say so itself. */
  readonly warnOfPromiseMs: number;
}

/** What a saved queue selects. All given conditions must hold. */
export interface QueueFilter {
  readonly assignee?: 'me' | 'none' | undefined;
  readonly line?: 'mine' | undefined;
  readonly open?: boolean | undefined;
  readonly status?: readonly Status[] | undefined;
  readonly dueWithinMs?: number | undefined;
  readonly promised?: boolean | undefined;
}

export interface SavedQueue {
  readonly code: string;
  readonly name: LocalName;
  readonly filter: QueueFilter;
}

/** In whose name some customers are served: the desk speaks for that company. */
export interface Organisation {
  /** Names of the customers, or domains of their mail. */
  readonly customers: readonly string[];
  readonly name: LocalName;
  readonly signature: LocalName;
}

/** A shift by the desk's clock; the end of a night shift is before its beginning. */
export interface ShiftHours {
  readonly name: LocalName;
  /** Minutes from midnight. */
  readonly from: number;
  readonly to: number;
}

/** Everything about a desk that is data: loaded from a desk pack, never written in code. */
export interface DeskConfig {
  readonly name: LocalName;
  readonly timeZone: string;
  readonly language: Language;
  readonly ticketWord: LocalName;
  readonly reopenWindowMs: number;
  readonly maxReturnsToEngineer: number;
  readonly undoWindowMs: { readonly default: number } & Readonly<Partial<Record<Channel, number>>>;
  readonly mailAddress: string;
  /** Where the public articles are read; null when they are not published. */
  readonly faqAddress: string | null;
  readonly organisations: readonly Organisation[];
  readonly shifts: readonly ShiftHours[];
  readonly lines: readonly Line[];
  readonly statuses: readonly StatusRule[];
  readonly kinds: readonly { readonly code: TicketKind; readonly name: LocalName }[];
  readonly priorities: readonly { readonly code: Priority; readonly name: LocalName }[];
  readonly calendars: readonly Calendar[];
  readonly policies: readonly SlaPolicy[];
  readonly queues: readonly SavedQueue[];
}
