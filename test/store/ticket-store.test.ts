import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countQueue, countQueues } from '../../src/app/ticket/list-queue.ts';
import { selectTickets } from '../../src/app/ticket/select-tickets.ts';
import { undoLast } from '../../src/app/ticket/undo-last.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import { replayTicket } from '../../src/domain/evolve-ticket.ts';
import { selectionSql } from '../../src/store/queue/selection-sql.ts';
import { hour, openTestDesk, type TestDesk } from '../support/desk.ts';
import { randomWork, work } from '../support/random-work.ts';

let anya: TestDesk;
beforeEach(async () => {
  anya = await openTestDesk();
  anya.person('oleg', { id: 'oleg' });
});
afterEach(() => anya.close());

/** Every ticket is the fold of its events, and every count what counting gives. */
function isWhole({ desk }: TestDesk): void {
  const { sql } = desk.store;
  for (const { id } of sql.all<{ id: string }>('SELECT id FROM ticket')) {
    expect(replayTicket(desk.tickets.events(id))).toEqual(desk.tickets.byId(id));
  }
  for (const { queue } of countQueues(desk)) {
    const where = selectionSql(selectTickets(desk, queue, '').selection);
    const text = `SELECT count(*) AS n FROM ticket_list t WHERE ${where.text}`;
    expect({ queue: queue.code, n: countQueue(desk, queue) }).toEqual({
      queue: queue.code,
      n: sql.get<{ n: number }>(text, ...where.values)?.n,
    });
  }
  const facets = `SELECT status, is_open, line, assignee_id, n FROM queue_facet WHERE n <> 0`;
  const real = `SELECT status, is_open, line, coalesce(assignee_id, '') AS assignee_id, count(*) AS n
    FROM ticket GROUP BY 1, 2, 3, 4`;
  expect(sql.all(`${facets} ORDER BY 1, 2, 3, 4`)).toEqual(sql.all(`${real} ORDER BY 1, 2, 3, 4`));
  const texts = sql.get<{ n: number }>('SELECT count(*) AS n FROM ticket_fts')?.n;
  expect(texts).toBe(sql.get<{ n: number }>('SELECT count(*) AS n FROM ticket')?.n);
}

/** Everything the store holds, to compare before and after. */
function dump({ desk }: TestDesk) {
  const tables = ['ticket', 'ticket_tag', 'entry', 'event', 'outbox', 'delivery'];
  const rows = tables.map((table) => desk.store.sql.all<object>(`SELECT * FROM ${table}`));
  return JSON.stringify(rows);
}

describe('after any work', () => {
  it('states are the fold of their events and counts are right', () => {
    fc.assert(
      fc.property(randomWork(3, 25), (steps) => {
        const tickets = ['Принтер', 'VPN', '1С'].map((subject) => anya.registers(subject));
        for (const step of steps) work(anya, tickets, step);
        isWhole(anya);
      }),
      { numRuns: 25 },
    );
  });

  it('undo gives back exactly what was before', () => {
    fc.assert(
      fc.property(randomWork(2, 15), (steps) => {
        const tickets = ['Принтер', 'VPN'].map((subject) => anya.registers(subject));
        for (const step of steps) {
          const before = dump(anya);
          if (work(anya, tickets, step) === 'undone') expect(dump(anya)).toBe(before);
        }
        isWhole(anya);
      }),
      { numRuns: 25 },
    );
  });
});

describe('undo', () => {
  const typed: readonly (readonly [kind: string, command: TicketCommand])[] = [
    ['note', { type: 'note', text: 'в журнале пусто' }],
    [
      'reply',
      {
        type: 'reply',
        text: 'в журнале пусто',
        messageId: null,
        promise: null,
        status: null,
        attachments: [],
      },
    ],
    ['call', { type: 'log-call', text: 'в журнале пусто', durationMs: null, promise: null }],
    ['solution', { type: 'resolve', solution: 'в журнале пусто' }],
  ];

  it.each(typed)('gives a %s back as a draft', (kind, command) => {
    const ticketId = anya.registers('Принтер');
    anya.does(ticketId, command);
    const undone = undoLast(anya.desk);
    expect(undone).toMatchObject({ ok: true, value: { text: 'в журнале пусто', ticketId } });
    expect(anya.desk.drafts.all()).toMatchObject([{ kind, ticketId, text: 'в журнале пусто' }]);
    expect(anya.desk.tickets.entries(ticketId)).toHaveLength(1);
  });

  it('takes a whole registration back, with its words', () => {
    const ticketId = anya.registers('Принтер', 'жуёт бумагу');
    expect(undoLast(anya.desk).ok).toBe(true);
    expect(anya.desk.tickets.byId(ticketId)).toBeNull();
    expect(anya.desk.drafts.all()).toMatchObject([{ kind: 'new', ticketId: null }]);
    expect(undoLast(anya.desk)).toMatchObject({ ok: false, problem: { code: 'nothing-to-undo' } });
    isWhole(anya);
  });

  it('keeps a newer draft beside the text that came back', () => {
    const ticketId = anya.registers('Принтер');
    anya.does(ticketId, { type: 'note', text: 'первая' });
    const draft = { id: 'd', kind: 'note', ticketId, text: 'вторая', extra: {} } as const;
    anya.desk.drafts.save({ ...draft, createdAt: 0, updatedAt: 0 });
    undoLast(anya.desk);
    expect(anya.desk.drafts.byId('d')?.text).toBe('вторая\n\nпервая');
  });

  it('does not reach under what came later', () => {
    const ticketId = anya.registers('Принтер');
    anya.does(ticketId, { type: 'note', text: 'вижу' });
    anya.hears(ticketId, 'Ну что?');
    expect(undoLast(anya.desk)).toMatchObject({ ok: false, problem: { code: 'undo-not-last' } });
  });

  it('takes back my work, not that of a colleague', () => {
    const ticketId = anya.registers('Принтер');
    const other = anya.registers('VPN');
    anya.does(ticketId, { type: 'note', text: 'моя' });
    anya.does(other, { type: 'note', text: 'чужая' }, 'oleg');
    expect(undoLast(anya.desk)).toMatchObject({ ok: true, value: { ticketId, text: 'моя' } });
  });

  it('takes a letter back with its delivery, while it has not left', () => {
    const ticketId = anya.registers('Принтер');
    anya.replies(ticketId, 'Сейчас', 10_000);
    expect(undoLast(anya.desk).ok).toBe(true);
    expect(anya.desk.store.sql.all('SELECT * FROM delivery')).toEqual([]);
    anya.replies(ticketId, 'Сейчас');
    const entryId = anya.desk.tickets.entries(ticketId).at(-1)?.id ?? '';
    anya.desk.deliveries.sent(entryId, anya.clock.now());
    expect(undoLast(anya.desk)).toMatchObject({ ok: false, problem: { code: 'undo-too-late' } });
  });
});

describe('two processes on one store', () => {
  it('give different numbers and see each other', async () => {
    const oleg = await openTestDesk({
      folder: anya.folder,
      clock: anya.clock,
      ids: '0b',
      seat: { login: 'oleg' },
    });
    const before = anya.desk.meta.dataVersion();
    const ids = [1, 2, 3, 4].map((n) => (n % 2 ? anya : oleg).registers(`Тема ${n}`));
    expect(anya.desk.meta.dataVersion()).not.toBe(before);
    expect(ids.map((id) => oleg.ticket(id).number)).toEqual(['SM-1', 'SM-2', 'SM-3', 'SM-4']);
    const first = ids[0] ?? '';
    anya.does(first, { type: 'take' });
    expect(oleg.isRefused(first, { type: 'take' })).toBe('already-taken');
    expect(oleg.does(first, { type: 'note', text: 'вижу' }).rev).toBe(anya.ticket(first).rev);
    isWhole(oleg);
    oleg.close();
  });
});

describe('erasing', () => {
  it('leaves nothing of a ticket behind', () => {
    anya.registers('Остаётся');
    const before = dump(anya);
    const ticketId = anya.registers('Уходит');
    anya.does(ticketId, { type: 'tag', add: ['vpn'], remove: [] });
    anya.replies(ticketId, 'Сейчас');
    anya.clock.forward(hour);
    anya.desk.tickets.erase(ticketId);
    expect(dump(anya)).toBe(before);
    isWhole(anya);
  });
});
