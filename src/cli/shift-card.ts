import type { Desk } from '../app/desk/desk.ts';
import type { FoundShift } from '../app/shift/current-shift.ts';
import { lastHandover } from '../domain/shift/last-handover.ts';
import { reportSections, type ShiftItem, type ShiftMember } from '../domain/shift/shift.ts';
import { shiftRef } from '../domain/shift/shift-id.ts';
import { reportTexts } from '../i18n/report-texts.ts';
import type { ShiftTexts } from '../i18n/shift-texts.ts';
import { moment } from './format-ticket.ts';
import { localTime } from './local-time.ts';
import { nameIn, stateOf } from './shift-json.ts';

/** A shift as people read it: head, people, log, sections, next actions. */
export function shiftCard(desk: Desk, shift: FoundShift, texts: ShiftTexts): readonly string[] {
  const { state } = shift;
  const words = reportTexts(desk.language);
  const items = state?.items ?? [];
  const members = state?.members ?? [];
  const written = reportSections.flatMap((section) => {
    const text = state?.sections[section]?.text ?? '';
    return ['', `${words.sections[section]}:`, text === '' ? `  ${texts.emptySection}` : text];
  });
  const notes = (state?.notes ?? []).map((note) => {
    const number = desk.tickets.byId(note.ticketId)?.number ?? note.ticketId;
    const { nextAction, ifThen, contact, newOwnerId } = note;
    return line([
      number,
      nextAction,
      ifThen && texts.note.ifThen(ifThen),
      contact && texts.note.contact(contact),
      newOwnerId && texts.note.owner(nameIn(desk, newOwnerId) ?? ''),
    ]);
  });
  return [
    shiftHead(desk, shift, texts),
    shiftState(desk, shift, texts),
    ...['', `${texts.people}:`],
    ...listed(
      members.map((member) => memberLine(desk, member)),
      texts.noPeople,
    ),
    ...['', `${texts.log}:`],
    ...listed(
      items.map((item, place) => itemLine(desk, item, { texts, number: place + 1 })),
      texts.emptyLog,
    ),
    ...written,
    ...(notes.length > 0 ? ['', `${texts.notes}:`, ...listed(notes, '')] : []),
  ];
}

/** The name of a shift with its hours by the desk's clock. */
export function shiftHead(desk: Desk, { id, plan }: FoundShift, texts: ShiftTexts): string {
  const clock = (at: number) => localTime(desk, {}, at);
  const { name, kind, startsAt, endsAt } = plan;
  const ref = shiftRef(id);
  // One that no calendar knows is called by its hours.
  if (name[desk.language] === kind) return ref;
  return texts.head(ref, name[desk.language], clock(startsAt), clock(endsAt));
}

/** Whether it is open, who leads it, what became of its report. */
function shiftState(desk: Desk, { state }: FoundShift, texts: ShiftTexts): string {
  const word = stateOf(state);
  if (state === null || word === 'planned') return texts.states.planned;
  const at = moment(state.closedAt ?? state.openedAt, desk);
  const lead = nameIn(desk, state.leadId) ?? texts.noLead;
  const last = lastHandover(state);
  const { states } = reportTexts(desk.language);
  const report = last ? [texts.handover(last.revision, states[last.state])] : [];
  return [texts.states[word](at, lead), ...report].join(' · ');
}

/** Somebody on a shift, in one line. */
export function memberLine(desk: Desk, member: ShiftMember): string {
  const { parts, member: words } = reportTexts(desk.language);
  const { plannedFrom, plannedTo, cameAt, leftAt, calledAt, note, lines } = member;
  const clock = (at: number) => localTime(desk, {}, at);
  return line([
    nameIn(desk, member.personId),
    parts[member.part],
    lines.join(', '),
    plannedFrom !== null &&
      plannedTo !== null &&
      words.planned(clock(plannedFrom), clock(plannedTo)),
    calledAt !== null && words.called(clock(calledAt)),
    cameAt === null ? words.absent : words.came(clock(cameAt)),
    leftAt !== null && words.left(clock(leftAt)),
    note,
  ]);
}

/** A line of the log, in one line. */
export function itemLine(
  desk: Desk,
  item: ShiftItem,
  { texts, number }: { readonly texts: ShiftTexts; readonly number: number },
): string {
  const { item: words } = texts;
  const { ticketId, until, stopWhen, ifMoves, ownerId, settled, carriedFromId } = item;
  return line([
    `${number}. ${localTime(desk, {}, item.at)}`,
    reportTexts(desk.language).itemKinds[item.kind],
    ticketId !== null && (desk.tickets.byId(ticketId)?.number ?? ''),
    item.text,
    until !== null && words.until(moment(until, desk)),
    stopWhen && words.stop(stopWhen),
    ifMoves && words.ifMoves(ifMoves),
    ownerId !== null && words.owner(nameIn(desk, ownerId) ?? ''),
    nameIn(desk, item.byId),
    carriedFromId !== null && words.carried,
    settled && words.settled(moment(settled.at, desk), settled.outcome),
  ]);
}

function line(parts: readonly (string | false | null)[]): string {
  return parts.filter((part) => part !== '' && part !== false && part !== null).join(' · ');
}

function listed(lines: readonly string[], none: string): readonly string[] {
  return (lines.length > 0 ? lines : [none]).map((one) => `  ${one.replaceAll('\n', '\n     ')}`);
}
