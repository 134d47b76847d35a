import { scaleLinear } from 'd3-scale';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { type Html, html } from '../../util/html.ts';
import type { ShareRow, SharesChart } from './chart.ts';
import { kOfN, percentOf, percentText, verdictOf } from './chart-numbers.ts';
import { at, type Drawing, dataOf, ink, namesOf, svgText, targetLine, WIDTH } from './svg-frame.ts';

const ROW = 26;
const TOP = 20;
/** Units for the counts and the share behind a bar. */
const BEHIND = 240;

/** Bars of a hundred percent with lines at the targets; behind each the counts, the share and a sign. */
export function svgShares(
  chart: SharesChart,
  texts: ChartsTexts,
): Pick<Drawing, 'height' | 'body'> {
  const { rows, targets } = chart;
  const height = TOP + rows.length * ROW;
  const { names, width: left } = namesOf(rows.map(({ label }) => label));
  const x = scaleLinear()
    .domain([0, 100])
    .range([left, WIDTH - BEHIND]);
  const bars = rows.flatMap((row, index) => {
    const top = TOP + index * ROW;
    const percent = percentOf(row);
    const words = { x: WIDTH - BEHIND + 12, y: top + 16 };
    return [
      svgText(names[index] ?? '', { x: left - 8, y: top + 16, anchor: 'end' }),
      ...(percent === null ? [] : [track(left, top, x(100))]),
      html`<rect x="${at(left)}" y="${top + 4}" width="${at(x(percent ?? 0) - left)}" height="16" fill="${ink.first}" data-row="${index}" data-met="${dataOf(row.met)}" data-due="${dataOf(row.due)}"/>\n`,
      svgText(resultText(row, targets, texts), words),
    ];
  });
  return {
    height,
    body: [...bars, ...targets.flatMap(markOf)],
  };

  function markOf(target: number, index: number): Html[] {
    const isLast = index === targets.length - 1;
    const place = { x: x(target), y: 12, anchor: isLast ? 'start' : 'end', size: 11 } as const;
    return [
      targetLine([x(target), TOP - 4], [x(target), height]),
      svgText(percentText(target, texts), place),
    ];
  }
}

/** `44 of 47 · 93.6% ▲ below 95%`; the tick: at least one target is reached. */
function resultText(row: ShareRow, targets: readonly number[], texts: ChartsTexts): string {
  const percent = percentOf(row);
  const verdict = verdictOf(percent, targets);
  const share = percent === null ? '' : ` · ${percentText(percent, texts)}`;
  const counted = `${kOfN(row, texts)}${share}`;
  if (verdict === null) return counted;
  if (verdict.isReached) return `${counted} ✓`;
  return `${counted} ▲ ${fill(texts.below, { target: percentText(verdict.target, texts) })}`;
}

/** What a bar fills. Without one there is no share, not a share of nothing. */
function track(left: number, top: number, end: number): Html {
  return html`<rect x="${at(left)}" y="${top + 4}" width="${at(end - left)}" height="16" fill="${ink.grid}"/>\n`;
}
