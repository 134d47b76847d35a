import { outageReport } from '../../app/report/outage-report.ts';
import { outageView } from '../../report/outage-view.ts';
import { plainJson } from '../../report/report-json.ts';
import { reportWords } from '../../report/report-words.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { writeView } from '../write-view.ts';

/** `smena report outage SM-12`: the record of one outage. */
export async function reportOutage(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  mustReadReports(desk);
  const record = outageReport(desk, ticket);
  if (!record) throw new UserError('outage-none', { number: ticket.number });
  const { language } = session;
  const { timeZone } = desk.config;
  const words = reportWords({ timeZone, startsAt: record.incident.startedAt }, language);
  const { incident, ...rest } = record;
  const json = { ...plainJson(incident), ...plainJson(rest) };
  writeView(session, input, { view: outageView(record, words), json, language });
}
