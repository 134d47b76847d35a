import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillDemo } from '../../src/app/demo/fill-demo.ts';
import { selectTickets } from '../../src/app/ticket/select-tickets.ts';
import type { SavedQueue } from '../../src/domain/desk-config.ts';
import { HandoverReader } from '../../src/store/handover/handover-reader.ts';
import { releaseHeld } from '../../src/store/outbox/outbox-transactor.ts';
import { PromiseReader } from '../../src/store/promise/promise-reader.ts';
import { orderColumns, orderSql } from '../../src/store/queue/order-sql.ts';
import { selectionSql } from '../../src/store/queue/selection-sql.ts';
import type { Sql } from '../../src/store/sql.ts';
import { DeadlineStore } from '../../src/store/ticket/deadline-store.ts';
import { FamilyReader } from '../../src/store/ticket/family-reader.ts';
import { LoadReader } from '../../src/store/ticket/load-reader.ts';
import { newestWithToken, solvedAmong } from '../../src/store/ticket/solved-ticket-reader.ts';
import { WorkReader } from '../../src/store/work/work-reader.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { shippedDesk } from '../support/domain.ts';

let anya: TestDesk;
beforeAll(async () => {
  anya = await openTestDesk();
  await fillDemo(anya.desk, { tickets: 300 });
});
afterAll(() => anya.close());

function plan(text: string, params: readonly (string | number)[]): string {
  const rows = anya.desk.store.sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, ...params);
  return rows.map((row) => row.detail).join('\n');
}

function inner(queue: SavedQueue | null, filter = '') {
  const { selection } = selectTickets(anya.desk, queue, filter);
  const where = selectionSql(selection);
  return {
    where: where.text,
    params: where.values,
    order: orderSql(orderColumns(selection), filter !== '').text,
  };
}

const queues = shippedDesk().queues;

describe.each(queues.map((queue) => [queue.code, queue] as const))('the queue %s', (_, queue) => {
  it('gives its first page from an index, already in order', () => {
    const { where, params, order } = inner(queue);
    const found = plan(
      `SELECT t.seq FROM ticket_list t WHERE ${where} ORDER BY ${order} LIMIT 50`,
      params,
    );
    expect(found).toMatch(/USING (COVERING )?INDEX list_/);
    expect(found).not.toMatch(/SCAN t$/m);
    if (queue.filter.dueWithinMs === undefined) expect(found).not.toContain('TEMP B-TREE');
  });

  it('is counted without reading the tickets', () => {
    const { where, params } = inner(queue);
    const isByFacets = queue.filter.dueWithinMs === undefined && !queue.filter.promised;
    if (isByFacets) return;
    const found = plan(`SELECT count(*) FROM ticket_list t WHERE ${where}`, params);
    expect(found).toMatch(/USING (COVERING )?INDEX list_/);
  });
});

describe('what is read all the time', () => {
  it.each([
    ['a timeline', 'SELECT * FROM entry WHERE ticket_seq = ? ORDER BY at, seq', [1]],
    ['a history', 'SELECT * FROM event WHERE entity_id = ? ORDER BY seq', ['x']],
    ['a ticket by its number', 'SELECT id FROM ticket WHERE number = ?', ['SM-1']],
    ['all tickets', 'SELECT seq FROM ticket_list t ORDER BY t.updated_at DESC, t.seq LIMIT 50', []],
    [
      'other tickets of a customer',
      'SELECT id FROM ticket WHERE customer_id = ? ORDER BY updated_at DESC',
      ['x'],
    ],
    [
      'letters that are due',
      `SELECT * FROM delivery WHERE state IN ('queued', 'sending') AND next_try_at <= ? ORDER BY next_try_at`,
      [1],
    ],
    [
      'the last own operation',
      `SELECT seq FROM outbox WHERE by_id = ? ORDER BY seq DESC LIMIT 1`,
      ['x'],
    ],
    [
      'what waits for a server',
      `SELECT count(*) FROM outbox WHERE state <> 'landed' AND state IN ('pending', 'held')`,
      [],
    ],
    [
      'what is on its way to a server',
      `SELECT op_id FROM outbox WHERE cseq IS NOT NULL AND acked_seq IS NULL ORDER BY cseq`,
      [],
    ],
  ])('%s comes from an index', (_, text, params) => {
    const found = plan(text, params);
    expect(found).not.toMatch(/SCAN (?!.*USING)/);
    expect(found).not.toContain('TEMP B-TREE');
  });

  it('solved tickets like one are read by their numbers, the newest first without sorting', () => {
    const newest = plan(newestWithToken, ['"принтер"', 1_500]);
    expect(newest).toContain('VIRTUAL TABLE INDEX');
    expect(newest).not.toContain('TEMP B-TREE');
    const solved = plan(solvedAmong, ['[1,2]']);
    expect(solved).toContain('SEARCH t USING INTEGER PRIMARY KEY');
    expect(solved).toMatch(/SEARCH article_mark USING INDEX/);
    expect(solved).not.toMatch(/SCAN (?!wanted)/);
  });

  it('words are looked up before tickets are read', () => {
    const { where, params } = inner(null, 'принтер');
    const found = plan(`SELECT t.seq FROM ticket_list t WHERE ${where}`, params);
    expect(found).toContain('VIRTUAL TABLE INDEX');
    expect(found).not.toMatch(/SCAN t$/m);
  });
});

/** How the store does everything that a piece of work asks of it. */
function plansOf(work: (sql: Sql) => unknown): string {
  const { sql } = anya.desk.store;
  const spies = (['get', 'all', 'numbers', 'run'] as const).map((name) => vi.spyOn(sql, name));
  work(sql);
  const asked = spies.flatMap(({ mock }) => mock.calls.map((call) => call));
  for (const spy of spies) spy.mockRestore();
  expect(asked).not.toEqual([]);
  return asked.map(([text, ...values]) => plan(text, values as string[])).join('\n');
}

describe('what a beat of the screens or a new ticket asks for', () => {
  it.each<[string, (sql: Sql) => unknown]>([
    ['tickets whose time has come', (sql) => new WorkReader(sql).scheduledUntil(1, 9)],
    ['deadlines that passed', (sql) => new DeadlineStore(sql).unkept(1, 9)],
    ['operations that may go', (sql) => releaseHeld(sql, 1)],
    ['promises that are due', (sql) => new PromiseReader(sql).dueOf('x', 1, 9)],
    ['the next promise', () => anya.desk.queues.nextPromise('x')],
    ['what waits to be accepted', (sql) => new HandoverReader(sql).waiting()],
    ['what waits for an answer', (sql) => new HandoverReader(sql).asked()],
    ['what came back too often', (sql) => new HandoverReader(sql).returnedMoreThan(2)],
    ['planned works', (sql) => new WorkReader(sql).plannedWorks()],
    ['open mass incidents', (sql) => new FamilyReader(sql).openMassIncidents()],
    ['fresh tickets', (sql) => new FamilyReader(sql).registeredSince(1, 9)],
    ['when somebody was busy last', (sql) => new LoadReader(sql).loadOf('x').busyAt],
    [
      'who had the customer before',
      (sql) => new LoadReader(sql).previousAssignee(null, { contactId: 'x', customerId: 'y' }),
    ],
    ['tickets of the sites of a company', (sql) => new LoadReader(sql).openOfCustomers(['x'])],
  ])('%s: by an index', (_, work) => {
    const small = /SCAN (?:queue_facet|CONSTANT|\w+ VIRTUAL)/;
    const scans = plansOf(work)
      .split('\n')
      .filter((line) => line.includes('SCAN'));
    expect(scans.filter((line) => !line.includes('USING') && !small.test(line))).toEqual([]);
  });
});
