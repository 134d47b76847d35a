import { expect, it } from 'vitest';
import { hour } from '../support/desk.ts';
import { shippedDesk, ticketIn } from '../support/domain.ts';

it('a new time for one that has passed leaves it broken, not moved', () => {
  const story = ticketIn('open', shippedDesk());
  const promise = (id: string) =>
    ({
      type: 'promise',
      promise: { id, kind: 'deadline', dueAt: story.now + hour, text: '' },
    }) as const;
  story.does(promise('first'));
  story.now += 2 * hour;
  story.does(promise('second'));
  expect(story.ticket.promises.map(({ id, state }) => [id, state])).toEqual([
    ['first', 'broken'],
    ['second', 'open'],
  ]);
});

it('one that is late cannot be moved any more: it is broken', () => {
  const story = ticketIn('open', shippedDesk());
  const settle = { type: 'settle-promise', state: 'moved' } as const;
  for (const [id, wait] of [
    ['in-time', 0],
    ['late', 2 * hour],
  ] as const) {
    const promise = { id, kind: 'deadline', dueAt: story.now + hour, text: '' } as const;
    story.does({ type: 'promise', promise });
    story.now += wait;
    story.does({ ...settle, promiseId: id });
  }
  expect(story.ticket.promises.map(({ id, state }) => [id, state])).toEqual([
    ['in-time', 'moved'],
    ['late', 'broken'],
  ]);
});
