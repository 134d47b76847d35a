import type { KpiReport } from '../domain/figure/kpi-report.ts';
import type { Language } from '../domain/vocabulary.ts';
import { figureTexts } from '../i18n/figure-texts.ts';
import type { CsvCell } from './csv.ts';
import { plainJson } from './report-json.ts';

/** The figures of a period for programs: moments in UTC, lengths in ms, a name beside each code. */
export function kpiJson(report: KpiReport, language: Language, hasDefinitions: boolean): unknown {
  const { line, customer, figures, ...rest } = report;
  const { codes } = figureTexts(language);
  return {
    ...plainJson(rest),
    line: line?.code ?? null,
    customer: customer?.name ?? null,
    customerId: customer?.id ?? null,
    figures: figures.map(({ code, ...figure }) => ({
      code,
      name: codes[code].name,
      ...plainJson(figure),
      ...(hasDefinitions ? { definition: codes[code] } : {}),
    })),
  };
}

const columns = [
  ...['code', 'of', 'kind', 'numerator', 'denominator', 'percent', 'low', 'high'],
  ...['medianMs', 'p90Ms', 'maxMs', 'businessMedianMs', 'businessP90Ms', 'target'],
  ...['usualLow', 'usualMedian', 'usualHigh', 'usualOf', 'trend', 'isIncomplete'],
];

/** The figures of a period as a table for programs. */
export function kpiTable({ figures }: KpiReport) {
  const rows = figures.map((figure): readonly CsvCell[] => {
    const { code, of, kind, numerator, denominator, percent, interval } = figure;
    const { duration, business, target, before, trend, isIncomplete } = figure;
    return [
      ...[code, of, kind, numerator, denominator, percent],
      ...[interval?.[0] ?? null, interval?.[1] ?? null],
      ...[duration?.median ?? null, duration?.p90 ?? null, duration?.max ?? null],
      ...[business?.median ?? null, business?.p90 ?? null, target],
      ...[before?.low ?? null, before?.median ?? null, before?.high ?? null, before?.n ?? null],
      ...[trend, isIncomplete],
    ];
  });
  return { columns, rows };
}
