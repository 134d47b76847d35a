import { percentOf as shareInPercent } from '../../domain/figure/statistics.ts';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { fill } from '../../i18n/fill.ts';
import type { ShareRow } from './chart.ts';

/** What is larger is drawn like this: beyond it scales lose their ends. */
const LARGEST = 1e15;

/** A size to draw: what is no number, or less than nothing, has none. */
export function sizeOf(value: number): number {
  return Number.isFinite(value) ? Math.min(LARGEST, Math.max(0, value)) : 0;
}

/** A number in the reader's language, with at most one decimal; what is none is «—». */
export function numberText(value: number, texts: ChartsTexts): string {
  if (!Number.isFinite(value)) return texts.none;
  const rounded = Math.abs(value) < LARGEST ? Math.round(value * 10) / 10 : value;
  return String(rounded).replace('.', texts.decimalPoint);
}

/** The share in percent, as figures count it; null where there are too few for one. */
export function percentOf({ met, due }: ShareRow): number | null {
  if (!Number.isFinite(due)) return null;
  return shareInPercent(Math.min(sizeOf(met), due), due);
}

/** `93.6%` as the language writes it; «—» where there is no share. */
export function percentText(percent: number | null, texts: ChartsTexts): string {
  return percent === null
    ? texts.none
    : fill(texts.percent, { percent: numberText(percent, texts) });
}

/** `44 of 47`. */
export function kOfN({ met, due }: ShareRow, texts: ChartsTexts): string {
  return fill(texts.kOfN, { k: numberText(met, texts), n: numberText(due, texts) });
}

/** The highest target that is reached, or else the lowest, which is not; null without a share. */
export function verdictOf(
  percent: number | null,
  targets: readonly number[],
): { readonly target: number; readonly isReached: boolean } | null {
  const lowest = targets[0];
  if (percent === null || lowest === undefined) return null;
  const reached = targets.findLast((target) => percent >= target);
  return reached === undefined
    ? { target: lowest, isReached: false }
    : { target: reached, isReached: true };
}

/** The largest size of a list; 1 where all are nothing, so that it can be divided by. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, sizeOf(value)), 0) || 1;
}

/** Where the axis of a trend begins: at a full ten below its lowest point and its targets. */
export function trendFloor(rows: readonly ShareRow[], targets: readonly number[]): number {
  const seen = [...rows.map(percentOf), ...targets].filter((percent) => percent !== null);
  const lowest = seen.reduce((least, percent) => Math.min(least, percent), 100);
  return Math.max(0, Math.ceil(lowest / 10) * 10 - 10);
}

/** Counts of neighbours together, so that there are at most so many: percentages are never averaged. */
export function pooled(rows: readonly ShareRow[], most: number): readonly ShareRow[] {
  const together = Math.max(1, Math.ceil(rows.length / Math.max(1, most)));
  return Array.from({ length: Math.ceil(rows.length / together) }, (_, at) => {
    const some = rows.slice(at * together, (at + 1) * together);
    const sum = (of: (row: ShareRow) => number) =>
      some.reduce((total, row) => total + sizeOf(of(row)), 0);
    return { label: some[0]?.label ?? '', met: sum(({ met }) => met), due: sum(({ due }) => due) };
  });
}
