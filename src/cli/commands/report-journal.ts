import { compileReport } from '../../app/report/compile-report.ts';
import {
  enterJournal as enter,
  type JournalEntry,
  readJournal,
} from '../../app/report/enter-journal.ts';
import type { JournalProblem } from '../../app/report/journal-lines.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import { reportTexts } from '../../i18n/report-texts.ts';
import { journalView } from '../../report/journal-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { toPlainText } from '../../report/to-plain-text.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import { mustReadReports } from '../read-reports.ts';
import { readWhole } from '../read-text.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { wholeNumber } from '../usage-error.ts';
import { writeOut } from '../write-out.ts';

const LINES = 30;
const MOST_LINES = 500;

/** `smena report journal`: the shift on paper, for when power or network is gone. */
export async function reportJournal(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  mustReadReports(desk);
  const shift = findShift(desk, input.value('shift') ?? 'current');
  const now = desk.clock.now();
  // What is in work now, also when the shift was closed a while ago.
  const report = compileReport(desk, shift, now < shift.plan.endsAt ? now : undefined);
  const asked = input.value('lines');
  const lines = asked === undefined ? LINES : wholeNumber(asked, '--lines');
  const phones = desk.people.persons().flatMap(({ name, phone }) => {
    return phone === undefined ? [] : [{ name, phone }];
  });
  const words = reportWords(report, session.language);
  const view = journalView(report, words, { phones, lines: Math.min(lines, MOST_LINES) });
  writeOut(session, toPlainText(view, words.t.none), input.value('out'));
}

/** `smena report journal enter FILE [--reason TEXT] [--dry-run]`: what was written by hand meanwhile. */
export async function enterJournal(session: Session, input: CommandInput): Promise<void> {
  const path = input.required(0);
  const text = await readWhole(session, path);
  const desk = await session.desk();
  const read = readJournal(desk, text);
  if (!read.ok) return tellProblems(session, path, read.problem);
  const { output, language } = session;
  const { journal } = reportTexts(language);
  const reason = input.value('reason')?.trim() ?? '';
  const isTried = reason === '' || input.has('dryRun');
  if (!isTried) {
    const words = reportTexts(desk.config.language).journal;
    const note = (entry: JournalEntry) => {
      const said = entry.who === desk.me.name ? entry.text : `${entry.who}: ${entry.text}`;
      return words.note(moment(entry.at, desk), said, reason);
    };
    const done = enter(desk, read.value, note);
    if (!done.ok) throw refusedError(desk, done.problem, null);
  }
  if (output.isJson) {
    return output.json({ dryRun: isTried, entries: read.value.map(entryJson) });
  }
  for (const entry of read.value) {
    const about = entry.number ?? `${journal.newTicket}: ${entry.subject}`;
    const parts = [moment(entry.at, desk), about, entry.customer, entry.text, entry.who];
    output.row(parts.filter((part) => part !== '').join(output.isPlain ? '\t' : ' · '));
  }
  output.talk(isTried ? journal.would(read.value.length) : journal.entered(read.value.length));
}

function entryJson({ at, line, number, subject, customer, text, who }: JournalEntry) {
  return { line, at: iso(at), number, subject, customer, text, who };
}

function tellProblems(session: Session, path: string, problems: readonly JournalProblem[]): void {
  const { journal } = reportTexts(session.language);
  session.fail();
  if (session.output.isJson) return session.output.problemJson({ path, problems });
  for (const { line, column, part, code } of problems) {
    const place = `${path}:${line}:${column}`;
    session.output.problem(journal.problem(place, journal.parts[part], journal.problems[code]));
  }
}
