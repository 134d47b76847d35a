import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepBreaches, keepSomeBreaches } from '../../../src/app/sla/keep-breaches.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { hour, openTestDesk, type TestDesk } from '../../support/desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

const day = 24 * hour;

function breachesOf(id: string): readonly string[] {
  return (here.ticket(id).breaches ?? []).map(({ target }) => target);
}

describe('a sweep', () => {
  it('keeps what passed in tickets that nobody has touched, once', () => {
    const id = here.registers('Касса не открывается');
    const other = here.registers('Принтер');
    here.replies(other, 'Смотрю');
    here.clock.forward(day + 1);
    expect(keepBreaches(here.desk)).toEqual([
      expect.objectContaining({ ticketId: id, number: 'SM-1', target: 'first-answer' }),
    ]);
    expect(keepBreaches(here.desk)).toEqual([]);
    expect([breachesOf(id), breachesOf(other)]).toEqual([['first-answer'], []]);
  });

  it('goes on with the next deadline of the same ticket', () => {
    const id = here.registers('Касса не открывается');
    here.clock.forward(day + 1);
    keepBreaches(here.desk);
    here.clock.forward(10 * day);
    keepBreaches(here.desk);
    expect(breachesOf(id)).toEqual(['first-answer', 'resolve']);
  });

  it('changes nothing but what it keeps: the history folds to the ticket', () => {
    const id = here.registers('Касса не открывается');
    const before = here.ticket(id);
    here.clock.forward(day + 1);
    keepBreaches(here.desk);
    const { breaches: _, rev, ...rest } = here.ticket(id);
    expect({ ...rest, rev: rev - 1 }).toEqual(before);
    expect(replayTicket(here.desk.tickets.events(id))).toEqual(here.ticket(id));
  });

  it('looks through as many tickets as it is asked to', () => {
    for (const subject of ['Касса', 'Принтер', 'Почта']) here.registers(subject);
    here.clock.forward(day + 1);
    expect(keepBreaches(here.desk, 2)).toHaveLength(2);
    keepSomeBreaches(here.desk);
    expect(keepBreaches(here.desk)).toEqual([]);
  });

  it('keeps nothing for somebody who only reads', () => {
    here.registers('Касса');
    here.clock.forward(day + 1);
    const me = { ...here.desk.me, role: 'read-only' } as const;
    const { config } = here.desk;
    const reader = { ...here.desk, config, me };
    keepSomeBreaches(reader);
    expect(keepBreaches(here.desk)).toHaveLength(1);
  });
});

describe('taking back', () => {
  it('what came with a late command goes with it, byte for byte', () => {
    const id = here.registers('Касса');
    here.does(id, { type: 'take' });
    here.clock.forward(day + 1);
    const before = JSON.stringify(here.ticket(id));
    here.does(id, { type: 'note', text: 'вижу' });
    expect(breachesOf(id)).toEqual(['first-answer']);
    undoLast(here.desk);
    expect(JSON.stringify(here.ticket(id))).toBe(before);
    expect(keepBreaches(here.desk)).toHaveLength(1);
  });

  it('does not mind that a sweep came in between, and keeps what it found', () => {
    const id = here.registers('Касса');
    here.does(id, { type: 'note', text: 'вижу' });
    here.clock.forward(day + 1);
    keepBreaches(here.desk);
    expect(undoLast(here.desk)).toMatchObject({ ok: true, value: { type: 'note' } });
    expect(breachesOf(id)).toEqual(['first-answer']);
  });

  it('takes back a registration whose deadline passed before', () => {
    const id = here.registers('Касса');
    here.clock.forward(day + 1);
    keepBreaches(here.desk);
    expect(undoLast(here.desk)).toMatchObject({ ok: true, value: { type: 'register' } });
    expect(here.desk.tickets.byId(id)).toBeNull();
    expect(here.desk.tickets.events(id)).toEqual([]);
  });
});
