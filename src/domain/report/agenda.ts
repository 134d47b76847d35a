import type { ReportItem } from './shift-report.ts';

/** A question of a weekly agenda, with what came of it. */
export interface AgendaItem extends ReportItem {
  readonly ref: string;
  readonly outcome: string | null;
}

/** What a week begins with and what it leaves to the next one. Days as `2026-11-23`. */
export interface Agenda {
  readonly timeZone: string;
  /** Monday and Sunday. */
  readonly from: string;
  readonly to: string;
  /** The days of the two calls. */
  readonly planOn: string;
  readonly resultsOn: string;
  readonly asOf: number;
  /** Carried over from the week before, still open when this one began. */
  readonly questions: readonly AgendaItem[];
  readonly fresh: readonly AgendaItem[];
  readonly done: readonly AgendaItem[];
  /** Still open: they go on to the next week. */
  readonly moved: readonly AgendaItem[];
}
