import type { Figure, FigureCode, FigurePeriod } from '../../domain/figure/figure.ts';
import type { ReportCounts, ShiftReport } from '../../domain/report/shift-report.ts';
import type { RegisteredRow } from '../../store/report/report-reader.ts';
import { ChartCounter } from '../figure/chart-data.ts';
import { measure } from '../figure/measure.ts';
import { openThen, type ReportContext } from './report-context.ts';
import { registeredThen, topicsOf, volumesOf } from './volume.ts';

/** What came and went in the shift, in numbers. */
export function flowOf(
  context: ReportContext,
): Pick<ShiftReport, 'volume' | 'topics' | 'counts' | 'figures' | 'charts'> {
  const { desk, scope, until } = context;
  const rows = registeredThen(context);
  const period: FigurePeriod = {
    from: scope.from,
    to: until,
    line: scope.line,
    customerId: null,
    space: scope.space,
  };
  const drawn = new ChartCounter(desk, period);
  const figures = measure(desk, period, { compareKind: 'shift', beside: [drawn] });
  return {
    volume: volumesOf(context, rows),
    topics: topicsOf(context, rows),
    counts: countsOf(context, rows, figures),
    figures,
    charts: drawn.charts(),
  };
}

function countsOf(
  context: ReportContext,
  rows: readonly RegisteredRow[],
  figures: readonly Figure[],
): ReportCounts {
  const counted = (code: FigureCode) =>
    figures.find((figure) => figure.code === code && figure.of === null)?.numerator ?? 0;
  return {
    incoming: rows.length,
    solved: counted('resolved'),
    closed: counted('closed'),
    carriedOver: openThen(context.desk, { ...context.scope, asOf: context.scope.from - 1 }),
    leftOpen: openThen(context.desk, { ...context.scope, asOf: context.until - 1 }),
    closedAtOnce: counted('closed-at-once'),
    offTopic: rows.filter(({ isOffTopic }) => isOffTopic === 1).length,
  };
}
