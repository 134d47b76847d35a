import { type Chart, isEmptyChart, type RowsChart } from './chart.ts';
import { type ChartLine, clipped, name, nameWidth, numberSpan, own, widest } from './chart-line.ts';
import { largest, numberText } from './chart-numbers.ts';
import { terminalBars } from './terminal-bars.ts';
import { barOf } from './terminal-glyphs.ts';
import { terminalHeat } from './terminal-heat.ts';
import type { TerminalOptions } from './terminal-options.ts';
import { terminalShares } from './terminal-shares.ts';
import { terminalTrend } from './terminal-trend.ts';

/** A chart as rows of a terminal, without its title. Where there is nothing to see, one row says so. */
export function terminalOf(chart: Chart, options: TerminalOptions): readonly ChartLine[] {
  const lines = isEmptyChart(chart)
    ? [[own(options.texts.nothing, 'muted')]]
    : linesOf(chart, options);
  return lines.map((line) => clipped(line, options.columns));
}

function linesOf(chart: Chart, options: TerminalOptions): readonly ChartLine[] {
  switch (chart.kind) {
    case 'bars':
      return terminalBars(chart, options);
    case 'rows':
      return terminalRows(chart, options);
    case 'shares':
      return terminalShares(chart, options);
    case 'heat':
      return terminalHeat(chart, options);
    default:
      return terminalTrend(chart, options);
  }
}

/** `< 4 h  ████████ 19`. */
function terminalRows(chart: RowsChart, options: TerminalOptions): readonly ChartLine[] {
  const { columns, isAscii, texts } = options;
  const names = nameWidth(
    chart.rows.map(({ label }) => label),
    columns,
  );
  const notes = nameWidth(
    chart.rows.map(({ note }) => note),
    columns,
  );
  const numbers = chart.rows.map(({ value }) => numberText(value, texts));
  const digits = widest(numbers);
  const cells = Math.max(1, columns - names - digits - 3 - notes);
  const most = largest(chart.rows.map(({ value }) => value));
  return chart.rows.map(({ label, value, note }, at) => [
    name(label, names),
    own(' '),
    numberSpan(numbers[at] ?? '', digits),
    own(' '),
    { text: barOf(value / most, cells, isAscii), role: 'strong' },
    ...(note === '' ? [] : [own(' '), { ...name(note, notes), role: 'muted' as const }]),
  ]);
}
