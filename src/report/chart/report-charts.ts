import { FEWEST_FOR_SHARE } from '../../domain/figure/statistics.ts';
import type { ReportCharts } from '../../domain/report/report-charts.ts';
import type { ReportIncident } from '../../domain/report/shift-report.ts';
import type { ChartsTexts } from '../../i18n/charts-texts.ts';
import { fill } from '../../i18n/fill.ts';
import { createZone } from '../../util/zoned-time.ts';
import type { BarsChart, HeatChart, RowsChart, SharesChart, TrendChart } from './chart.ts';

/** Percent of deadlines that are to be kept: what is promised, and what the desk strives for. */
const TARGETS = [95, 97.5] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => two(hour));

/** What came in and what was solved, hour by hour of the desk's clock. */
export function flowChart(
  flow: ReportCharts['flow'],
  timeZone: string,
  texts: ChartsTexts,
): BarsChart {
  const zone = createZone(timeZone);
  return {
    kind: 'bars',
    title: texts.titles.flow,
    heading: texts.columns.hour,
    series: [texts.series.incoming, texts.series.solved],
    rows: flow.map(({ at, incoming, solved }) => {
      return { label: two(zone.partsAt(at).hour), values: [incoming, solved] };
    }),
  };
}

/** Open tickets by how old they are. */
export function agesChart(ages: ReportCharts['ages'], texts: ChartsTexts): RowsChart {
  return {
    kind: 'rows',
    title: texts.titles.ages,
    heading: texts.columns.age,
    measure: texts.columns.tickets,
    noteHeading: null,
    rows: ages.map(({ code, n }) => ({ label: texts.ages[code], value: n, note: '' })),
  };
}

/** Deadlines kept, one bar for each kind; `nameOf` says what a target is called. */
export function deadlinesChart(
  deadlines: ReportCharts['deadlines'],
  nameOf: (target: string) => string,
  texts: ChartsTexts,
): SharesChart {
  return {
    kind: 'shares',
    title: texts.titles.deadlines,
    heading: texts.columns.what,
    targets: TARGETS,
    rows: deadlines.map(({ of, met, due }) => ({ label: nameOf(of), met, due })),
  };
}

/** When people come: weekdays by hours. */
export function heatChart(heat: ReportCharts['heat'], texts: ChartsTexts): HeatChart {
  const counts = new Map(heat.map(({ weekday, hour, n }) => [weekday * 24 + hour, n]));
  return {
    kind: 'heat',
    title: texts.titles.heat,
    heading: texts.columns.weekday,
    columns: HOURS,
    rows: texts.weekdays.map((label, weekday) => {
      return { label, values: HOURS.map((_, hour) => counts.get(weekday * 24 + hour) ?? 0) };
    }),
  };
}

/** Deadlines kept over time, named by the day on which each stretch begins. */
export function trendChart(
  trend: ReportCharts['trend'],
  timeZone: string,
  texts: ChartsTexts,
): TrendChart {
  const zone = createZone(timeZone);
  return {
    kind: 'trend',
    title: texts.titles.trend,
    heading: texts.columns.from,
    targets: TARGETS,
    rows: trend.map(({ at, met, due }) => {
      const { day, month } = zone.partsAt(at);
      return { label: `${two(day)}.${two(month)}`, met, due };
    }),
  };
}

/** How long providers took to repair, minutes on average; whoever had fewer than five outages is marked. */
export function providersChart(
  incidents: readonly Pick<ReportIncident, 'provider' | 'minutes'>[],
  texts: ChartsTexts,
): RowsChart {
  const repaired = incidents.flatMap(({ provider, minutes }) =>
    provider === null || minutes === null ? [] : [{ provider, minutes }],
  );
  const byProvider = [...Map.groupBy(repaired, ({ provider }) => provider)];
  return {
    kind: 'rows',
    title: texts.titles.providers,
    heading: texts.columns.provider,
    measure: texts.columns.minutes,
    noteHeading: texts.columns.note,
    rows: byProvider.map(([provider, outages]) => {
      const n = outages.length;
      const value = outages.reduce((sum, { minutes }) => sum + minutes, 0) / n;
      return {
        label: provider,
        value,
        note: fill(n < FEWEST_FOR_SHARE ? texts.few : texts.outages, { n }),
      };
    }),
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
