/** Codes of all figures of a desk; what each means stands in `definitions.ts` and in both languages. */
export const figureCodes = [
  'requests',
  'closed',
  'resolved',
  'backlog',
  'net-flow',
  'first-response',
  'reaction',
  'handling',
  'lead-time',
  'requester-wait',
  'answered-in-norm',
  'unanswered',
  'sla-met',
  'fcr',
  'one-touch',
  'first-line-closed',
  'resolved-share',
  'solved-by-line',
  'escalated',
  'escalation-accuracy',
  'returned',
  'third-returns',
  'bounced',
  'promises-kept',
  'updates-kept',
  'load',
  'closed-at-once',
  'off-topic',
  'time-per-customer',
  'outage-duration',
  'proactive',
  'knowledge-hits',
  'knowledge-overdue',
  'spend',
  // Their data is not gathered yet: left out of every report, never shown as zero.
  'csat',
  'quality-score',
  'mean-rating',
  'alerts-per-person',
  'alert-noise',
  'provider-repair',
  'order-days',
  'service-level',
] as const;
export type FigureCode = (typeof figureCodes)[number];

/** How the value of a figure is read. Durations are ms. */
export type FigureKind = 'share' | 'count' | 'duration' | 'mean' | 'sum';

/** Statistics of durations, ms: median and p90 by nearest rank; below ten values no p90. */
export interface DurationStats {
  readonly median: number;
  readonly p90: number | null;
  readonly max: number;
  /** All of them, ascending, when they are fewer than ten. */
  readonly values: readonly number[] | null;
}

/** What the same shifts, or the same stretches, had in the weeks before: p10 to p90. */
export interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
  /** How many earlier stretches had any. */
  readonly n: number;
}

/**
 * One figure: k of n. For shares and counts `numerator` of `denominator` things; for durations,
 * means and sums the sum (ms, marks, money) over so many things. A denominator of 0 has no value.
 */
export interface Figure {
  readonly code: FigureCode;
  /** What it is of, where a figure is split: a channel, a target of a policy, a line; null: of all. */
  readonly of: string | null;
  readonly kind: FigureKind;
  readonly numerator: number;
  readonly denominator: number;
  /** Share in percent, one decimal; null for other kinds, for n = 0 and below five (counts only). */
  readonly percent: number | null;
  /** Wilson 95 % interval of the share, whole percent. */
  readonly interval: readonly [number, number] | null;
  readonly duration: DurationStats | null;
  /** The same in working time of the policy's calendar, where that differs. */
  readonly business: DurationStats | null;
  readonly target: number | null;
  /** The same stretches of earlier weeks; null when there were fewer than four. */
  readonly before: Band | null;
  /**
   * Against the band: outside of it and which way; `same` inside, and where a share is too uncertain to
   * differ from what was usual; null without a band.
   */
  readonly trend: 'better' | 'worse' | 'same' | null;
  /** The last days may still change it (a return within seven days). */
  readonly isIncomplete: boolean;
}

/** A stretch of time that figures are of, and what is left out of them. Times are epoch ms. */
export interface FigurePeriod {
  readonly from: number;
  /** The first moment that is no longer part of it. */
  readonly to: number;
  readonly line: string | null;
  readonly customerId: string | null;
  readonly space: string | null;
}

/** The version of all definitions: a report keeps by which its figures were counted. */
export const FIGURES_VERSION = 1;
