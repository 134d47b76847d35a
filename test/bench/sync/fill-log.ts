import type { TicketEvent } from '../../../src/domain/event.ts';
import { evolveTicket } from '../../../src/domain/evolve-ticket.ts';
import { MAIN_SPACE } from '../../../src/domain/space.ts';
import type { Entry, Ticket } from '../../../src/domain/ticket.ts';
import { LogWriter } from '../../../src/server/core/log-writer.ts';
import type { EntityRecord, ServerStore } from '../../../src/server/db/server-store.ts';
import { uuidv7 } from '../../../src/util/id.ts';
import { must } from '../../../src/util/must.ts';

/** What a log is filled with. */
export interface Filling {
  readonly tickets: number;
  /** Messages of each ticket; the first one opens it. */
  readonly entries: number;
  /** One of so many tickets is still open. */
  readonly openOneOf: number;
  readonly personId: string;
}

const PER_WRITE = 500;
const said =
  'Проверили настройки на рабочем месте, перезапустили службу и попросили проверить ещё раз; после обеда сообщат, прошло ли проведение документа, и тогда обращение можно будет закрыть.';

/** Writes tickets and their rows as the rules would, without asking them: a row for each message. */
export async function fillLog(store: ServerStore, filling: Filling): Promise<void> {
  for (let from = 0; from < filling.tickets; from += PER_WRITE) {
    const count = Math.min(PER_WRITE, filling.tickets - from);
    await store.write({ clients: [], spaces: [MAIN_SPACE] }, async (read) => {
      const log = new LogWriter(await read.heads([MAIN_SPACE]));
      const entities = Array.from({ length: count }, (_, at) => addTicket(log, from + at, filling));
      const aliases = entities.map(({ id }, at) => ({
        alias: `SM-${from + at + 1}`,
        ticketId: id,
      }));
      const { rows, touches } = log;
      const plain = { results: [], clients: [], audit: [] };
      return { set: { rows, touches, entities, aliases, ...plain }, value: null };
    });
  }
  await store.skipNumbers(filling.tickets);
}

function addTicket(log: LogWriter, n: number, filling: Filling): EntityRecord {
  const id = uuidv7();
  let state: Ticket | null = null;
  for (let k = 0; k < filling.entries; k += 1) {
    const events = eventsOf(id, n, k, filling);
    for (const event of events) state = evolveTicket(state, event);
    const [{ opId, at }] = [must(events[0], 'event')];
    const origin = { opId, entityType: 'ticket', entityId: id, byId: filling.personId } as const;
    const about = { ...origin, type: k === 0 ? 'register' : 'note', device: 'desk-1' };
    const body = { kind: 'ticket', events } as const;
    const row = { space: MAIN_SPACE, body, tickets: [id] };
    log.add(row, { ...about, occurredAt: at, receivedAt: at });
  }
  const { rev } = must(state, 'ticket');
  return { type: 'ticket', id, space: MAIN_SPACE, rev, state: JSON.stringify(state) };
}

function eventsOf(
  ticketId: string,
  n: number,
  k: number,
  { entries, openOneOf, personId }: Filling,
): readonly TicketEvent[] {
  const opId = uuidv7();
  const at = Date.UTC(2026, 0, 1) + n * 60_000 + k * 1_000;
  const event = { opId, ticketId, at, byId: personId, device: 'desk-1' };
  const entry: Entry = {
    ...{ id: `${opId}:0`, at, kind: 'note', visibility: 'internal', attachments: [] },
    ...{ author: { type: 'person', id: personId }, durationMs: null, messageId: null },
    text: `Обращение ${n}, запись ${k}. ${said}`,
  };
  const opened = { ...event, id: `${opId}:0`, fact: openingFact(n, at) };
  const added: TicketEvent = { ...event, id: `${opId}:1`, fact: { type: 'entry-added', entry } };
  const isEnd = k === entries - 1 && n % openOneOf !== 0;
  const change = { from: 'new', to: 'resolved', reason: '', until: null } as const;
  const ended: TicketEvent = {
    ...{ ...event, id: `${opId}:2` },
    fact: { type: 'status-changed', ...change },
  };
  return [...(k === 0 ? [opened] : []), added, ...(isEnd ? [ended] : [])];
}

function openingFact(n: number, createdAt: number): TicketEvent['fact'] {
  const about = { kind: 'incident', status: 'new', priority: 'P3', line: '2' } as const;
  const people = { assigneeId: null, customerId: null, contactId: null } as const;
  return {
    type: 'registered',
    ticket: {
      ...{ number: `SM-${n + 1}`, subject: `Не проводится документ ${n} в бухгалтерии`, ...about },
      ...{ ...people, channel: 'call', audience: 'internal', tags: ['1с'], createdAt },
      ...{ externalId: null, importId: null, isAutomatic: false, isDemo: false, space: MAIN_SPACE },
    },
  };
}
