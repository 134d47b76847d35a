import { describe, expect, it } from 'vitest';
import { definitionOf, hasData } from '../../../src/domain/figure/definitions.ts';
import { figureCodes } from '../../../src/domain/figure/figure.ts';
import type { FigureCase } from '../../../src/domain/figure/figure-case.ts';
import { figureReaders, mayReadFigure } from '../../../src/domain/figure/figure-readers.ts';
import {
  alertLoadCase,
  csatCase,
  durationCase,
  noiseCases,
  qualityCases,
  ratingCases,
  searchCase,
  serviceLevelCase,
} from '../../../src/domain/figure/outside.ts';
import { Tally } from '../../../src/domain/figure/tally.ts';
import { ticketFigures } from '../../../src/domain/figure/ticket-figures.ts';

function kOfN(code: (typeof figureCodes)[number], cases: readonly FigureCase[]): string {
  const tally = new Tally(code);
  tally.add(cases);
  const [figure] = tally.figures();
  return `${figure?.numerator} of ${figure?.denominator}`;
}

describe('figures whose data is not gathered yet', () => {
  it('count surveys: 4 and 5 are content, the mean is of the later lines', () => {
    const answers = [5, 4, 3, 1].map((mark) => ({ mark, isOfLaterLine: mark !== 5 }));
    expect(kOfN('csat', answers.map(csatCase))).toBe('2 of 4');
    // 4 + 3 + 1 of three.
    expect(kOfN('mean-rating', answers.flatMap(ratingCases))).toBe('8 of 3');
  });

  it('count reviews by weights; what does not apply counts on neither side', () => {
    const points = [
      { mark: 1, weight: 3 },
      { mark: 0.5, weight: 1 },
      { mark: null, weight: 6 },
    ];
    // (3 + 0.5) / 4 = 87.5; the second review has a critical error.
    const reviews = [...qualityCases(points, false), ...qualityCases(points, true)];
    expect(kOfN('quality-score', reviews)).toBe('87.5 of 2');
    expect(qualityCases([{ mark: null, weight: 1 }], false)).toEqual([]);
  });

  it('count alerts, providers, orders, calls and searches', () => {
    expect(kOfN('alerts-per-person', [80, 120].map(alertLoadCase))).toBe('200 of 2');
    const verdicts = (['noise', 'real', null] as const).flatMap(noiseCases);
    expect(kOfN('alert-noise', verdicts)).toBe('1 of 2');
    expect(kOfN('provider-repair', [durationCase('Север', 0, 60)])).toBe('60 of 1');
    expect(kOfN('order-days', [durationCase(null, 0, 90)])).toBe('90 of 1');
    const calls = [serviceLevelCase(19_999, true), serviceLevelCase(20_000, true)];
    expect(kOfN('service-level', [...calls, serviceLevelCase(5_000, false)])).toBe('1 of 3');
    expect(kOfN('knowledge-hits', [searchCase(true), searchCase(false)])).toBe('1 of 2');
  });
});

describe('the table of figures', () => {
  it('has a way to count each figure whose data there is', () => {
    const counted = figureCodes.filter((code) => ticketFigures[code] !== undefined);
    expect(figureCodes.filter(hasData)).toEqual([
      ...figureCodes.filter((code) => counted.includes(code) || code === 'knowledge-overdue'),
    ]);
  });

  it('is read by who works here, by who leads, by the head; trainees read none', () => {
    expect(figureReaders({ role: 'hire' })).toEqual([]);
    expect(figureReaders({ role: 'head' })).toEqual([...figureCodes]);
    expect(mayReadFigure({ role: 'engineer' }, 'sla-met')).toBe(true);
    expect(mayReadFigure({ role: 'engineer' }, 'load')).toBe(false);
    expect(mayReadFigure({ role: 'lead' }, 'load')).toBe(true);
    expect([mayReadFigure({ role: 'lead' }, 'csat'), definitionOf('csat').target]).toEqual([
      ...[false, 95],
    ]);
  });
});
