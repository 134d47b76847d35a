import type { ShiftReport } from '../../domain/report/shift-report.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { chartsTexts } from '../../i18n/charts-texts.ts';
import { type Html, html } from '../../util/html.ts';
import type { Chart } from '../chart/chart.ts';
import { chartsOf } from '../charts-of.ts';
import { cutLists, withShorter } from '../cut-lists.ts';
import { reportView } from '../report-view.ts';
import { type ReportWords, reportWords } from '../report-words.ts';
import type { ReportPart } from '../view.ts';
import { htmlChart } from './html-chart.ts';
import { htmlFigures } from './html-figures.ts';
import { htmlPage } from './html-page.ts';
import { htmlView } from './html-view.ts';

/** A page is sent by mail and opened on phones; what has no room in it stands in the other forms. */
const MOST_BYTES = 300_000;
/** Rows of its longest lists, until it fits. */
const ROWS = [200, 100, 50, 25, 12];
/** What cannot wait is shortened last. */
const later = cutLists.filter((name) => name !== 'red' && name !== 'promises');

/** The end-of-shift report as one page with its charts: to be opened from a disk, sent or printed. */
export function htmlReport(report: ShiftReport, language: Language): string {
  let fitted = report;
  let page = '';
  for (const names of [later, cutLists]) {
    for (const rows of ROWS) {
      fitted = names.reduce((all, name) => withShorter(all, name, rows), fitted);
      page = pageOf(fitted, language);
      if (Buffer.byteLength(page) <= MOST_BYTES) return page;
    }
  }
  return page;
}

function pageOf(report: ShiftReport, language: Language): string {
  const words = reportWords(report, language);
  const { t } = words;
  const view = reportView(report, words);
  const { drawn, undrawn } = chartsOf(report, words);
  const charts = { code: 'charts', title: t.sections.charts, blocks: [], shown: undrawn };
  const parts = view.parts.flatMap((part) => (part.code === 'figures' ? [part, charts] : [part]));
  const main = htmlView({ ...view, parts }, t.none, (part) => {
    return part.code === 'charts' ? chartsHtml(drawn, words) : figuresHtml(part, report, words);
  });
  const body = html`${main}\n${signHtml(report, words)}`;
  return htmlPage({ title: view.title, lang: language, body });
}

function chartsHtml(charts: readonly Chart[], { language }: ReportWords): Html | null {
  const texts = chartsTexts(language);
  return charts.length === 0 ? null : html`${charts.map((chart) => htmlChart(chart, texts))}`;
}

function figuresHtml({ code }: ReportPart, { figures }: ShiftReport, words: ReportWords) {
  return code === 'figures' && figures.length > 0 ? htmlFigures(figures, words) : null;
}

/** Two lines to sign, on paper only. */
function signHtml({ lead, nextLead }: ShiftReport, { t, language }: ReportWords): Html {
  const { signature } = chartsTexts(language);
  const line = (part: string, name: string) => html`<p>${part}: ${name} · ${signature}</p>`;
  const from = line(t.header.lead, lead?.name ?? '');
  return html`<div class="sign">${from}${line(t.header.next, nextLead?.name ?? '')}</div>`;
}
