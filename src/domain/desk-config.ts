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
  readonly warnBeforeMs: number;
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
  readonly lines: readonly Line[];
  readonly statuses: readonly StatusRule[];
  readonly kinds: readonly { readonly code: TicketKind; readonly name: LocalName }[];
  readonly priorities: readonly { readonly code: Priority; readonly name: LocalName }[];
  readonly calendars: readonly Calendar[];
  readonly policies: readonly SlaPolicy[];
  readonly queues: readonly SavedQueue[];
}
