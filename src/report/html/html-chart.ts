import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { type Html, html } from '../../util/html.ts';
import type { Chart } from '../chart/chart.ts';
import { svgOf } from '../chart/svg-of.ts';
import { tableOf } from '../chart/table-of.ts';
import { htmlTable } from './html-table.ts';

/** A chart with its title over it and its table folded below. */
export function htmlChart(chart: Chart, texts: ChartsTexts): Html {
  const { head, rows } = tableOf(chart, texts);
  return html`<figure><figcaption>${chart.title}</figcaption>
${svgOf(chart, texts)}
<details><summary>${texts.inNumbers}</summary>
${htmlTable({ columns: head, rows })}</details></figure>
`;
}
