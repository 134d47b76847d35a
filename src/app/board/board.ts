import type { Figure } from '../../domain/figure/figure.ts';
import type { AgeBucket, ReportCharts } from '../../domain/report/report-charts.ts';
import type { Shift, ShiftPlan } from '../../domain/shift/shift.ts';
import type { TimeLeft } from '../../domain/sla/time-left.ts';
import type { LocalName, Priority } from '../../domain/vocabulary.ts';
import type { PersonLoad } from '../shift/shift-load.ts';

/** A ticket on the board. Times are epoch ms. */
export interface BoardTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly priority: Priority;
  readonly line: string;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly customer: string | null;
}

/** Why a ticket is red now. */
export type BoardRed = 'p1' | 'p2' | 'late' | 'mass';

/** A ticket that burns: critical, late, or a mass incident. */
export interface RedTicket extends BoardTicket {
  readonly why: readonly BoardRed[];
  readonly dueAt: number | null;
  /** What is left until its deadline, in the hours of its policy. */
  readonly left: TimeLeft | null;
}

/** A promise of the next two hours, or one that is late. */
export interface BoardPromise extends Omit<BoardTicket, 'priority' | 'line'> {
  readonly promiseId: string;
  readonly text: string;
  readonly dueAt: number;
  /** Since when the owner's station is silent, where the time is near; null otherwise. */
  readonly silentSince: number | null;
}

/** The first rows of a list, and how many there are. */
export interface BoardList<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Tickets that wait for somebody else, and since when the first of them does. */
export interface BoardWaiting {
  readonly n: number;
  readonly longest: (BoardTicket & { readonly since: number }) | null;
}

/** Open tickets of a line, and how many of them nobody has. */
export interface BoardLine {
  readonly line: string;
  readonly open: number;
  readonly free: number;
}

/** The shift that the board is of. */
export interface BoardShift {
  readonly id: string;
  readonly plan: ShiftPlan;
  /** Null while nobody has done anything with it. */
  readonly state: Shift | null;
  /** Names of the people of its roster and log, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether I see everybody on it: others see their own day. */
  readonly isLed: boolean;
  /** Whether I open it, write its report and hand it over. */
  readonly mayLead: boolean;
  /** Whether live figures are mine to see at all. */
  readonly mayRead: boolean;
}

/** Planned works that are under way or come within a day. */
export interface BoardWork {
  readonly code: string;
  readonly title: LocalName;
  readonly from: number;
  readonly to: number;
  readonly ticketId: string | null;
}

/** What of the board is counted from events: it changes slowly and costs more. */
export interface BoardPast {
  readonly asOf: number;
  /** How long counting it took, ms: where that is much it is done less often. */
  readonly costMs: number;
  /** One row for each hour of the shift so far. */
  readonly flow: ReportCharts['flow'];
  /** Of the shift so far: deadlines, promises and first answers. */
  readonly figures: readonly Figure[];
  readonly onCustomer: BoardWaiting;
  readonly onVendor: BoardWaiting;
  readonly load: readonly PersonLoad[];
  readonly works: readonly BoardWork[];
}

/** What of the open work is mine. */
export interface OwnWork {
  readonly open: number;
  /** Promises of the next two hours, and late ones. */
  readonly promises: number;
}

/** What a lead sees at a glance: counts and lists of one moment. */
export interface Board {
  readonly asOf: number;
  readonly shift: BoardShift;
  readonly red: BoardList<RedTicket>;
  readonly critical: number;
  readonly late: number;
  readonly mass: number;
  readonly promises: BoardList<BoardPromise>;
  readonly missedPromises: number;
  /** Promises of those whose station is silent when their time is near. */
  readonly silent: number;
  readonly open: number;
  readonly free: number;
  readonly mine: OwnWork;
  readonly lines: readonly BoardLine[];
  readonly ages: readonly { readonly code: AgeBucket; readonly n: number }[];
  /** Came back at least twice. */
  readonly returned: number;
  /** Ours to move, and untouched for days. */
  readonly dragging: number;
  readonly past: BoardPast;
}
