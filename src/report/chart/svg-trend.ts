import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { type Html, html } from '../../util/html.ts';
import type { ShareRow, TrendChart } from './chart.ts';
import { numberText, percentOf, percentText, trendFloor } from './chart-numbers.ts';
import {
  at,
  axisLabels,
  type Drawing,
  dataOf,
  gridLine,
  ink,
  svgText,
  targetLine,
  WIDTH,
} from './svg-frame.ts';

const HEIGHT = 200;
const TOP = 14;
const BOTTOM = HEIGHT - 24;
const LEFT = 52;
const RIGHT = WIDTH - 60;

interface Point extends ShareRow {
  readonly x: number;
  readonly percent: number | null;
}

/**
 * A line over an axis that need not begin at zero, and says where it does. Points below the lowest
 * target are hollow.
 */
export function svgTrend(chart: TrendChart, texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  const { rows, targets } = chart;
  const floor = trendFloor(rows, targets);
  const x = scalePoint<number>()
    .domain(rows.keys())
    .range([LEFT + 8, RIGHT - 8]);
  const y = scaleLinear().domain([floor, 100]).range([BOTTOM, TOP]);
  const points = rows.map((row, index) => {
    return { ...row, x: x(index) ?? LEFT, percent: percentOf(row) };
  });
  const grid = [floor, (floor + 100) / 2, 100].map((tick) =>
    gridLine(percentText(tick, texts), [LEFT, RIGHT], y(tick)),
  );
  const lines = targets.map((target) => targetLine([LEFT, y(target)], [RIGHT, y(target)]));
  const names = namesOfTargets(
    targets.map((target) => ({ target, y: y(target) })),
    texts,
  );
  const labels = axisLabels(points, { y: HEIGHT - 6, room: RIGHT - LEFT });
  const heightOf = (percent: number | null) => y(percent ?? floor);
  const drawn = [pathOf(points, heightOf), ...marksOf(points, heightOf, targets[0] ?? 0)];
  return { height: HEIGHT, body: [...grid, ...lines, ...names, ...drawn, ...labels] };
}

type HeightOf = (percent: number | null) => number;

/** The line has a gap where there were too few for a share. */
function pathOf(points: readonly Point[], heightOf: HeightOf): Html {
  const path = line<Point>(
    (point) => at(point.x),
    ({ percent }) => at(heightOf(percent)),
  ).defined(({ percent }) => percent !== null)([...points]);
  return html`<path d="${path ?? ''}" fill="none" stroke="${ink.first}" stroke-width="2"/>\n`;
}

function marksOf(points: readonly Point[], heightOf: HeightOf, lowest: number): Html[] {
  return points.map(({ met, due, percent, x }, row) => {
    const fill = (percent ?? 0) < lowest ? ink.paper : ink.first;
    const radius = percent === null ? 0 : 4;
    return html`<circle cx="${at(x)}" cy="${at(heightOf(percent))}" r="${radius}" fill="${fill}" stroke="${ink.first}" stroke-width="2" data-row="${row}" data-met="${dataOf(met)}" data-due="${dataOf(due)}"/>\n`;
  });
}

/** Names of targets behind their lines, in one text where the lines are too near for two. */
function namesOfTargets(
  lines: readonly { readonly target: number; readonly y: number }[],
  texts: ChartsTexts,
): Html[] {
  const spread = Math.abs((lines[0]?.y ?? 0) - (lines.at(-1)?.y ?? 0));
  const place = { x: RIGHT + 6, size: 11 };
  if (spread >= 12 * (lines.length - 1)) {
    return lines.map(({ target, y }) =>
      svgText(percentText(target, texts), { ...place, y: y + 4 }),
    );
  }
  const together = lines.map(({ target }) => numberText(target, texts)).join(' · ');
  return [svgText(together, { ...place, y: (lines[0]?.y ?? 0) + 4 })];
}
