import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { TicketEvent, TicketFact } from '../../../src/domain/event.ts';
import { evolveTicket, replayTicket } from '../../../src/domain/evolve-ticket.ts';
import type { Entry, Ticket } from '../../../src/domain/ticket.ts';
import type { EntityRecord, ServerStore } from '../../../src/server/db/server-store.ts';
import { must } from '../../../src/util/must.ts';
import { writeDeeds } from './desk-work.ts';

/** A data folder for one test, gone after it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'smena-server-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const AT = Date.UTC(2026, 10, 21, 9);

/** What a customer wrote, as an entry. */
export function entryOf(id: string, text: string): Entry {
  return {
    ...{ id, at: AT, kind: 'message', visibility: 'public', text },
    author: { type: 'contact', id: null, name: 'Мария' },
    ...{ durationMs: null, messageId: null, attachments: [] },
  };
}

/** The facts of a new ticket with its first message. */
export function opened(number: string, text: string): readonly TicketFact[] {
  return [
    {
      type: 'registered',
      ticket: {
        ...{ number, subject: 'Нет почты', kind: 'incident', status: 'new', priority: 'P3' },
        ...{ line: '2', assigneeId: null, customerId: null, contactId: null, channel: 'call' },
        ...{ audience: 'internal', tags: [], createdAt: AT, externalId: null, importId: null },
        ...{ isAutomatic: false, isDemo: false, space: 'main' },
      },
    },
    { type: 'entry-added', entry: entryOf(`${number}-first`, text) },
  ];
}

/** Events of facts, with dense ids. */
export function eventsOf(
  opId: string,
  ticketId: string,
  facts: readonly TicketFact[],
): readonly TicketEvent[] {
  return facts.map((fact, index) => {
    const id = `${opId}-${index}`;
    return { id, opId, ticketId, at: AT, byId: 'anna', device: 'd1', fact };
  });
}

/** Writes one operation on a ticket as a server would: its row, and its state folded on. */
export async function work(
  store: ServerStore,
  ticketId: string,
  facts: readonly TicketFact[],
  space = 'main',
): Promise<string> {
  const opId = `${ticketId}-${await rowsOf(store, ticketId)}`;
  const [before] = await store.entities([{ type: 'ticket', id: ticketId }]);
  const known = before?.state ? (JSON.parse(before.state) as Ticket) : null;
  const events = eventsOf(opId, ticketId, facts);
  const state = events.reduce<Ticket | null>(evolveTicket, known);
  const deed = { space, opId, entityId: ticketId, body: { kind: 'ticket' as const, events } };
  await writeDeeds(store, [deed], { entities: [recordOf(must(state, 'a ticket'), space)] });
  return opId;
}

/** Moves a ticket to another space: it leaves, and arrives with all that happened to it. */
export async function move(
  store: ServerStore,
  ticketId: string,
  from: string,
  to: string,
): Promise<void> {
  const rows = (await store.history(ticketId, 1000)).filter(({ space }) => space === from);
  const events = rows.flatMap(({ body }) => JSON.parse(body).events ?? []) as TicketEvent[];
  const count = rows.length;
  const arrived = { kind: 'arrived' as const, events, aliases: [] };
  await writeDeeds(
    store,
    [
      { space: from, opId: `${ticketId}-m${count}`, entityId: ticketId, body: { kind: 'left' } },
      { space: to, opId: `${ticketId}-m${count}/${to}`, entityId: ticketId, body: arrived },
    ],
    { entities: [recordOf(must(replayTicket(events), 'a ticket'), to)] },
  );
}

async function rowsOf(store: ServerStore, ticketId: string): Promise<number> {
  return (await store.history(ticketId, 1000)).length;
}

function recordOf(ticket: Ticket, space: string): EntityRecord {
  const { id, rev } = ticket;
  return { type: 'ticket', id, space, rev, state: JSON.stringify(ticket) };
}
