import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import type { Html } from '../../util/html.ts';
import { type Chart, isEmptyChart } from './chart.ts';
import { describeChart } from './describe-chart.ts';
import { svgBars } from './svg-bars.ts';
import { type Drawing, ink, svgFrame, svgText } from './svg-frame.ts';
import { svgHeat } from './svg-heat.ts';
import { svgRows } from './svg-rows.ts';
import { svgShares } from './svg-shares.ts';
import { svgTrend } from './svg-trend.ts';

/** A chart as one SVG element: complete by itself, and at home in a page. */
export function svgOf(chart: Chart, texts: ChartsTexts): Html {
  const drawn = isEmptyChart(chart) ? nothing(texts) : drawingOf(chart, texts);
  return svgFrame({ title: chart.title, description: describeChart(chart, texts), ...drawn });
}

function nothing(texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  return { height: 32, body: [svgText(texts.nothing, { x: 0, y: 20, fill: ink.quiet })] };
}

function drawingOf(chart: Chart, texts: ChartsTexts): Pick<Drawing, 'height' | 'body'> {
  switch (chart.kind) {
    case 'bars':
      return svgBars(chart, texts);
    case 'rows':
      return svgRows(chart, texts);
    case 'shares':
      return svgShares(chart, texts);
    case 'heat':
      return svgHeat(chart, texts);
    default:
      return svgTrend(chart, texts);
  }
}
