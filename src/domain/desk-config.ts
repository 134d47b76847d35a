import type { WrittenCalendar } from './calendar.ts';
import type { DeskPerson, Duty, EscalationLadder, PlannedWork } from './desk-people.ts';
import type { KindRule, PriorityMatrix, RiskClass } from './kind-rule.ts';
import type { PermissionMatrix } from './permission.ts';
import type { RoutingRule } from './routing-rule.ts';
import type { SlaPolicy } from './sla-policy.ts';
import type { Channel, Language, LocalName, Priority, Status } from './vocabulary.ts';

/** A line of support. `talksToCustomer: 'via'` speaks through another line only. */
export interface Line {
  readonly code: string;
  readonly name: LocalName;
  readonly short: LocalName;
  readonly talksToCustomer: 'yes' | 'via' | 'no';
  /** Another organisation: it gets no login, its answers are written in by a person of the desk. */
  readonly isExternal: boolean;
  /** A ticket handed to it is resolved only after its own diagnosis. */
  readonly needsDiagnosis: boolean;
  /** Working time in which it accepts what is handed to it, and in which it passes it on or solves it. */
  readonly acceptWithinMs: number | null;
  readonly workWithinMs: number | null;
  /** Codes of the figures that it is measured by. */
  readonly kpis: readonly string[];
}

export interface StatusRule {
  readonly code: Status;
  readonly name: LocalName;
  /** Still to be worked on: listed in the open queues. */
  readonly isOpen: boolean;
  readonly pausesSla: boolean;
  readonly showsDeadline: boolean;
  /** Statuses that may follow. */
  readonly next: readonly Status[];
}

/** Working hours. `always` runs around the clock; other weeks are intervals per weekday. */
export interface Calendar {
  readonly code: string;
  readonly name: LocalName;
  readonly timeZone: string;
  readonly week: 'always' | WrittenCalendar['week'];
  /** ISO days on which nobody works. */
  readonly holidays: readonly string[];
  /** Hours of single days: moved and shortened ones. */
  readonly overrides: WrittenCalendar['overrides'];
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
  /** A filter line that holds besides. */
  readonly query?: string | undefined;
  /** For whom somebody saved it; absent for the queues of the pack. */
  readonly savedFor?: 'me' | 'desk' | undefined;
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
  readonly kinds: readonly KindRule[];
  readonly priorities: readonly { readonly code: Priority; readonly name: LocalName }[];
  readonly calendars: readonly Calendar[];
  readonly policies: readonly SlaPolicy[];
  readonly queues: readonly SavedQueue[];
  readonly priorityMatrix: PriorityMatrix | null;
  readonly riskClasses: readonly RiskClass[];
  readonly people: readonly DeskPerson[];
  readonly duties: readonly Duty[];
  readonly ladders: readonly EscalationLadder[];
  readonly routing: readonly RoutingRule[];
  readonly works: readonly PlannedWork[];
  readonly permissions: PermissionMatrix;
  /** What an engineer may spend without asking, with a report; null where nobody spends. */
  readonly spending: { readonly limit: number; readonly currency: string } | null;
  /** A resolved ticket closes by itself after so long without a word; null: never. */
  readonly autoConfirm: { readonly afterMs: number; readonly warnBeforeMs: number } | null;
  /** So many tickets of one topic or customer group within so long propose a mass incident. */
  readonly massIncident: { readonly tickets: number; readonly withinMs: number };
  /** Idle time in a ticket that is not counted as work, ms. */
  readonly idleMs: number;
  /** A customer who has not answered is not reminded more often than this, ms. */
  readonly remindEveryMs: number;
}
