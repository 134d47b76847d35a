import type {
  RedItem,
  ReportIncident,
  ReportItem,
  ReportPromise,
  ReportTicket,
  ShiftReport,
} from '../domain/report/shift-report.ts';
import { partMaker } from './cut-lists.ts';
import type { ReportWords } from './report-words.ts';
import type { ReportBlock, ReportEntry, ReportPart } from './view.ts';

/** A section of entries; none of them leaves it empty. */
export function entries(list: readonly ReportEntry[]): readonly ReportBlock[] {
  return list.length === 0 ? [] : [{ type: 'items', items: list }];
}

/** A section of lines, one an entry. */
export function lineEntries(lines: readonly string[]): readonly ReportBlock[] {
  return entries(lines.map((head) => ({ head, notes: [] })));
}

/** A section of a table; none of its rows leaves it empty. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ReportBlock[] {
  return rows.length === 0 ? [] : [{ type: 'table', columns, rows }];
}

/** What cannot wait: red tickets, promises, what waits for others, what is watched, works, outages. */
export function sectionsNow(report: ShiftReport, words: ReportWords): readonly ReportPart[] {
  const part = partMaker(report, words);
  const { red, promises, works, incidents } = report;
  return [
    part('red', entries(red.map((item) => redEntry(item, words)))),
    part('promises', lineEntries(promises.map((item) => promiseLine(item, report, words)))),
    part('waiting', waitingTable(report, words)),
    part('watch', watchBlocks(report, words)),
    part('works', entries(works.map((work) => workEntry(work, words)))),
    part('incidents', entries(incidents.map((one) => incidentEntry(one, words)))),
  ];
}

/** A red ticket in one line: what, why, until when, who. */
export function redLine(item: RedItem, words: ReportWords): string {
  return redFacts(item, words).join(' · ');
}

function redFacts(item: RedItem, words: ReportWords): readonly [string, ...string[]] {
  const { t, clock } = words;
  const due = item.dueAt === null ? [] : [t.due(clock.at(item.dueAt))];
  const why = words.why(item.why);
  return [words.ticket(item), ...(why === '' ? [] : [why]), ...due, words.owner(item)];
}

function redEntry(item: RedItem, words: ReportWords): ReportEntry {
  const { t } = words;
  const said = (label: string, text: string) => (text === '' ? [] : [`${label}: ${text}`]);
  const isAnothers = item.owner !== null && !item.hasOneOwner;
  const [ticket, ...facts] = redFacts(item, words);
  return {
    head: [ticket, t.statuses[item.status], ...facts].join(' · '),
    notes: [
      `${t.next}: ${item.nextAction || t.noNext}`,
      ...said(t.ifThen, item.ifThen),
      ...said(t.contact, item.contact),
      ...said(t.newOwner, item.newOwner?.name ?? ''),
      ...(isAnothers ? [t.twoOwners] : []),
    ],
  };
}

/** A promise in one line: when, what, which ticket, who. */
export function promiseLine(
  item: ReportPromise,
  { asOf }: Pick<ShiftReport, 'asOf'>,
  words: ReportWords,
): string {
  const { t, clock } = words;
  const late = item.dueAt < asOf ? ` (${t.overdue})` : '';
  const what = item.text || t.promises[item.promise];
  const owner = ownerChange(item, words);
  return [`${clock.at(item.dueAt)}${late}`, what, words.ticket(item), owner].join(' · ');
}

/** Who has it, and who gets it. */
export function ownerChange(
  item: ReportTicket & Pick<ReportPromise, 'newOwner'>,
  words: ReportWords,
): string {
  return item.newOwner ? `${words.owner(item)} → ${item.newOwner.name}` : words.owner(item);
}

function waitingTable({ waiting, asOf }: ShiftReport, words: ReportWords): readonly ReportBlock[] {
  const { t, clock } = words;
  const { number, subject, owner, on, since, nudge } = t.columns;
  return table(
    [number, subject, on, since, nudge, owner],
    waiting.map((item) => [
      item.number,
      item.subject,
      t.waitingOn[item.on],
      clock.length(asOf - item.since),
      item.nudgeAt === null ? t.unknown : clock.at(item.nudgeAt),
      words.owner(item),
    ]),
  );
}

function watchBlocks({ watch, items }: ShiftReport, words: ReportWords): readonly ReportBlock[] {
  // What the hand-written part tells in the same words is not told twice.
  const watched = items.filter(
    ({ kind, text }) => kind === 'watch' && !watch.includes(text.trim()),
  );
  const prose: ReportBlock[] = watch.trim() === '' ? [] : [{ type: 'prose', text: watch }];
  return [...prose, ...entries(watched.map((item) => watchEntry(item, words)))];
}

function watchEntry(item: ReportItem, words: ReportWords): ReportEntry {
  const { t, clock } = words;
  const { prefill } = t;
  const who = item.owner === null ? [] : [item.owner.name];
  const until = item.until === null ? [] : [prefill.until(clock.at(item.until))];
  const stop = item.stopWhen === '' ? [] : [prefill.stop(item.stopWhen)];
  const moves = item.ifMoves === '' ? [] : [prefill.moves(item.ifMoves)];
  const about = item.number === null ? item.text : `${item.number}: ${item.text}`;
  return { head: [about, ...until, ...who].join(' · '), notes: [...stop, ...moves] };
}

function workEntry(work: ShiftReport['works'][number], { t, clock }: ReportWords): ReportEntry {
  const when = `${clock.at(work.from)}–${clock.at(work.to)}`;
  const done = work.isDone ? [t.columns.done.toLowerCase()] : [];
  const affected = work.affected === '' ? [] : [work.affected];
  const title = work.number === null ? work.title : `${work.number} ${work.title}`;
  return { head: [when, title, ...affected, ...done].join(' · '), notes: [] };
}

/** An outage in a few lines: how long, who saw it, who was told, why. */
export function incidentEntry(incident: ReportIncident, words: ReportWords): ReportEntry {
  const { t, clock } = words;
  const { incident: said } = t;
  const { minutes, noticedBy, takenAt, restoredAt, provider, told, cause, nextAction } = incident;
  const lasted = minutes === null ? said.lasting : said.minutes(minutes);
  const facts = [
    noticedBy === null ? said.noticedUnknown : said.noticed[noticedBy],
    ...(takenAt === null ? [] : [said.taken(clock.at(takenAt))]),
    ...(restoredAt === null ? [] : [said.restored(clock.at(restoredAt))]),
    ...(provider === null ? [] : [said.provider(provider)]),
    said.affected(incident.affected),
  ];
  const toldWhom = told.map(({ to, at }) => `${clock.at(at)} ${to}`.trim());
  return {
    head: `${words.ticket(incident)} · ${said.line(clock.at(incident.startedAt), lasted)}`,
    notes: [
      facts.join('; '),
      ...(told.length === 0 ? [] : [`${said.told}: ${toldWhom.join('; ')}`]),
      ...(cause === '' ? [] : [`${said.cause}: ${cause}`]),
      ...(nextAction === '' ? [] : [`${t.next}: ${nextAction}`]),
    ],
  };
}
