import type { Desk } from '../app/desk/desk.ts';
import type { FoundShift } from '../app/shift/current-shift.ts';
import type { ListedShift } from '../app/shift/list-shifts.ts';
import { dayIn } from '../domain/desk-day.ts';
import { lastHandover } from '../domain/shift/last-handover.ts';
import {
  type ReportSection,
  reportSections,
  type Shift,
  type ShiftItem,
  type ShiftMember,
  type TicketNote,
} from '../domain/shift/shift.ts';
import { readShiftId, shiftRef } from '../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../domain/space.ts';
import { iso } from './iso.ts';

/** The name of somebody beside their id; null for nobody. */
export function nameIn(desk: Desk, id: string | null): string | null {
  return id === null ? null : (desk.people.person(id)?.name ?? id);
}

/** Whether a shift is still to be opened, is on or is closed. */
export function stateOf(state: Pick<Shift, 'closedAt'> | null): 'planned' | 'open' | 'closed' {
  if (state === null) return 'planned';
  return state.closedAt === null ? 'open' : 'closed';
}

/** A whole shift as scripts see it: names beside ids, times in UTC, absent = null. */
export function shiftJson(desk: Desk, { id, plan, state }: FoundShift) {
  const leadId = state?.leadId ?? null;
  return {
    id,
    ref: shiftRef(id),
    name: plan.name[desk.language],
    kind: plan.kind,
    day: dayIn(desk.config.timeZone, plan.startsAt),
    line: plan.line,
    space: readShiftId(id)?.space ?? MAIN_SPACE,
    state: stateOf(state),
    startsAt: iso(plan.startsAt),
    endsAt: iso(plan.endsAt),
    timeZone: desk.config.timeZone,
    openedAt: iso(state?.openedAt ?? null),
    closedAt: iso(state?.closedAt ?? null),
    lead: nameIn(desk, leadId),
    leadId,
    members: (state?.members ?? []).map((member) => memberJson(desk, member)),
    items: (state?.items ?? []).map((item, place) => itemJson(desk, item, place + 1)),
    sections: Object.fromEntries(
      reportSections.map((section) => [section, sectionJson(desk, state, section)]),
    ),
    notes: (state?.notes ?? []).map((note) => noteJson(desk, note)),
    handover: state ? handoverJson(desk, state) : null,
    rev: state?.rev ?? 0,
  };
}

/** A shift of a list. */
export function shiftHeadJson(desk: Desk, head: ListedShift) {
  const { id, space, line, startsAt, endsAt, openedAt, closedAt, leadId, handover } = head;
  const state = stateOf(head);
  return {
    ...{ id, ref: shiftRef(id), space, line, state },
    ...{ startsAt: iso(startsAt), endsAt: iso(endsAt) },
    ...{ openedAt: iso(openedAt), closedAt: iso(closedAt) },
    ...{ lead: nameIn(desk, leadId), leadId, handover },
  };
}

/** Somebody on a shift. */
export function memberJson(desk: Desk, member: ShiftMember) {
  const { personId, part, lines, note } = member;
  return {
    ...{ person: nameIn(desk, personId), personId, part, lines },
    plannedFrom: iso(member.plannedFrom),
    plannedTo: iso(member.plannedTo),
    cameAt: iso(member.cameAt),
    leftAt: iso(member.leftAt),
    calledAt: iso(member.calledAt),
    note,
  };
}

/** A line of the log; `number` is its place, from 1. */
export function itemJson(desk: Desk, item: ShiftItem, number: number) {
  const { id, kind, text, ticketId, byId, ownerId, stopWhen, ifMoves, settled } = item;
  return {
    ...{ number, id, kind, text },
    ticket: ticketId === null ? null : (desk.tickets.byId(ticketId)?.number ?? null),
    ticketId,
    ...{ at: iso(item.at), by: nameIn(desk, byId), byId },
    ...{ until: iso(item.until), stopWhen, ifMoves },
    ...{ owner: nameIn(desk, ownerId), ownerId },
    carriedFromId: item.carriedFromId,
    settledAt: iso(settled?.at ?? null),
    settledBy: nameIn(desk, settled?.byId ?? null),
    settledById: settled?.byId ?? null,
    outcome: settled?.outcome ?? null,
  };
}

/** What somebody wrote beside a ticket for whoever comes next. */
export function noteJson(desk: Desk, note: TicketNote) {
  const { ticketId, nextAction, ifThen, contact, newOwnerId, byId } = note;
  return {
    ...{ ticket: desk.tickets.byId(ticketId)?.number ?? null, ticketId },
    ...{ nextAction, ifThen, contact },
    ...{ newOwner: nameIn(desk, newOwnerId), newOwnerId },
    ...{ by: nameIn(desk, byId), byId, at: iso(note.at) },
  };
}

/** A hand-written section; null while nobody has written it. */
export function sectionJson(desk: Desk, state: Shift | null, section: ReportSection) {
  const written = state?.sections[section];
  if (!written) return null;
  const { text, rev, byId, at } = written;
  return { text, rev, by: nameIn(desk, byId), byId, at: iso(at) };
}

function handoverJson(desk: Desk, state: Shift) {
  const last = lastHandover(state);
  if (!last) return null;
  const { revision, byId, toId, settledById } = last;
  return {
    ...{ revision, state: last.state, submittedAt: iso(last.submittedAt) },
    ...{ by: nameIn(desk, byId), byId, to: nameIn(desk, toId), toId },
    settledAt: iso(last.settledAt),
    ...{ settledBy: nameIn(desk, settledById), settledById },
  };
}
