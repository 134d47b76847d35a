import type { CustomerReport } from '../domain/report/customer-report.ts';
import type { Language } from '../domain/vocabulary.ts';
import { chartsTexts } from '../i18n/charts-texts.ts';
import { numberText } from './chart/chart-numbers.ts';
import { figureLines } from './figure-text.ts';
import { type ReportWords, reportWords } from './report-words.ts';
import { lineEntries } from './sections-now.ts';
import type { ReportPart, ReportView } from './view.ts';

const HOUR = 3_600_000;

/** The words of a customer's report: the customer's language, the clock of the desk. */
export function customerWords(report: CustomerReport, language: Language): ReportWords {
  return reportWords({ timeZone: report.timeZone, startsAt: report.asOf }, language);
}

/** A month of a customer as the customer reads it. */
export function customerView(report: CustomerReport, words: ReportWords): ReportView {
  const { t, clock } = words;
  const { customer: said } = t;
  const [year = '', month = '1'] = report.month.split('-');
  const name = `${said.nominative[Number(month) - 1] ?? ''} ${year}`;
  return {
    title: said.title(report.customer, name),
    header: [said.asOf(clock.at(report.asOf), report.timeZone)],
    parts: partsOf(report, words),
  };
}

function partsOf(report: CustomerReport, words: ReportWords): readonly ReportPart[] {
  const { t, clock } = words;
  const { customer: said } = t;
  const lines = (code: string, title: string, all: readonly string[]): ReportPart => {
    return { code, title, blocks: lineEntries(all), shown: '' };
  };
  const splits = report.volume.flatMap(({ by, rows }) => {
    const names = rows.map((row) => `${words.counted(by, row)} ${row.n}`);
    return rows.length === 0 ? [] : [`${t.volumes[by]}: ${names.join(', ')}`];
  });
  const topics = report.topics.map(({ topic, n }) => `${topic}: ${n}`);
  const incidents = report.incidents.map(({ number, subject, startedAt, minutes }) => {
    const lasted = minutes === null ? t.incident.lasting : t.incident.minutes(minutes);
    return `${number} ${subject} · ${t.incident.line(clock.at(startedAt), lasted)}`;
  });
  const hours = numberText(report.timeSpentMs / HOUR, chartsTexts(words.language));
  return [
    lines('flow', said.flow, [
      said.incoming(report.incoming),
      said.solved(report.solved),
      ...splits,
    ]),
    lines('topics', t.sections.topics, topics),
    lines('kept', said.kept, figureLines(report.figures, words)),
    lines('incidents', t.sections.incidents, incidents),
    lines(
      'open',
      said.open,
      report.open.map(({ number, subject }) => `${number} ${subject}`),
    ),
    lines('time', said.time, report.timeSpentMs === 0 ? [] : [said.hours(hours)]),
  ];
}
