import type { Desk } from '../../app/desk/desk.ts';
import { recordNames } from '../../app/ticket/record-names.ts';
import { type ShownEntry, showTicket, type TicketView } from '../../app/ticket/show-ticket.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget, type Target } from '../ticket-command.ts';
import { ticketStateJson } from '../ticket-json.ts';

/** `smena show REF`: the ticket with its timeline. */
export async function printTicket(session: Session, input: CommandInput): Promise<void> {
  const { desk, ticket } = await findTarget(session, input.required(0));
  const view = must(showTicket(desk, ticket.id), 'ticket that was found');
  if (!session.output.isJson) {
    const { printCard } = await import('../ticket-card.ts');
    const { workLines } = await import('../work-card.ts');
    const { handoverLines } = await import('../handover-card.ts');
    const more = [...(await handoverLines(desk, ticket)), ...(await workLines(desk, ticket))];
    printCard(session.output, view, { desk, texts: await session.texts(), more });
    return input.has('events') ? printHistory(session, { desk, ticket }) : undefined;
  }
  const events = input.has('events') ? { events: eventsJson(desk, ticket.id) } : {};
  session.output.json({ ...viewJson(desk, view), ...events });
}

async function printHistory({ output, language }: Session, { desk, ticket }: Target) {
  const { historyRows } = await import('../../i18n/history-words.ts');
  const { historyTexts } = await import('../../i18n/history-texts.ts');
  output.line('');
  output.row(historyTexts(language).title(ticket.number));
  const scene = { ticket, names: recordNames(desk), now: desk.clock.now() };
  const told = { ...scene, config: desk.config, language };
  for (const { when, by, text } of historyRows(desk.tickets.events(ticket.id), told)) {
    output.row(`${when} ${by} · ${text}`);
  }
}

function viewJson(desk: Desk, view: TicketView) {
  const { ticket } = view;
  const names = new Map(desk.people.persons().map((person) => [person.id, person.name]));
  return {
    ...ticketStateJson(desk, ticket),
    contactEmail: view.contact?.email ?? null,
    audience: ticket.audience,
    firstAnsweredAt: iso(ticket.firstAnsweredAt),
    lastPublicAt: iso(ticket.lastPublicAt),
    lastCustomerAt: iso(ticket.lastCustomerAt),
    resolvedAt: iso(ticket.resolvedAt),
    hands: ticket.hands,
    timeSpentMs: ticket.timeSpentMs ?? 0,
    externalId: ticket.externalId,
    automatic: ticket.isAutomatic,
    nextUpdateDueAt: iso(view.nextUpdateDueAt),
    deadlines: view.deadlines.map((d) => ({ target: d.target, dueAt: iso(d.dueAt) })),
    breaches: (ticket.breaches ?? []).map((b) => ({ ...b, dueAt: iso(b.dueAt) })),
    promises: ticket.promises.map(({ byId, ...promise }) => ({
      ...promise,
      madeAt: iso(promise.madeAt),
      dueAt: iso(promise.dueAt),
      settledAt: iso(promise.settledAt),
      by: names.get(byId) ?? null,
      byId,
    })),
    links: ticket.links.map(({ ticketId, relation }) => {
      return { id: ticketId, number: desk.tickets.byId(ticketId)?.number ?? null, relation };
    }),
    entries: view.entries.map(entryJson),
  };
}

function entryJson(entry: ShownEntry) {
  const { author } = entry;
  return {
    id: entry.id,
    mergedFrom: entry.fromNumber,
    at: iso(entry.at),
    kind: entry.kind,
    visibility: entry.visibility,
    author: entry.authorName === '' ? null : entry.authorName,
    authorType: author.type,
    authorId: author.type === 'system' ? null : author.id,
    text: entry.text,
    durationMs: entry.durationMs,
    messageId: entry.messageId,
    delivery: entry.delivery && {
      state: entry.delivery.state,
      reason: entry.delivery.reason,
      heldUntil: iso(entry.delivery.heldUntil),
    },
    attachments: entry.attachments,
  };
}

function eventsJson(desk: Desk, ticketId: string) {
  return desk.tickets.events(ticketId).map(({ id, at, byId, device, fact }) => ({
    id,
    at: iso(at),
    by: desk.people.person(byId)?.name ?? null,
    byId,
    device,
    fact,
  }));
}
