import type { Named } from '../report/shift-report.ts';
import type { LocalName } from '../vocabulary.ts';
import type { Figure } from './figure.ts';

/** The figures of a period, with what they are of. Times are epoch ms. */
export interface KpiReport {
  readonly version: number;
  readonly from: number;
  /** The first moment that is no longer part of it. */
  readonly to: number;
  readonly asOf: number;
  readonly timeZone: string;
  readonly line: { readonly code: string; readonly name: LocalName } | null;
  readonly customer: Named | null;
  readonly figures: readonly Figure[];
}
