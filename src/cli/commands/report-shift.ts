import { reportToShow } from '../../app/report/report-to-show.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { toCsv } from '../../report/csv.ts';
import { reportDocument } from '../../report/report-document.ts';
import { reportJson } from '../../report/report-json.ts';
import { type ReportTable, reportTables } from '../../report/report-tables.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustReadReports } from '../read-reports.ts';
import type { Session } from '../session.ts';
import { UsageError, wholeNumber } from '../usage-error.ts';
import { writeFolder, writeOut } from '../write-out.ts';

/** `smena report shift`: the report of a shift, as it was submitted or as it stands. */
export async function reportShift(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const shift = findShift(desk, input.value('shift') ?? 'current');
  const revision = input.value('revision');
  const report = reportToShow(desk, shift, {
    isLive: input.has('live'),
    revision: revision === undefined ? null : wholeNumber(revision, '--revision', 1),
  });
  const format = input.value('format') ?? (session.output.isJson ? 'json' : 'md');
  if (format !== 'csv' && input.value('table') !== undefined) {
    throw new UsageError('option-missing', { name: '--format csv' });
  }
  const out = input.value('out');
  if (format === 'csv') return writeTables(session, tablesOf(report, input.value('table')), out);
  if (format === 'json') return writeJson(session, report, out);
  writeOut(session, reportDocument(report, format, session.language), out);
}

function writeJson(session: Session, report: ShiftReport, out: string | undefined): void {
  const json = reportJson(report, session.language);
  if (out === undefined) return session.output.json(json);
  writeOut(session, `${JSON.stringify(json, null, 2)}\n`, out);
}

function tablesOf(report: ShiftReport, wanted: string | undefined): readonly ReportTable[] {
  const tables = reportTables(report);
  if (wanted === undefined) return tables;
  const found = tables.filter(({ name }) => name === wanted);
  if (found.length > 0) return found;
  const known = tables.map(({ name }) => name).join(', ');
  throw new UserError('report-table-unknown', { table: wanted, known });
}

/** One table as it is; several into a folder, or one after another with their names between. */
function writeTables(
  session: Session,
  tables: readonly ReportTable[],
  out: string | undefined,
): void {
  const files = tables.map(({ name, columns, rows }) => {
    return { name: `${name}.csv`, text: toCsv(columns, rows) };
  });
  const [only] = files;
  if (only && files.length === 1) return writeOut(session, only.text, out);
  if (out !== undefined) return writeFolder(session, files, out);
  const all = tables.map(({ name }, at) => `# ${name}\r\n${files[at]?.text ?? ''}`);
  writeOut(session, all.join('\r\n'), undefined);
}
