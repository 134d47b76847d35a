import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { day, hour } from '../../support/desk.ts';
import { registered, reply, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const desk = deskWith([
  { code: 'all', firstAnswer: { default: hour }, resolve: { default: day, P1: 2 * hour } },
]);

function opened(more: object = {}): TicketInMemory {
  const story = new TicketInMemory(desk);
  story.does({ ...registered, ...more } as TicketCommand);
  return story;
}

const keep = { type: 'keep-breaches' } as const;

describe('a deadline that passed', () => {
  it('is kept with whatever happens next, before it', () => {
    const story = opened();
    const dueAt = story.now + hour;
    story.now += 3 * hour;
    story.does(reply('Простите за ожидание'));
    expect(story.ticket.breaches).toEqual([{ target: 'first-answer', policy: 'all', dueAt }]);
    const [late, entry] = story.events.filter(({ opId }) => opId === 'op2');
    expect(late).toMatchObject({ fact: { type: 'deadline-missed' }, byId: null, at: story.now });
    expect(entry).toMatchObject({ id: 'op2:0', fact: { type: 'entry-added' } });
  });

  it('is not late at its moment', () => {
    const story = opened();
    story.now += hour;
    story.does(reply('Смотрю'));
    expect(story.ticket.breaches).toBeUndefined();
  });

  it('is kept once, by a sweep too', () => {
    const story = opened();
    story.now += 2 * hour;
    story.does(keep);
    story.does(keep);
    story.does({ type: 'note', text: 'вижу' });
    expect(story.ticket.breaches).toHaveLength(1);
  });

  it('is not counted again by a stricter priority, but a later deadline is', () => {
    const story = opened({ priority: 'P1' });
    story.now += 3 * hour;
    story.does({ type: 'set-fields', fields: { priority: 'P3', reason: 'обошли' } });
    expect(story.ticket.breaches).toHaveLength(2);
    story.now += day;
    story.does({ type: 'set-fields', fields: { priority: 'P1', reason: 'опять' } });
    expect(story.ticket.breaches?.map(({ target }) => target)).toEqual([
      'first-answer',
      'resolve',
      'resolve',
    ]);
    story.does(keep);
    expect(story.ticket.breaches).toHaveLength(3);
  });

  it('is kept while another policy already holds', () => {
    const story = opened();
    story.now += 2 * hour;
    story.does(keep);
    const kept = story.ticket.breaches;
    const lenient = new TicketInMemory(
      deskWith([{ code: 'lenient', firstAnswer: { default: day } }]),
    );
    lenient.does(registered);
    expect(lenient.ticket.breaches).toBeUndefined();
    story.does(reply('Смотрю'));
    expect(story.ticket.breaches).toEqual(kept);
  });

  it('does not pass while the customer is waited for', () => {
    const story = opened();
    story.does({ type: 'set-status', status: 'waiting-customer', reason: '' });
    story.now += 10 * day;
    story.does({ type: 'note', text: 'ждём' });
    expect(story.ticket.breaches).toBeUndefined();
  });
});

it('what was missed elsewhere before a ticket came here is not ours', () => {
  const story = new TicketInMemory(desk);
  const { first: _, type: __, ...opening } = registered;
  const createdAt = story.now - 2 * hour;
  const state = {
    status: 'open',
    assigneeId: null,
    entries: [],
    createdAt,
    updatedAt: createdAt,
  } as const;
  story.does({ type: 'import', ...opening, ...state });
  story.now += hour;
  story.does(keep);
  expect(story.ticket.breaches).toBeUndefined();
  story.now += 2 * day;
  story.does(keep);
  expect(story.ticket.breaches?.map(({ target }) => target)).toEqual(['resolve']);
});
