import type { Desk } from '../app/desk/desk.ts';
import { fill } from '../i18n/fill.ts';
import type { ShiftHandoverTexts } from '../i18n/shift-handover-texts.ts';
import { moment } from './format-ticket.ts';
import type { Session } from './session.ts';
import type { ShiftHandoverJson } from './shift-handover-json.ts';

interface Shown {
  readonly desk: Desk;
  readonly texts: ShiftHandoverTexts;
}

/** A hand-over as lines for people: what is in the way, the hand-written parts, every item. */
export function printHandover(
  { output }: Session,
  desk: Desk,
  handover: ShiftHandoverJson,
  texts: ShiftHandoverTexts,
): void {
  const shown = { desk, texts };
  for (const line of headLines(handover, shown)) output.row(line);
  for (const section of sectionLines(handover, shown)) output.line(section);
  for (const line of itemLines(handover, shown)) output.row(line);
  for (const line of remarkLines(handover, shown)) output.line(line);
}

function headLines(handover: ShiftHandoverJson, { desk, texts }: Shown): readonly string[] {
  const { shift, state, revision, by, lead, to, blocking, reason, override } = handover;
  return [
    fill(texts.head, { shift, state: texts.states[state], revision }),
    fill(texts.from, { lead: by ?? lead ?? texts.nobody }),
    fill(texts.to, { to: handover.settledBy ?? to ?? texts.anybody }),
    ...staleLines(handover, { desk, texts }),
    ...metricLines(handover, texts),
    ...(override === '' ? [] : [fill(texts.override, { reason: override })]),
    ...(reason === '' ? [] : [fill(texts.returned, { reason })]),
    ...(blocking.length === 0 ? [] : [texts.blocking]),
    ...blocking.map(({ message }) => `  ! ${message}`),
  ];
}

function staleLines(
  { stale, asOf, lastSyncAt, waitingToSync: waiting }: ShiftHandoverJson,
  { desk, texts }: Shown,
): readonly string[] {
  if (!stale || asOf === null || lastSyncAt === null) return [];
  const at = moment(Date.parse(lastSyncAt), desk);
  return [`▲ ${fill(texts.stale, { asOf: moment(Date.parse(asOf), desk), at, waiting })}`];
}

function metricLines(
  { metrics }: ShiftHandoverJson,
  { metrics: texts }: ShiftHandoverTexts,
): readonly string[] {
  if (!metrics) return [];
  const { submittedOnTime, minutesToAccept, surprises } = metrics;
  const accepted =
    minutesToAccept === null ? [] : [fill(texts.accepted, { minutes: minutesToAccept })];
  const missing = surprises === 0 ? [] : [fill(texts.surprises, { count: surprises })];
  return [[submittedOnTime ? texts.onTime : texts.late, ...accepted, ...missing].join(' ')];
}

function sectionLines(
  { how, attention, watchText }: ShiftHandoverJson,
  { texts: { sections, none } }: Shown,
): readonly string[] {
  const section = (title: string, text: string) => ['', title, text.trim() || none].join('\n');
  return [
    section(sections.how, how),
    section(sections.attention, attention),
    section(sections.watch, watchText),
  ];
}

function itemLines(handover: ShiftHandoverJson, { desk, texts }: Shown): readonly string[] {
  const { lists } = texts;
  const when = (text: string, at: string | null) => {
    return at === null ? '' : fill(text, { time: moment(Date.parse(at), desk) });
  };
  const red = handover.red.map((item) => {
    const back = item.needsReadBack && item.readBack === '' ? texts.readBack : item.readBack;
    const next = item.nextAction === '' ? '' : fill(texts.next, { text: item.nextAction });
    const ifThen = item.ifThen === '' ? '' : fill(texts.ifThen, { text: item.ifThen });
    return cells([
      item.ticket,
      item.priority,
      item.subject,
      ownerText(item, texts),
      next,
      ifThen,
      back,
    ]);
  });
  const promises = handover.promises.map((item) => {
    return cells([when(texts.due, item.dueAt), item.ticket, ownerText(item, texts), item.text]);
  });
  const watch = handover.watch.map((item) => {
    const what = [item.text, item.ticket, ownerText(item, texts), when(texts.until, item.until)];
    return cells([...what, item.stopWhen, item.ifMoves]);
  });
  return [
    ...list(lists.red, red, texts),
    ...list(lists.promises, promises, texts),
    ...list(lists.watch, watch, texts),
    '',
    fill(lists.rest, { count: handover.restCount }),
  ];
}

function list(title: string, rows: readonly string[], { none }: ShiftHandoverTexts) {
  return ['', title, ...(rows.length === 0 ? [`  ${none}`] : rows)];
}

function cells(parts: readonly (string | null)[]): string {
  return `  ${parts.filter((part) => part !== null && part !== '').join(' · ')}`;
}

function ownerText(
  item: { readonly owner: string | null; readonly newOwner: string | null },
  texts: ShiftHandoverTexts,
): string {
  const { owner, newOwner } = item;
  const has = owner ?? texts.nobody;
  if (newOwner === null || newOwner === owner) return has;
  return `${has} ${fill(texts.newOwner, { person: newOwner })}`;
}

function remarkLines({ said }: ShiftHandoverJson, { desk, texts }: Shown): readonly string[] {
  if (said.length === 0) return [];
  return [
    `\n${texts.remarks}`,
    ...said.map(({ kind, text, by, at }) => {
      return `  ${moment(Date.parse(at), desk)} ${by ?? ''} (${texts.kinds[kind]}): ${text.replaceAll('\n', '\n    ')}`;
    }),
  ];
}
