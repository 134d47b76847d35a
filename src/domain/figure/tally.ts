import { definitionOf } from './definitions.ts';
import type { Figure, FigureCode } from './figure.ts';
import type { FigureCase } from './figure-case.ts';
import { durationStats, percentOf, wilson } from './statistics.ts';

const MINUTE_MS = 60_000;

/** One figure while it is counted. */
interface Sum {
  numerator: number;
  denominator: number;
  readonly values: number[];
  readonly business: number[];
  /** By how much the calendar is longer than the working time. */
  idleMs: number;
}

/** Sums up the cases of one figure, the whole and its parts. */
export class Tally {
  readonly #code: FigureCode;
  readonly #total: Sum = emptySum();
  readonly #parts = new Map<string, Sum>();

  constructor(code: FigureCode) {
    this.#code = code;
  }

  add(cases: readonly FigureCase[]): void {
    for (const one of cases) {
      addTo(this.#total, one);
      if (one.of !== null) addTo(this.#part(one.of), one);
    }
  }

  #part(of: string): Sum {
    const known = this.#parts.get(of);
    if (known) return known;
    const part = emptySum();
    this.#parts.set(of, part);
    return part;
  }

  /** The figure, and behind it its parts by name. */
  figures(): readonly Figure[] {
    const { isSplit, hasTotal } = definitionOf(this.#code);
    const parts = isSplit ? [...this.#parts].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
    return [
      ...(hasTotal ? [figureOf(this.#code, null, this.#total)] : []),
      ...parts.map(([of, sum]) => figureOf(this.#code, of, sum)),
    ];
  }
}

function emptySum(): Sum {
  return { numerator: 0, denominator: 0, values: [], business: [], idleMs: 0 };
}

function addTo(sum: Sum, { k, n, business }: FigureCase): void {
  sum.numerator += k;
  sum.denominator += n;
  sum.values.push(k);
  if (business === undefined || business === null) return;
  sum.business.push(business);
  sum.idleMs += k - business;
}

/** A figure of sums alone; what it was before is added by who compares. */
function figureOf(code: FigureCode, of: string | null, sum: Sum): Figure {
  const { kind, target } = definitionOf(code);
  const { numerator, denominator } = sum;
  const isShare = kind === 'share';
  const values = kind === 'duration' ? durationStats(sum.values) : null;
  // Working time is counted in whole minutes.
  const differs = sum.idleMs >= sum.business.length * MINUTE_MS;
  return {
    ...{ code, of, kind, numerator, denominator },
    percent: isShare ? percentOf(numerator, denominator) : null,
    interval: isShare ? wilson(numerator, denominator) : null,
    duration: values,
    business: values && sum.business.length > 0 && differs ? durationStats(sum.business) : null,
    target,
    ...{ before: null, trend: null, isIncomplete: false },
  };
}

/** The one number that a figure is compared by; null where it has none. */
export function comparedBy({ kind, numerator, denominator, duration }: Figure): number | null {
  if (kind === 'count' || kind === 'sum') return numerator;
  if (kind === 'duration') return duration?.median ?? null;
  if (denominator === 0) return null;
  return kind === 'share' ? (numerator / denominator) * 100 : numerator / denominator;
}
