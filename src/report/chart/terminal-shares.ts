import { fill } from '../../i18n/fill.ts';
import { pad } from '../../util/text-layout.ts';
import { literal } from '../../util/to-safe.ts';
import type { SharesChart } from './chart.ts';
import {
  type ChartLine,
  type ChartSpan,
  name,
  nameWidth,
  numberSpan,
  own,
  widest,
} from './chart-line.ts';
import { kOfN, percentOf, percentText, verdictOf } from './chart-numbers.ts';
import { barOf } from './terminal-glyphs.ts';
import type { TerminalOptions } from './terminal-options.ts';

/** A wider bar of a hundred percent says nothing more. */
const WIDEST = 40;
/** A shorter one says nothing at all. */
const SHORTEST = 5;

/** `answers  44 of 47  93.6%  ████████▎   ▲ below 95%`. */
export function terminalShares(chart: SharesChart, options: TerminalOptions): readonly ChartLine[] {
  const { columns, isAscii, texts } = options;
  const labels = chart.rows.map(({ label }) => label);
  const counts = chart.rows.map((row) => kOfN(row, texts));
  const percents = chart.rows.map((row) => percentText(percentOf(row), texts));
  const names = nameWidth(labels, columns);
  const count = widest(counts);
  const percent = widest(percents);
  const left = columns - names - count - percent - 6;
  const verdicts = chart.rows.map((row) => verdictSpan(percentOf(row), chart.targets, options));
  const words = widest(verdicts.map(({ text }) => text));
  const cells = Math.min(WIDEST, left - words - 1);
  return chart.rows.map((row, at) => {
    const bar = barOf((percentOf(row) ?? 0) / 100, cells, isAscii);
    return [
      name(row.label, names),
      own('  '),
      numberSpan(counts[at] ?? '', count),
      own('  '),
      numberSpan(percents[at] ?? '', percent),
      own('  '),
      ...(cells < SHORTEST ? [] : [{ text: pad(bar, cells), role: 'strong' as const }, own(' ')]),
      signOr(verdicts[at] ?? own(''), words <= left),
    ];
  });
}

/** Where words have no room, their sign still tells. */
function signOr(verdict: ChartSpan, hasRoom: boolean): ChartSpan {
  return hasRoom ? verdict : { ...verdict, text: literal(verdict.text.slice(0, 1)) };
}

/** What a share is against its targets, by a sign and in words. */
export function verdictSpan(
  percent: number | null,
  targets: readonly number[],
  { isAscii, texts }: TerminalOptions,
): ChartSpan {
  const verdict = verdictOf(percent, targets);
  if (!verdict) return own('');
  const target = percentText(verdict.target, texts);
  if (verdict.isReached)
    return own(`${isAscii ? '+' : '✓'} ${fill(texts.reached, { target })}`, 'good');
  return own(`${isAscii ? '!' : '▲'} ${fill(texts.below, { target })}`, 'warning');
}
