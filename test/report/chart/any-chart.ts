import fc from 'fast-check';
import type { Chart } from '../../../src/report/chart/chart.ts';

/** Names of data: words, marks of markup, controls, letters that go from right to left, very long ones. */
const label = fc.oneof(
  fc.constantFrom('первый ответ', '08', 'a', '', '<script>alert(1)</script>', '"><img onerror=x>'),
  fc.constantFrom('\u202eright to left', '\u001b[31mred', 'חיפה', '日本語の名前', '&amp; & &lt;'),
  fc.string({ maxLength: 40 }),
  fc.constant('ё'.repeat(10_000)),
);

const count = fc.nat({ max: 5000 });

/** What should never come, and must not break a picture when it does. */
const oddity = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -5, 1e308, 0.1 + 0.2);

function chartOf(value: fc.Arbitrary<number>): fc.Arbitrary<Chart> {
  const titled = { title: label, heading: label };
  const targets = fc.constantFrom([], [95], [95, 97.5]);
  const shares = fc.array(fc.record({ label, met: value, due: value }), { maxLength: 30 });
  const valued = (size: number) =>
    fc.record({ label, values: fc.array(value, { minLength: size, maxLength: size }) });
  const bars = fc.array(label, { minLength: 1, maxLength: 2 }).chain((series) => {
    const rows = fc.array(valued(series.length), { maxLength: 40 });
    return fc.record({
      ...titled,
      kind: fc.constant('bars' as const),
      series: fc.constant(series),
      rows,
    });
  });
  const heat = fc.array(label, { minLength: 1, maxLength: 24 }).chain((columns) => {
    const rows = fc.array(valued(columns.length), { minLength: 1, maxLength: 7 });
    return fc.record({
      ...titled,
      kind: fc.constant('heat' as const),
      columns: fc.constant(columns),
      rows,
    });
  });
  return fc.oneof(
    bars,
    heat,
    fc.record({
      ...titled,
      kind: fc.constant('rows' as const),
      measure: label,
      noteHeading: fc.option(label),
      rows: fc.array(fc.record({ label, value, note: label }), { maxLength: 20 }),
    }),
    fc.record({ ...titled, kind: fc.constant('shares' as const), targets, rows: shares }),
    fc.record({ ...titled, kind: fc.constant('trend' as const), targets, rows: shares }),
  );
}

/** Any chart of counts. */
export const anyChart: fc.Arbitrary<Chart> = chartOf(count);

/** Any chart, also of values that are no counts. */
export const anyOddChart: fc.Arbitrary<Chart> = chartOf(fc.oneof(count, oddity));
