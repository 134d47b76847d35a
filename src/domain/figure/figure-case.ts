import type { ClockTarget } from '../clock-state.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { SlaPolicy } from '../sla-policy.ts';
import type { FigurePeriod } from './figure.ts';
import { lineAt } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

/** What one ticket adds to a figure. */
export interface FigureCase {
  /** What it belongs to where the figure is split; null where it is not. */
  readonly of: string | null;
  /** Added to the numerator: 1 or 0 of shares and counts, ms of durations. */
  readonly k: number;
  /** Added to the denominator: 1, or 0 of what only counts above. */
  readonly n: number;
  /** The duration in working time, where the calendar of its policy closes at times. */
  readonly business?: number | null | undefined;
}

/** A deadline whose outcome is known: met at the moment it was met, missed when it passed. */
export interface SlaOutcome {
  readonly target: ClockTarget;
  readonly at: number;
  readonly isMet: boolean;
}

/** What a figure may look at besides the story. */
export interface FigureContext {
  readonly period: FigurePeriod;
  /** Up to when anything is known. */
  readonly now: number;
  readonly desk: DeskConfig;
  /** The policy of a ticket by the rules in force. */
  readonly policyOf: (story: TicketStory) => SlaPolicy | null;
  /** What became of the deadlines of a ticket, whenever it was. */
  readonly outcomesOf: (story: TicketStory) => readonly SlaOutcome[];
  /** The day of an instant by the desk's clock. */
  readonly dayOf: (at: number) => string;
}

/** Counts a figure story by story; what it remembers of earlier ones lasts for one period. */
export type CasesOf = (context: FigureContext) => (story: TicketStory) => readonly FigureCase[];

/** Nothing of this ticket belongs to the figure. */
export const noCases: readonly FigureCase[] = [];

/** Whether a moment lies in the period. */
export function isWithin({ from, to }: Pick<FigurePeriod, 'from' | 'to'>, at: number): boolean {
  return from <= at && at < to;
}

/** Whether something at a moment belongs to the period, and to its line where it has one. */
export function belongs(story: TicketStory, at: number, { period }: FigureContext): boolean {
  return isWithin(period, at) && (period.line === null || lineAt(story, at) === period.line);
}

/** One thing counted: in the numerator when `isIn`. */
export function counted(isIn: boolean, of: string | null = null): readonly FigureCase[] {
  return [{ of, k: isIn ? 1 : 0, n: 1 }];
}
