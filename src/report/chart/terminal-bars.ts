import { fill } from '../../i18n/fill.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { BarsChart } from './chart.ts';
import { type ChartLine, name, nameWidth, own, widest } from './chart-line.ts';
import { largest, numberText, sizeOf } from './chart-numbers.ts';
import { spaced, stepOf } from './terminal-glyphs.ts';
import type { TerminalOptions } from './terminal-options.ts';

/** A bar is no wider than this: beyond it says nothing more. */
const WIDEST = 4;

/** One stretch of bars for each series, all to one scale: `in  08 ▁▂▅▇▆▃ 14  47`. */
export function terminalBars(chart: BarsChart, options: TerminalOptions): readonly ChartLine[] {
  const { columns, texts, height = 1 } = options;
  const names = nameWidth(chart.series, columns);
  const first = chart.rows[0]?.label ?? '';
  const last = chart.rows.at(-1)?.label ?? '';
  const edges = textWidth(toSafe(first)) + textWidth(toSafe(last)) + 4;
  const totals = chart.series.map((_, at) => {
    const sum = chart.rows.reduce((all, { values }) => all + sizeOf(values[at] ?? 0), 0);
    return fill(texts.total, { n: numberText(sum, texts) });
  });
  const room = columns - names - edges - widest(totals) - 2;
  const scale = scaleOf(chart, room);
  return chart.series.flatMap((series, at) =>
    Array.from({ length: height }, (_, index): ChartLine => {
      const row = height - 1 - index;
      const isLowest = row === 0;
      const steps = scale.stretches.map((values) =>
        spaced(
          stepOf((values[at] ?? 0) / scale.most, { row, height }, options.isAscii),
          scale.wide,
        ),
      );
      const blank = (text: string) => (isLowest ? text : ' '.repeat(textWidth(text)));
      return [
        name(isLowest ? series : '', names),
        own(` ${blank(toSafe(first))} `, 'muted'),
        own(steps.join(''), at === 0 ? 'strong' : 'plain'),
        own(` ${blank(toSafe(last))}`, 'muted'),
        own(isLowest ? `  ${totals[at] ?? ''}` : ''),
      ];
    }),
  );
}

interface Scale {
  /** Values of what one bar stands for: of one row, or of neighbours where there are too many. */
  readonly stretches: readonly (readonly number[])[];
  readonly wide: number;
  readonly most: number;
}

function scaleOf({ rows, series }: BarsChart, room: number): Scale {
  const together = Math.max(1, Math.ceil(rows.length / Math.max(1, room)));
  const stretches = Array.from({ length: Math.ceil(rows.length / together) }, (_, index) => {
    const some = rows.slice(index * together, (index + 1) * together);
    return series.map((_name, at) =>
      some.reduce((sum, { values }) => sum + sizeOf(values[at] ?? 0), 0),
    );
  });
  const wide = Math.min(WIDEST, Math.max(1, Math.floor(room / Math.max(1, stretches.length))));
  return { stretches, wide, most: largest(stretches.flat()) };
}
