import { expect, it } from 'vitest';
import { nextUpdateDueAt } from '../../src/domain/next-update.ts';
import { isOverdue, keptShare } from '../../src/domain/promise-record.ts';
import { hour, minute } from '../support/desk.ts';
import { heard, reply, shippedDesk, ticketIn } from '../support/domain.ts';

const desk = shippedDesk();

it('after a word of ours the customer hears again within two days', () => {
  const story = ticketIn('open', desk);
  expect(nextUpdateDueAt(story.ticket, desk)).toBeNull();
  story.does(reply('Смотрю'));
  expect(nextUpdateDueAt(story.ticket, desk)).toBe(story.now + 48 * hour);
});

it('in an outage it is half an hour, from the registration on', () => {
  const story = ticketIn('open', desk);
  story.does({ type: 'tag', add: ['outage'], remove: [] });
  expect(nextUpdateDueAt(story.ticket, desk)).toBe(story.ticket.createdAt + 30 * minute);
  story.now += 20 * minute;
  story.does(reply('Бригада выехала'));
  expect(nextUpdateDueAt(story.ticket, desk)).toBe(story.now + 30 * minute);
});

it('the customer’s own words do not move it', () => {
  const story = ticketIn('open', desk);
  story.does(reply('Смотрю'));
  const due = nextUpdateDueAt(story.ticket, desk);
  story.now += hour;
  story.does(heard('Как дела?', story.now));
  expect(nextUpdateDueAt(story.ticket, desk)).toBe(due);
});

it.each(['waiting-customer', 'scheduled', 'resolved', 'closed'] as const)(
  'nobody waits for news of a ticket that is %s',
  (status) => {
    expect(nextUpdateDueAt(ticketIn(status, desk).ticket, desk)).toBeNull();
  },
);

it('the share counts only promises whose time has come', () => {
  expect(keptShare({ made: 5, kept: 3, broken: 1, moved: 1, open: 0 })).toBe(0.75);
  expect(keptShare({ made: 2, kept: 0, broken: 0, moved: 1, open: 1 })).toBeNull();
});

it('a promise is overdue after its moment, not at it', () => {
  expect(isOverdue({ state: 'open', dueAt: 10 }, 10)).toBe(false);
  expect(isOverdue({ state: 'open', dueAt: 10 }, 11)).toBe(true);
  expect(isOverdue({ state: 'broken', dueAt: 10 }, 11)).toBe(false);
});
