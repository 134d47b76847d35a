import { fill } from '../../i18n/fill.ts';
import { fit } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { HeatChart } from './chart.ts';
import { type ChartLine, name, nameWidth, own, widest } from './chart-line.ts';
import { largest, numberText, sizeOf } from './chart-numbers.ts';
import { shadeOf } from './terminal-glyphs.ts';
import type { TerminalOptions } from './terminal-options.ts';

/** A cell is no wider than this. */
const WIDEST = 3;

/** A row of names over rows of shades; the last row tells what the darkest means. */
export function terminalHeat(chart: HeatChart, options: TerminalOptions): readonly ChartLine[] {
  const { columns, isAscii, texts } = options;
  const names = nameWidth(
    chart.rows.map(({ label }) => label),
    columns,
  );
  const together = Math.max(1, Math.ceil(chart.columns.length / Math.max(1, columns - names - 1)));
  const count = Math.ceil(chart.columns.length / together);
  const wide = Math.min(
    WIDEST,
    Math.max(1, Math.floor((columns - names - 1) / Math.max(1, count))),
  );
  const rows = chart.rows.map(({ values }) =>
    Array.from({ length: count }, (_, at) =>
      values.slice(at * together, (at + 1) * together).reduce((sum, n) => sum + sizeOf(n), 0),
    ),
  );
  const most = largest(rows.flat());
  const shades = rows.map((values) =>
    values
      .map((value) => shadeOf(value / most, isAscii))
      // A digit is read, not seen: 222 would be another number.
      .map((shade) => (isAscii ? shade.padEnd(wide) : shade.repeat(wide)))
      .join(''),
  );
  const margin = own(' '.repeat(names + 1));
  const ramp = isAscii ? '1..9' : '░▒▓█';
  const darkest = fill(texts.most, { n: numberText(most, texts) });
  return [
    [margin, own(headOf(chart, { together, count, wide }), 'muted')],
    ...chart.rows.map(({ label }, at) => [name(label, names), own(' '), own(shades[at] ?? '')]),
    [margin, own(`${ramp} ${darkest}`, 'muted')],
  ];
}

interface Cells {
  /** Columns of the chart that one cell stands for. */
  readonly together: number;
  readonly count: number;
  readonly wide: number;
}

/** Names of columns over the cells, as many as stand apart. */
function headOf(chart: HeatChart, { together, count, wide }: Cells): string {
  const names = Array.from({ length: count }, (_, at) =>
    toSafe(chart.columns[at * together] ?? ''),
  );
  const step = Math.ceil((widest(names) + 1) / wide);
  const shown = names.filter((_, at) => at % step === 0);
  return shown
    .map((text) => fit(text, step * wide))
    .join('')
    .trimEnd();
}
