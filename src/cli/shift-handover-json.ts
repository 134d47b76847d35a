import type { Desk } from '../app/desk/desk.ts';
import { handoverMetrics } from '../app/shift-handover/handover-metrics.ts';
import type { HandoverView } from '../app/shift-handover/handover-view.ts';
import { isStale } from '../domain/report/is-stale.ts';
import type { Blocker } from '../domain/shift/blocking.ts';
import { expiresAt } from '../domain/shift/decide-handover.ts';
import { isAccepted, isToBeAccepted } from '../domain/shift/last-handover.ts';
import type { HandoverItem } from '../domain/shift/shift-handover.ts';
import { shiftRef } from '../domain/shift/shift-id.ts';
import { describeBlocker } from '../i18n/messages.ts';
import { iso } from './iso.ts';

const MINUTE_MS = 60_000;

/**
 * A hand-over as scripts see it, and as `submit --file` and `accept --file` take it back: what is to
 * be filled in is there and empty.
 */
export function shiftHandoverJson(desk: Desk, view: HandoverView) {
  const { shift, revision, handover, report, items } = view;
  const nameOf = personNames(desk);
  const leadId = shift.state?.leadId ?? null;
  const toId = handover?.toId ?? null;
  const shown = { desk, view, nameOf };
  const sections = { how: report.how, attention: report.attention, watchText: report.watch };
  const part = (wanted: HandoverItem['part']) => items.filter((item) => item.part === wanted);
  return {
    shift: shiftRef(shift.id),
    shiftId: shift.id,
    name: shift.plan.name[desk.language],
    startsAt: iso(shift.plan.startsAt),
    endsAt: iso(shift.plan.endsAt),
    revision,
    state: handover?.state ?? ('draft' as const),
    ...{ lead: nameOf(leadId), leadId, to: nameOf(toId), toId },
    ...{ asOf: iso(report.asOf), lastSyncAt: iso(report.lastSyncAt) },
    ...{ waitingToSync: report.waitingToSync, stale: isStale(report) },
    ...settlingJson(view, nameOf),
    ...sections,
    was: sections,
    red: part('red').map((item) => redJson(shown, item)),
    promises: part('promise').map((item) => promiseJson(shown, item)),
    watch: part('watch').map((item) => watchJson(shown, item)),
    rest: part('rest').map((item) => restJson(shown, item)),
    restCount: report.cut['rest'] ?? part('rest').length,
    restAccepted: handover !== null && isAccepted(handover),
    override: handover?.override ?? '',
    reason: view.returnedReason,
    remarks: [],
    said: (handover?.remarks ?? []).map(({ kind, text, byId, at }) => {
      return { kind, text, by: nameOf(byId), byId, at: iso(at) };
    }),
    blocking: view.blockers.map((blocker) => blockerJson(desk, blocker)),
    nextLeads: view.nextLeads.map(({ id, name }) => ({ person: name, personId: id })),
  };
}

function blockerJson(desk: Desk, { code, key, ticketId }: Blocker) {
  const ticket = desk.tickets.byId(ticketId)?.number ?? null;
  const message = describeBlocker({ code, ticket: ticket ?? '' }, desk.language);
  return { code, key, ticket, ticketId, message };
}

/** A hand-over in the shape of its JSON. */
export type ShiftHandoverJson = ReturnType<typeof shiftHandoverJson>;

interface Shown {
  readonly desk: Desk;
  readonly view: HandoverView;
  readonly nameOf: NameOf;
}

type NameOf = (id: string | null) => string | null;

/** Names of people; an id that nobody has stands for itself. */
export function personNames({ people }: Desk): NameOf {
  const names = new Map<string, string>();
  return (id) => {
    if (id === null) return null;
    const name = names.get(id) ?? people.person(id)?.name ?? id;
    names.set(id, name);
    return name;
  };
}

function settlingJson({ shift, handover }: HandoverView, nameOf: NameOf) {
  if (!handover) {
    const nobody = { by: null, byId: null, settledBy: null, settledById: null };
    return { ...nobody, submittedAt: null, expiresAt: null, settledAt: null, metrics: null };
  }
  const { byId, settledById, submittedAt, settledAt } = handover;
  const { isOnTime, acceptedAfterMs, surprises } = handoverMetrics(handover, shift.plan);
  return {
    ...{ by: nameOf(byId), byId, submittedAt: iso(submittedAt) },
    expiresAt: isToBeAccepted(handover) ? iso(expiresAt(handover, shift.plan)) : null,
    ...{ settledBy: nameOf(settledById), settledById, settledAt: iso(settledAt) },
    metrics: {
      submittedOnTime: isOnTime,
      minutesToAccept: acceptedAfterMs === null ? null : Math.round(acceptedAfterMs / MINUTE_MS),
      surprises,
    },
  };
}

/** What every item has: who has it, who is to have it, and room for the answer. */
function itemJson({ desk, view: { handover }, nameOf }: Shown, item: HandoverItem) {
  const said = handover?.accepted.find(({ key }) => key === item.key) ?? null;
  const isOver = handover !== null && isAccepted(handover);
  const ticket = item.ticketId === null ? null : desk.tickets.byId(item.ticketId);
  // Whoever reads it now sees who has it now: that is what an acceptance is held against.
  const isTicket = ticket !== null && item.part !== 'watch' && !isOver;
  const ownerId = isTicket ? ticket.assigneeId : item.fromId;
  const isKept = handover?.kept?.includes(item.key) ?? false;
  const newOwnerId = isKept ? null : said ? said.ownerId : item.toId;
  return {
    key: item.key,
    ticket: ticket?.number ?? null,
    ticketId: item.ticketId,
    ...{ owner: nameOf(ownerId), ownerId, newOwner: nameOf(newOwnerId), newOwnerId },
    accepted: said !== null || (isOver && item.part === 'rest'),
    readBack: said?.readBack ?? '',
    was: { newOwnerId },
  };
}

function redJson(shown: Shown, item: HandoverItem) {
  const { desk, view } = shown;
  const row = view.report.red.find(({ ticketId }) => ticketId === item.ticketId);
  const said = view.handover?.accepted.find(({ key }) => key === item.key);
  const ticket = item.ticketId === null ? null : desk.tickets.byId(item.ticketId);
  const common = itemJson(shown, item);
  const words = {
    nextAction: said?.nextAction ?? item.nextAction,
    ifThen: item.ifThen,
    contact: row?.contact ?? '',
  };
  return {
    ...common,
    subject: row?.subject ?? ticket?.subject ?? null,
    priority: row?.priority ?? ticket?.priority ?? null,
    status: row?.status ?? ticket?.status ?? null,
    why: row?.why ?? [],
    dueAt: iso(row?.dueAt ?? null),
    ...words,
    needsReadBack: item.needsReadBack,
    was: { ...common.was, ...words },
  };
}

function promiseJson(shown: Shown, item: HandoverItem) {
  const { desk, view } = shown;
  const promiseId = item.key.replace(/^promise:/, '');
  const row = view.report.promises.find((one) => one.promiseId === promiseId);
  const ticket = item.ticketId === null ? null : desk.tickets.byId(item.ticketId);
  const promise = ticket?.promises.find(({ id }) => id === promiseId);
  return {
    ...itemJson(shown, item),
    promiseId,
    subject: row?.subject ?? ticket?.subject ?? null,
    text: item.nextAction,
    dueAt: iso(row?.dueAt ?? promise?.dueAt ?? null),
  };
}

function watchJson(shown: Shown, item: HandoverItem) {
  const { view } = shown;
  const itemId = item.key.replace(/^watch:/, '');
  const logged = view.shift.state?.items.find(({ id }) => id === itemId);
  return {
    ...itemJson(shown, item),
    itemId,
    text: item.nextAction,
    until: iso(logged?.until ?? null),
    stopWhen: logged?.stopWhen ?? '',
    ifMoves: item.ifThen,
  };
}

function restJson(shown: Shown, item: HandoverItem) {
  const { desk, view } = shown;
  const row = view.report.rest.find(({ ticketId }) => ticketId === item.ticketId);
  const ticket = item.ticketId === null ? null : desk.tickets.byId(item.ticketId);
  return {
    ...itemJson(shown, item),
    subject: ticket?.subject ?? null,
    priority: ticket?.priority ?? null,
    status: ticket?.status ?? null,
    promisedAt: iso(row?.promisedAt ?? null),
  };
}
