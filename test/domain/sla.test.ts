import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/command.ts';
import { nextActionAt, nextDueAt, runningDeadlines } from '../../src/domain/sla.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import type { Priority } from '../../src/domain/vocabulary.ts';
import { day, hour, minute } from '../support/desk.ts';
import {
  heard,
  registered,
  reply,
  shippedDesk,
  TicketInMemory,
  ticketIn,
} from '../support/domain.ts';

const desk = shippedDesk();

function opened(more: object = {}): TicketInMemory {
  const story = new TicketInMemory(desk);
  story.does({ ...registered, ...more } as TicketCommand);
  return story;
}

function actionAt(ticket: Ticket): number | null {
  return nextActionAt(ticket, nextDueAt(ticket, desk));
}

describe('deadlines', () => {
  it.each<[Priority, number]>([
    ['P1', 4 * hour],
    ['P2', 8 * hour],
    ['P3', 3 * day],
    ['P4', 5 * day],
  ])('of %s: resolve in time, first answer within a day', (priority, resolveMs) => {
    const { ticket } = opened({ priority });
    expect(runningDeadlines(ticket, desk)).toEqual(
      [
        { target: 'resolve', dueAt: ticket.createdAt + resolveMs },
        { target: 'first-answer', dueAt: ticket.createdAt + day },
      ].toSorted((a, b) => a.dueAt - b.dueAt),
    );
  });

  it.each([
    ['chat', 2 * minute],
    ['event', 5 * minute],
    ['mail', day],
  ])('of a first answer in %s', (channel, ms) => {
    const { ticket } = opened({ channel, priority: 'P4' });
    expect(nextDueAt(ticket, desk)).toBe(ticket.createdAt + ms);
  });

  it('count no first answer among ourselves', () => {
    const { ticket } = opened({ audience: 'internal', channel: 'chat' });
    expect(runningDeadlines(ticket, desk).map((d) => d.target)).toEqual(['resolve']);
  });

  it('stand still while the customer is waited for', () => {
    const story = opened();
    story.does(reply('Какой кабинет?', 'waiting-customer'));
    expect(nextDueAt(story.ticket, desk)).toBeNull();
    story.now += 10 * day;
    story.does(heard('Двадцатый', story.now));
    expect(nextDueAt(story.ticket, desk)).toBe(story.ticket.createdAt + 13 * day);
  });

  it('resume after a return without the resolved time', () => {
    const story = opened();
    story.does(reply('Готово'));
    story.now += hour;
    story.does({ type: 'resolve', solution: '' });
    expect(nextDueAt(story.ticket, desk)).toBeNull();
    story.now += 2 * day;
    story.does({ type: 'return', reason: '' });
    expect(nextDueAt(story.ticket, desk)).toBe(story.ticket.createdAt + 5 * day);
  });

  it('want a word every two days while a vendor works', () => {
    const story = opened({ priority: 'P4' });
    story.does(reply('Передали поставщику', 'waiting-third-party'));
    expect(nextDueAt(story.ticket, desk)).toBe(story.now + 2 * day);
  });

  it('are none for mail that came by itself', () => {
    const first = { ...registered.first, isAutomatic: true };
    expect(nextDueAt(opened({ first }).ticket, desk)).toBeNull();
  });

  it('give way to a nearer promise or wake-up in the order of work', () => {
    const story = opened();
    const dueAt = story.now + hour;
    story.does({ type: 'promise', promise: { id: 'p', kind: 'call-back', dueAt, text: '' } });
    expect(actionAt(story.ticket)).toBe(dueAt);
    story.does({ type: 'schedule', until: story.now + minute, reason: '' });
    expect(actionAt(story.ticket)).toBe(story.now + minute);
    expect(actionAt(ticketIn('closed', desk).ticket)).toBeNull();
  });
});

describe('whatever happens', () => {
  it('equal inputs give equal deadlines in any order', () => {
    const anyOrder = fc.shuffledSubarray(
      [
        { type: 'note', text: 'вижу' },
        { type: 'tag', add: ['vpn'], remove: [] },
        { type: 'set-fields', fields: { priority: 'P2', reason: 'всё стоит' } },
        { type: 'set-fields', fields: { subject: 'Касса не печатает' } },
        { type: 'assign', personId: 'oleg' },
        { type: 'link', link: { ticketId: 'other', relation: 'related' } },
        { type: 'promise', promise: { id: 'a', kind: 'deadline', dueAt: 9e15, text: '' } },
        { type: 'promise', promise: { id: 'b', kind: 'call-back', dueAt: 8e15, text: '' } },
      ] satisfies TicketCommand[],
      { minLength: 8 },
    );
    const wanted = ticketIn('open', desk);
    wanted.does({ type: 'set-fields', fields: { priority: 'P2', reason: 'всё стоит' } });
    fc.assert(
      fc.property(anyOrder, (commands) => {
        const story = ticketIn('open', desk);
        for (const command of commands) story.does(command);
        expect(runningDeadlines(story.ticket, desk)).toEqual(runningDeadlines(wanted.ticket, desk));
        const promises = story.ticket.promises.toReversed();
        expect(actionAt({ ...story.ticket, promises })).toBe(actionAt(story.ticket));
      }),
      { numRuns: 60 },
    );
  });
});
