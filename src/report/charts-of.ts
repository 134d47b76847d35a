import type { ReportCharts } from '../domain/report/report-charts.ts';
import type { ShiftReport } from '../domain/report/shift-report.ts';
import { chartsTexts } from '../i18n/charts-texts.ts';
import { type Chart, isEmptyChart } from './chart/chart.ts';
import {
  agesChart,
  deadlinesChart,
  flowChart,
  heatChart,
  providersChart,
  trendChart,
} from './chart/report-charts.ts';
import type { ReportWords } from './report-words.ts';

/** The charts of a report, and one line that names those left out, for they have nothing to show. */
export function chartsOf(
  report: ShiftReport,
  words: ReportWords,
): { readonly drawn: readonly Chart[]; readonly undrawn: string } {
  const texts = chartsTexts(words.language);
  const { flow, ages, deadlines, heat, trend }: ReportCharts = report.charts;
  const charts = [
    flowChart(flow, report.timeZone, texts),
    agesChart(ages, texts),
    deadlinesChart(deadlines, words.target, texts),
    trendChart(trend, report.timeZone, texts),
    providersChart(report.incidents, texts),
    heatChart(heat, texts),
  ];
  const drawn = charts.filter((chart) => !isEmptyChart(chart));
  const titles = charts.filter(isEmptyChart).map(({ title }) => title);
  const undrawn =
    drawn.length === 0 || titles.length === 0 ? '' : words.t.undrawn(titles.join('; '));
  return { drawn, undrawn };
}
