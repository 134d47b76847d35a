import { type ScaleBand, type ScaleLinear, scaleBand, scaleLinear } from 'd3-scale';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { type Html, html } from '../../util/html.ts';
import type { BarsChart } from './chart.ts';
import { largest, numberText, sizeOf } from './chart-numbers.ts';
import {
  at,
  axisLabels,
  type Drawing,
  dataOf,
  gridLine,
  ink,
  svgText,
  WIDTH,
} from './svg-frame.ts';

const HEIGHT = 220;
const TOP = 34;
const BOTTOM = HEIGHT - 22;
const LEFT = 40;
/** Numbers stand over bars while there are no more than this. */
const NUMBERED = 30;

interface Scales {
  /** Where the bars of a row stand, and where that of a series stands among them. */
  readonly x: ScaleBand<number>;
  readonly within: ScaleBand<number>;
  readonly y: ScaleLinear<number, number>;
}

/** Upright bars side by side, with a legend and a scale of whole numbers. */
export function svgBars(chart: BarsChart, texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  const { rows, series } = chart;
  const x = scaleBand<number>().domain(rows.keys()).range([LEFT, WIDTH]).paddingInner(0.2);
  const within = scaleBand<number>().domain(series.keys()).range([0, x.bandwidth()]);
  const most = largest(rows.flatMap(({ values }) => values));
  const y = scaleLinear().domain([0, most]).range([BOTTOM, TOP]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const grid = ticks.map((tick) => gridLine(numberText(tick, texts), [LEFT, WIDTH], y(tick)));
  const middles = rows.map(({ label }, row) => ({ label, x: (x(row) ?? 0) + x.bandwidth() / 2 }));
  const labels = axisLabels(middles, { y: HEIGHT - 6, room: WIDTH - LEFT });
  const body = [...legend(series), ...grid, ...bars(chart, { x, within, y }, texts), ...labels];
  return { height: HEIGHT, body };
}

function bars({ rows, series }: BarsChart, { x, within, y }: Scales, texts: ChartsTexts): Html[] {
  const width = within.bandwidth();
  const hasNumbers = rows.length * series.length <= NUMBERED;
  return rows.flatMap(({ values }, row) =>
    series.map((_, one) => {
      const value = values[one] ?? 0;
      const left = (x(row) ?? LEFT) + (within(one) ?? 0);
      const top = y(sizeOf(value));
      const place = { x: left + width / 2, y: top - 3, anchor: 'middle', size: 10 } as const;
      const number = hasNumbers && value > 0 ? [svgText(numberText(value, texts), place)] : [];
      return html`<rect x="${at(left)}" y="${at(top)}" width="${at(width)}" height="${at(BOTTOM - top)}" ${paintOf(one)} data-row="${row}" data-series="${one}" data-value="${dataOf(value)}"/>\n${number}`;
    }),
  );
}

function legend(series: readonly string[]): Html[] {
  return series.flatMap((name, one) => {
    const left = LEFT + one * 140;
    return [
      html`<rect x="${left}" y="4" width="10" height="10" ${paintOf(one)}/>\n`,
      svgText(name, { x: left + 15, y: 13 }),
    ];
  });
}

/** The second series is pale with an edge: told from the first on any paper, seen on any ground. */
function paintOf(series: number): Html {
  return series === 0
    ? html`fill="${ink.first}"`
    : html`fill="${ink.second}" stroke="${ink.first}" stroke-width="0.75"`;
}
