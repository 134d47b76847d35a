import {
  FIGURES_VERSION,
  type FigureCode,
  type FigurePeriod,
  figureCodes,
} from '../../domain/figure/figure.ts';
import { mayReadFigure } from '../../domain/figure/figure-readers.ts';
import type { KpiReport } from '../../domain/figure/kpi-report.ts';
import type { Desk } from '../desk/desk.ts';
import { measure } from './measure.ts';

/** Longer periods have too few of their kind before them to say what is usual. */
const LONGEST_COMPARED_MS = 7 * 86_400_000;

/** The figures of a period that this person may read; all of them, or only some. */
export function kpiReport(
  desk: Desk,
  period: FigurePeriod,
  codes: readonly FigureCode[] = figureCodes,
): KpiReport {
  const { from, to, line, customerId } = period;
  const known = desk.config.lines.find(({ code }) => code === line);
  const customer = customerId === null ? null : desk.people.customer(customerId);
  const isShort = to - from <= LONGEST_COMPARED_MS;
  return {
    version: FIGURES_VERSION,
    ...{ from, to, asOf: desk.clock.now(), timeZone: desk.config.timeZone },
    line: known ? { code: known.code, name: known.name } : null,
    customer: customer ? { id: customer.id, name: customer.name } : null,
    figures: measure(desk, period, {
      codes: codes.filter((code) => mayReadFigure(desk.me, code)),
      compareKind: isShort ? 'period' : null,
    }),
  };
}
