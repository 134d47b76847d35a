import type { ReportIncident } from './shift-report.ts';

/** What can happen in an outage. */
export type OutageStep =
  | 'noticed'
  | 'registered'
  | 'taken'
  | 'told'
  | 'handed'
  | 'called'
  | 'promised'
  | 'restored'
  | 'closed';

/** The record of an outage: what was when. Times are epoch ms. */
export interface OutageReport {
  readonly incident: ReportIncident;
  readonly timeline: readonly {
    readonly at: number;
    readonly step: OutageStep;
    /** Who did it; null: nobody of the desk. */
    readonly by: string | null;
    readonly text: string;
    /** By when a promise was to be kept. */
    readonly dueAt: number | null;
  }[];
  /** Messages promised to customers whose time has come, and those of them sent in time. */
  readonly updates: { readonly numerator: number; readonly denominator: number };
}
