import type { Desk } from '../../app/desk/desk.ts';
import { kpiReport } from '../../app/figure/kpi-report.ts';
import { readPeriod } from '../../app/figure/read-period.ts';
import { findCustomer } from '../../app/people/served-people.ts';
import { type FigureCode, figureCodes } from '../../domain/figure/figure.ts';
import { mayReadFigure } from '../../domain/figure/figure-readers.ts';
import type { KpiReport } from '../../domain/figure/kpi-report.ts';
import { refusal } from '../../domain/refusal.ts';
import { reportTexts } from '../../i18n/report-texts.ts';
import { toCsv } from '../../report/csv.ts';
import { htmlKpi } from '../../report/html/html-kpi.ts';
import { kpiJson, kpiTable } from '../../report/kpi-data.ts';
import { kpiHeader, kpiTitle, kpiView } from '../../report/kpi-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { toMarkdown } from '../../report/to-markdown.ts';
import { toPlainText } from '../../report/to-plain-text.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import { RefusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { writeOut } from '../write-out.ts';

/** `smena report kpi [--from] [--to] [--line N] [--customer X]`: the figures of a period. */
export async function reportKpi(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const period = {
    ...readPeriod(desk, { from: input.value('from'), to: input.value('to') }),
    line: lineOf(desk, input.value('line')),
    customerId: customerOf(desk, input.value('customer')),
    space: null,
  };
  const report = kpiReport(desk, period, codesOf(desk, input.value('codes')));
  const { output, language } = session;
  const format = input.value('format') ?? (output.isJson ? 'json' : 'text');
  const out = input.value('out');
  const json = kpiJson(report, language, input.has('definitions'));
  if (format === 'json' && out === undefined) return output.json(json);
  if (format === 'json') return writeOut(session, `${JSON.stringify(json, null, 2)}\n`, out);
  writeOut(session, documentOf(session, report, { format, isFull: input.has('definitions') }), out);
}

interface Form {
  readonly format: string;
  /** With what the figures mean. */
  readonly isFull: boolean;
}

function documentOf({ language }: Session, report: KpiReport, { format, isFull }: Form): string {
  if (format === 'csv') {
    const { columns, rows } = kpiTable(report);
    return toCsv(columns, rows);
  }
  const words = reportWords({ timeZone: report.timeZone, startsAt: report.from }, language);
  if (format !== 'html') {
    const view = kpiView(report, words, isFull);
    const { none } = reportTexts(language);
    return format === 'md' ? toMarkdown(view, none) : toPlainText(view, none);
  }
  return htmlKpi(
    {
      title: kpiTitle(report, words),
      header: kpiHeader(report, words),
      figures: report.figures,
    },
    words,
  );
}

function lineOf({ config }: Desk, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (config.lines.some(({ code }) => code === text)) return text;
  const known = config.lines.map(({ code }) => code).join(', ');
  throw new UserError('line-unknown', { line: text, known });
}

function customerOf(desk: Desk, text: string | undefined): string | null {
  if (text === undefined) return null;
  const customer = findCustomer(desk, text);
  if (!customer) throw new UserError('customer-unknown', { customer: text });
  return customer.id;
}

/** The figures that were named; those that are not this person's to read are refused by name. */
function codesOf({ me }: Desk, text: string | undefined): readonly FigureCode[] {
  if (text === undefined) return figureCodes;
  const codes = text.split(',').map((typed) => {
    const code = figureCodes.find((known) => known === typed.trim());
    if (code === undefined) {
      throw new UserError('figure-unknown', { figure: typed, known: figureCodes.join(', ') });
    }
    if (mayReadFigure(me, code)) return code;
    throw new RefusedError(refusal('figure-not-yours', [], { figure: code }), null);
  });
  return [...new Set(codes)];
}
