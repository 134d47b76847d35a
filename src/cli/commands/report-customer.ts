import { findCustomer } from '../../app/people/served-people.ts';
import { customerReport } from '../../app/report/customer-report.ts';
import { dayIn } from '../../domain/desk-day.ts';
import { customerView, customerWords } from '../../report/customer-view.ts';
import { plainJson } from '../../report/report-json.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { calendarMonth } from '../usage-error.ts';
import { writeView } from '../write-view.ts';

/** `smena report customer NAME [--month 2026-11]`: a month as its customer reads it. */
export async function reportCustomer(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const name = input.required(0);
  const customer = findCustomer(desk, name);
  if (!customer) throw new UserError('customer-unknown', { customer: name });
  const asked = input.value('month');
  const month =
    asked === undefined
      ? lastMonth(desk.clock.now(), desk.config.timeZone)
      : calendarMonth(asked, '--month');
  const report = customerReport(desk, customer, month);
  // Whoever asks for a language means the reader's.
  const language = session.options.lang === undefined ? report.language : session.language;
  const view = customerView(report, customerWords(report, language));
  const { language: spoken, ...json } = report;
  writeView(session, input, { view, json: { ...plainJson(json), language: spoken }, language });
}

function lastMonth(now: number, timeZone: string): string {
  const [year = 0, month = 1] = dayIn(timeZone, now).split('-').map(Number);
  const [ofYear, last] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${ofYear}-${String(last).padStart(2, '0')}`;
}
