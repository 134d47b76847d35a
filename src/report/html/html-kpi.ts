import type { Figure } from '../../domain/figure/figure.ts';
import { chartsTexts } from '../../i18n/charts-texts.ts';
import { html } from '../../util/html.ts';
import { isEmptyChart } from '../chart/chart.ts';
import { deadlinesChart } from '../chart/report-charts.ts';
import type { ReportWords } from '../report-words.ts';
import { htmlChart } from './html-chart.ts';
import { htmlFigures } from './html-figures.ts';
import { htmlPage } from './html-page.ts';

/** Figures of a period. */
export interface KpiPage {
  readonly title: string;
  /** What they are of: the period, the line, the customer. */
  readonly header: readonly string[];
  readonly figures: readonly Figure[];
}

/** The figures of a period as one page; the deadlines among them are drawn. */
export function htmlKpi({ title, header, figures }: KpiPage, words: ReportWords): string {
  const texts = chartsTexts(words.language);
  const deadlines = figures.flatMap(({ code, of, numerator, denominator }) =>
    code === 'sla-met' && of !== null ? [{ of, met: numerator, due: denominator }] : [],
  );
  const chart = deadlinesChart(deadlines, words.target, texts);
  const lines = header.map((line) => html`<li>${line}</li>`);
  const body = html`<header><h1>${title}</h1><ul>${lines}</ul></header>
<main>
<section id="figures">${htmlFigures(figures, words)}</section>
${isEmptyChart(chart) ? [] : [htmlChart(chart, texts)]}</main>`;
  return htmlPage({ title, lang: words.language, body });
}
