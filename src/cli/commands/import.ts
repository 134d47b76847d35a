import type { Desk } from '../../app/desk/desk.ts';
import { importCsv } from '../../app/import/import-csv.ts';
import { importJsonl } from '../../app/import/import-jsonl.ts';
import { importMail } from '../../app/import/import-mail.ts';
import type { ImportReport } from '../../app/import/import-report.ts';
import { undoImport } from '../../app/import/undo-import.ts';
import { watchMaildir } from '../../app/import/watch-maildir.ts';
import { fill } from '../../i18n/fill.ts';
import { sentenceOf } from '../../i18n/messages.ts';
import type { CommandInput } from '../command-input.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';

/** `smena import mail PATH…`: letters from files, folders, Maildirs and mboxes. */
export async function importMailFiles(session: Session, input: CommandInput): Promise<void> {
  if (input.has('watch')) return watch(session, input.required(0));
  const dryRun = input.has('dryRun');
  const report = await importMail(await deskToFill(session), input.args, { dryRun });
  await printReport(session, report, dryRun);
}

/** `smena import csv FILE [--mapping FILE]`. */
export async function importCsvFile(session: Session, input: CommandInput): Promise<void> {
  const dryRun = input.has('dryRun');
  const mapping = input.value('mapping');
  const report = await importCsv(await deskToFill(session), input.required(0), { dryRun, mapping });
  await printReport(session, report, dryRun);
}

/** `smena import jsonl FILE`: tickets as `show --json` prints them. */
export async function importJsonlFile(session: Session, input: CommandInput): Promise<void> {
  const dryRun = input.has('dryRun');
  const report = await importJsonl(await deskToFill(session), input.required(0), { dryRun });
  await printReport(session, report, dryRun);
}

/** `smena import undo ID`: takes one import back, except what somebody has worked on. */
export async function undoImportById(session: Session, input: CommandInput): Promise<void> {
  const undone = undoImport(await deskToFill(session), input.required(0));
  const { output } = session;
  if (output.isJson) return output.json(undone);
  const { done } = await session.texts();
  const { removed, kept } = undone;
  output.line(fill(done.importUndone, { removed, kept: kept.length }));
  for (const { number, reason } of kept) output.talk(`${number}: ${reason}`);
}

/** The desk of somebody who may open tickets: letters and files open them for others. */
async function deskToFill(session: Session): Promise<Desk> {
  const desk = await session.desk();
  mustBeAllowed(desk, 'register');
  return desk;
}

/** Takes letters as they come, until Ctrl+C; each round is one report. */
async function watch(session: Session, folder: string): Promise<void> {
  const desk = await deskToFill(session);
  const { done } = await session.texts();
  session.output.talk(fill(done.watching, { path: folder }));
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  await watchMaildir(desk, folder, {
    signal: ending.signal,
    onReport: (report) => void printReport(session, report, false),
  });
  process.off('SIGINT', end).off('SIGTERM', end);
}

/** Tells what an import did. One that failed anywhere ends with exit code 1. */
async function printReport(
  session: Session,
  report: ImportReport & { readonly importId?: string },
  isRehearsal: boolean,
): Promise<void> {
  const { output } = session;
  if (report.failed.length > 0) session.fail();
  if (output.isJson) return output.json(report);
  const { done, importReasons } = await session.texts();
  const reasons: Readonly<Record<string, string>> = importReasons;
  for (const { source, reason, params = {} } of [...report.skipped, ...report.failed]) {
    output.problem(
      `${source}: ${fill(reasons[reason] ?? sentenceOf(reason, session.language) ?? reason, params)}`,
    );
  }
  const { created, updated, skipped, failed } = report;
  const counts = {
    created: created.length,
    updated: updated.length,
    skipped: skipped.length,
    failed: failed.length,
  };
  output.line(fill(done.imported, counts));
  if (isRehearsal) output.talk(done.importDry);
  else if (report.importId) output.talk(fill(done.importUndo, { id: report.importId }));
}
