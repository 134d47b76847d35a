import { pad } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { TrendChart } from './chart.ts';
import { type ChartLine, own, widest } from './chart-line.ts';
import { kOfN, percentOf, percentText, pooled, trendFloor, verdictOf } from './chart-numbers.ts';
import { spaced, stepOf } from './terminal-glyphs.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { verdictSpan } from './terminal-shares.ts';

/** A point is no wider than this. */
const WIDEST = 4;

/** A share over time: a sparkline, or with more height bars beside an axis with lines at the targets. */
export function terminalTrend(chart: TrendChart, options: TerminalOptions): readonly ChartLine[] {
  const { columns, texts, height = 1 } = options;
  const first = toSafe(chart.rows[0]?.label ?? '');
  const last = toSafe(chart.rows.at(-1)?.label ?? '');
  const floor = trendFloor(chart.rows, chart.targets);
  const axis = axisLabels(chart, { floor, height, point: texts.decimalPoint });
  const side = height === 1 ? textWidth(first) : widest(axis);
  const room = columns - side - 2 - (height === 1 ? textWidth(last) : 0);
  const points = pooled(chart.rows, room).map(percentOf);
  const wide = Math.min(WIDEST, Math.max(1, Math.floor(room / Math.max(1, points.length))));
  const drawn = { points, wide, floor, height };
  const stretch = Array.from({ length: height }, (_, index) =>
    own(rowText(chart, { ...drawn, row: height - 1 - index }, options.isAscii), 'strong'),
  );
  const verdict = lastPoint(chart, options);
  if (height === 1)
    return [[own(`${first} `, 'muted'), ...stretch, own(` ${last}`, 'muted')], verdict];
  const lines = stretch.map((bars, index): ChartLine => {
    const label = pad(literal(axis[index] ?? ''), side, 'right');
    return [{ text: label, role: 'muted' }, own(' '), bars];
  });
  const below = Math.max(1, points.length * wide - textWidth(first) - textWidth(last));
  const ends = `${' '.repeat(side + 1)}${first}${' '.repeat(below)}${last}`;
  return [...lines, [own(ends, 'muted')], verdict];
}

interface Drawn {
  readonly points: readonly (number | null)[];
  readonly wide: number;
  readonly floor: number;
  readonly height: number;
  readonly row: number;
}

function rowText({ targets }: TrendChart, drawn: Drawn, isAscii: boolean): string {
  const { points, wide, floor, height, row } = drawn;
  const hasLine = height > 1 && targets.some((target) => rowOf(target, drawn) === row);
  const rule = hasLine ? (isAscii ? '-' : '┈') : ' ';
  const cells = points.map((percent) => {
    if (percent === null) return rule;
    const step = stepOf((percent - floor) / (100 - floor), { row, height }, isAscii);
    return step === ' ' ? rule : step;
  });
  return cells.map((cell) => (cell === rule ? cell.repeat(wide) : spaced(cell, wide))).join('');
}

/** The row in which a percentage lies; row 0 is the lowest. */
function rowOf(percent: number, { floor, height }: Pick<Drawn, 'floor' | 'height'>): number {
  const row = Math.floor(((percent - floor) / (100 - floor)) * height);
  return Math.min(height - 1, Math.max(0, row));
}

/** What stands before the rows, the highest first: targets before the ends of the axis. */
function axisLabels(
  { targets }: TrendChart,
  { floor, height, point }: { floor: number; height: number; point: string },
): readonly string[] {
  return Array.from({ length: height }, (_, index) => {
    const row = height - 1 - index;
    const here = targets.filter((target) => rowOf(target, { floor, height }) === row);
    if (here.length > 0) return here.map((target) => String(target).replace('.', point)).join(' ');
    if (index === 0) return '100';
    return row === 0 ? String(floor) : '';
  });
}

/** The latest point in words, so that no height has to be read off. */
function lastPoint({ rows, targets }: TrendChart, options: TerminalOptions): ChartLine {
  const { texts } = options;
  const latest = rows.findLast(({ due }) => due > 0);
  if (!latest) return [];
  const percent = percentOf(latest);
  const share = percent === null ? '' : `  ${percentText(percent, texts)}`;
  const isKnown = verdictOf(percent, targets) !== null;
  return [
    own(`${toSafe(latest.label)}: ${kOfN(latest, texts)}${share}`),
    ...(isKnown ? [own('  '), verdictSpan(percent, targets, options)] : []),
  ];
}
