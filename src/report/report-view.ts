import { isStale } from '../domain/report/is-stale.ts';
import type { ShiftReport } from '../domain/report/shift-report.ts';
import { readShiftId } from '../domain/shift/shift-id.ts';
import { chartsTexts } from '../i18n/charts-texts.ts';
import { cut } from '../util/text-layout.ts';
import { chartText } from './chart/chart-line.ts';
import { terminalOf } from './chart/terminal-of.ts';
import { chartsOf } from './charts-of.ts';
import { figureLines } from './figure-text.ts';
import type { ReportWords } from './report-words.ts';
import { promiseLine, redLine, sectionsNow } from './sections-now.ts';
import { sectionsNumbers } from './sections-numbers.ts';
import { sectionsPeople } from './sections-people.ts';
import type { ReportBlock, ReportEntry, ReportPart, ReportView } from './view.ts';

/** What of the lists stands on the first screen. */
const FIRST_RED = 4;
const FIRST_PROMISES = 3;
/** A line of the first screen is one row, also in a chat. */
const ROW = 76;
/** The figures that a lead looks at first. */
const first = ['sla-met', 'answered-in-norm', 'promises-kept'] as const;

/** A report as it is read: what is red on the first screen, then every section. */
export function reportView(report: ShiftReport, words: ReportWords): ReportView {
  const now = sectionsNow(report, words);
  const people = sectionsPeople(report, words);
  const told = people.filter(({ code }) => code === 'how' || code === 'attention');
  const others = people.filter((part) => !told.includes(part));
  return {
    title: titleOf(report, words),
    header: headerOf(report, words),
    parts: [briefOf(report, words), ...now, ...sectionsNumbers(report, words), ...told, ...others],
  };
}

/** The same with its charts drawn in letters: for plain text and Markdown. */
export function drawnView(report: ShiftReport, words: ReportWords): ReportView {
  const view = reportView(report, words);
  const texts = chartsTexts(words.language);
  const { drawn, undrawn } = chartsOf(report, words);
  const blocks = drawn.map((chart): ReportBlock => {
    const rows = terminalOf(chart, { columns: ROW, isAscii: false, height: 4, texts });
    return { type: 'drawing', lines: [chart.title, ...rows.map((row) => chartText([row]))] };
  });
  const charts = { code: 'charts', title: words.t.sections.charts, blocks, shown: undrawn };
  const parts = view.parts.flatMap((part) => (part.code === 'figures' ? [part, charts] : [part]));
  return { ...view, parts };
}

/** What goes into a chat: what is red, what was promised and the hand-written parts. */
export function shortView(report: ShiftReport, words: ReportWords): ReportView {
  const view = reportView(report, words);
  const wanted = ['red', 'promises', 'how', 'attention', 'watch'];
  const parts = wanted.flatMap((code) => view.parts.find((part) => part.code === code) ?? []);
  return { ...view, header: [...view.header, countsLine(report, words)], parts };
}

/** `Report of the shift “day”, 22 November 2026, 08:00–20:00`. */
export function titleOf(report: ShiftReport, { t, clock, language }: ReportWords): string {
  const { name, startsAt, endsAt } = report;
  const hours = `${clock.time(startsAt)}–${clock.time(endsAt)}`;
  return t.titleOf(name[language], clock.day(startsAt), hours);
}

/** Who, in which state, by which data: four rows. */
function headerOf(report: ShiftReport, words: ReportWords): readonly string[] {
  const { t, clock, language } = words;
  const { header } = t;
  const { lead, nextLead, members, revision, state, lastSyncAt, waitingToSync } = report;
  const people = members.map(({ person }) => person.name).join(', ');
  const waiting = waitingToSync === 0 ? '' : `; ${header.waiting(waitingToSync)}`;
  const sync =
    lastSyncAt === null
      ? header.alone
      : `${isStale(report) ? '▲ ' : ''}${header.sync}: ${clock.at(lastSyncAt)}${waiting}`;
  const revised = revision > 1 ? `, ${header.revision(revision)}` : '';
  const next = nextLead === null ? '' : `; ${header.next}: ${nextLead.name}`;
  const asOf = `${header.asOf}: ${clock.at(report.asOf)} (${t.zone(report.timeZone)})`;
  const line = readShiftId(report.shiftId)?.line ?? null;
  const ofLine = line === null ? '' : `; ${t.volumes.line}: ${line}`;
  return [
    `${header.desk}: ${report.desk[language]}${ofLine}; ${header.state}: ${t.states[state]}${revised}`,
    `${header.lead}: ${lead?.name ?? t.nobody}${next}`,
    `${header.people}: ${people || t.unknown}`,
    `${asOf}; ${sync}`,
  ].map((line) => cut(line.replace(/\s+/g, ' '), ROW));
}

/** Everything on one screen: the rest of the report says the same at length. */
function briefOf(report: ShiftReport, words: ReportWords): ReportPart {
  const row = (text: string) => cut(text.replace(/\s+/g, ' '), ROW);
  const items = briefEntries(report, words).map(({ head, notes }) => {
    return { head: row(head), notes: notes.map(row) };
  });
  return {
    code: 'brief',
    title: words.t.sections.brief,
    blocks: [{ type: 'items', items }],
    shown: '',
  };
}

function briefEntries(report: ShiftReport, words: ReportWords): readonly ReportEntry[] {
  const { t } = words;
  const { red, promises, figures } = report;
  const some = (all: readonly string[], most: number, total: number) => {
    const more = total - Math.min(all.length, most);
    return [...all.slice(0, most), ...(more > 0 ? [t.more(more)] : [])];
  };
  const count = (name: 'red' | 'promises') => report.cut[name] ?? report[name].length;
  const shares = first.flatMap((code) => {
    return figures.find((one) => one.code === code && one.of === null) ?? [];
  });
  const reds = red.map((item) => redLine(item, words));
  const promised = promises.map((item) => promiseLine(item, report, words));
  return [
    ...[countsLine(report, words), ...figureLines(shares, words)].map(withoutNotes),
    {
      head: `${t.briefly.red}: ${count('red') || t.none}`,
      notes: some(reds, FIRST_RED, count('red')),
    },
    {
      head: `${t.briefly.promises}: ${count('promises') || t.none}`,
      notes: some(promised, FIRST_PROMISES, count('promises')),
    },
  ];
}

function countsLine({ counts }: ShiftReport, { t }: ReportWords): string {
  return t.brief(counts.incoming, counts.solved, counts.leftOpen);
}

function withoutNotes(head: string): ReportEntry {
  return { head, notes: [] };
}
