import type { Figure } from '../figure/figure.ts';
import type { Language } from '../vocabulary.ts';
import type { ReportIncident, Topic, Volume } from './shift-report.ts';

/** A month of one customer, for the customer: nothing of it is internal. Times are epoch ms. */
export interface CustomerReport {
  readonly customer: string;
  readonly customerId: string;
  /** `2026-11`. */
  readonly month: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly from: number;
  /** The first moment that is no longer part of it. */
  readonly to: number;
  readonly asOf: number;
  readonly incoming: number;
  readonly solved: number;
  readonly volume: readonly Volume[];
  readonly topics: readonly Topic[];
  readonly figures: readonly Figure[];
  readonly incidents: readonly Pick<
    ReportIncident,
    'number' | 'subject' | 'startedAt' | 'restoredAt' | 'minutes' | 'provider'
  >[];
  /** Still open at the end, by number. */
  readonly open: readonly { readonly number: string; readonly subject: string }[];
  readonly timeSpentMs: number;
}
