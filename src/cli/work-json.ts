import type { Desk } from '../app/desk/desk.ts';
import { worksNow } from '../app/work/current-works.ts';
import type { PlannedWork } from '../domain/desk-people.ts';
import type { Ticket } from '../domain/ticket.ts';
import { arrivalOf, legsOf, missedBy } from '../domain/work/legs.ts';
import {
  type MissingItem,
  type MissingStage,
  missingBefore,
  mustTellReporter,
} from '../domain/work/missing.ts';
import { resultTo, taskStage } from '../domain/work/task-stage.ts';
import { windowOf } from '../domain/work/visit-window.ts';
import { iso } from './iso.ts';

const MINUTE_MS = 60_000;

/** What was written down about the work on a ticket, as scripts see it. */
export function workJson(desk: Desk, ticket: Ticket) {
  const names = namesOf(desk);
  const { afterCheck, watch, card } = ticket;
  return {
    details: ticket.details ?? {},
    impact: ticket.impact ?? null,
    urgency: ticket.urgency ?? null,
    checklist: checklistJson(desk, ticket),
    timeLog: (ticket.timeLog ?? []).map(({ byId, ms, at, note }) => {
      return { at: iso(at), ms, note, by: names(byId), byId };
    }),
    spends: (ticket.spends ?? []).map(({ at, byId, approvedById, ...spend }) => {
      const who = { by: names(byId), byId, approvedBy: names(approvedById), approvedById };
      return { ...spend, at: iso(at), ...who };
    }),
    stage: ticket.stageDone ?? null,
    taskStage: taskStage(ticket, desk.config),
    resultTo: shownValue(desk, ticket, resultTo(ticket)),
    afterCheck: afterCheck
      ? { ...afterCheck, at: iso(afterCheck.at), by: names(afterCheck.byId) }
      : null,
    watch: watch ? { ...watch, until: iso(watch.until), by: names(watch.byId) } : null,
    card: card ? { ref: card.ref, closedAt: iso(card.closedAt ?? null) } : null,
    tellReporter: mustTellReporter(ticket),
    offTopic: ticket.isOffTopic === true,
    works: worksJson(worksNow(desk)(ticket), desk),
    missing: missingJson(desk, ticket),
    warnings: warningsOf(desk, ticket),
  };
}

/** Planned works as scripts see them. */
export function worksJson(works: readonly PlannedWork[], { language }: Desk) {
  return works.map(({ code, title, from, to, notice }) => ({
    code,
    title: title[language],
    from: iso(from),
    to: iso(to),
    notice: notice?.[language] ?? null,
  }));
}

/** The checklist as scripts see it. */
export function checklistJson(desk: Desk, { checklist = [] }: Ticket) {
  const names = namesOf(desk);
  return checklist.map(({ id, text, doneAt, doneById }) => {
    const done = { done: doneAt !== null, doneAt: iso(doneAt), doneBy: names(doneById), doneById };
    return { id, text, ...done };
  });
}

/** What has to be there before the ticket goes on; nothing is asked of one that is over. */
export function missingJson(desk: Desk, ticket: Ticket) {
  const isOver = ticket.status === 'closed' || ticket.status === 'merged';
  const before = (stage: MissingStage) =>
    isOver ? [] : missingBefore(stage, ticket, desk.config).map((item) => itemJson(item, desk));
  return { transfer: before('transfer'), done: before('done'), closed: before('closed') };
}

function itemJson({ type, code, name }: MissingItem, { language }: Desk) {
  return { type, code, name: name?.[language] ?? null };
}

/** A value as people read it: somebody that the ticket knows by id gets their name. */
export function shownValue(desk: Desk, ticket: Ticket, value: string | null): string | null {
  if (value === null) return null;
  if (value === ticket.customerId) return desk.people.customer(value)?.name ?? value;
  if (value === ticket.contactId) return desk.people.contact(value)?.name ?? value;
  return value === ticket.assigneeId ? (desk.people.person(value)?.name ?? value) : value;
}

/** What a person should look at: a visit that comes too late for its window. */
export function warningsOf(desk: Desk, ticket: Ticket) {
  const { legs, window } = ticket.details ?? {};
  const way = legsOf(legs);
  const open = windowOf(window);
  const now = desk.clock.now();
  const lateMs = missedBy(way, open, now);
  if (lateMs === null || open === null) return [];
  const arrivesAt = iso(arrivalOf(way, now));
  const lateMinutes = Math.ceil(lateMs / MINUTE_MS);
  return [{ code: 'legs-miss-window', arrivesAt, windowTo: iso(open.to), lateMinutes }] as const;
}

function namesOf(desk: Desk): (id: string | null) => string | null {
  const names = new Map<string, string | null>();
  return (id) => {
    if (id === null || id === '') return null;
    if (!names.has(id)) names.set(id, desk.people.person(id)?.name ?? null);
    return names.get(id) ?? null;
  };
}
