import type { ShiftReport } from '../domain/report/shift-report.ts';
import type { ReportWords } from './report-words.ts';
import { lineEntries, promiseLine } from './sections-now.ts';
import type { ReportPart, ReportView } from './view.ts';

/** Somebody to call while nothing else works. */
export interface JournalPhone {
  readonly name: string;
  readonly phone: string;
}

/** A shift on paper: what is in work now, whom to call, and lines to write on. */
export function journalView(
  report: ShiftReport,
  words: ReportWords,
  { phones, lines }: { readonly phones: readonly JournalPhone[]; readonly lines: number },
): ReportView {
  const { t, clock, language } = words;
  const { journal } = t;
  const hours = `${clock.time(report.startsAt)}–${clock.time(report.endsAt)}`;
  const listed = (code: string, title: string, all: readonly string[]): ReportPart => {
    return { code, title, blocks: lineEntries(all), shown: '' };
  };
  const open = [...report.red, ...report.rest].map((one) => {
    return `[ ] ${words.ticket(one)} · ${words.owner(one)}`;
  });
  return {
    title: journal.title(report.name[language], clock.day(report.startsAt), hours),
    header: [
      `${t.header.asOf}: ${clock.at(report.asOf)} (${t.zone(report.timeZone)})`,
      journal.how,
    ],
    parts: [
      listed(
        'promises',
        journal.promises,
        report.promises.map((one) => `[ ] ${promiseLine(one, report, words)}`),
      ),
      listed('open', journal.open, open),
      listed(
        'phones',
        journal.phones,
        phones.map(({ name, phone }) => `${name}: ${phone}`),
      ),
      blankPart(journal, lines),
    ],
  };
}

function blankPart({ blank, line }: ReportWords['t']['journal'], count: number): ReportPart {
  const lines = [`# ${line}`, ...blankLines(count)];
  return { code: 'blank', title: blank, blocks: [{ type: 'drawing', lines }], shown: '' };
}

/** Each in two rows: a hand needs more room than a keyboard. */
function blankLines(count: number): readonly string[] {
  const first = `__:__ ; ${'_'.repeat(34)} ; ${'_'.repeat(33)} ;`;
  const second = `        ${'_'.repeat(54)} ; ${'_'.repeat(15)}`;
  return Array.from({ length: count }, () => [first, second, '']).flat();
}
