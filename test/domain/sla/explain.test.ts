import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { explainSla } from '../../../src/domain/sla/explain.ts';
import { runningDeadlines } from '../../../src/domain/sla.ts';
import { day, hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const desk = deskWith([
  { code: 'vip', when: { levels: ['VIP'], priorities: ['P1'] } },
  {
    code: 'rest',
    calendar: 'office',
    firstAnswer: { default: 2 * hour },
    reply: { default: hour },
    resolve: { default: 8 * hour },
  },
]);

function opened(more: object = {}): TicketInMemory {
  const story = new TicketInMemory(desk);
  story.does({ ...registered, ...more } as TicketCommand);
  return story;
}

function explained({ ticket, now }: TicketInMemory, at = now) {
  return explainSla(ticket, desk, null, at);
}

describe('an explanation', () => {
  it('says which policies were tried and what was missing', () => {
    const { policy, trials } = explained(opened({ priority: 'P1' }));
    expect(policy?.code).toBe('rest');
    expect(trials.map(({ policy: { code }, fits }) => [code, fits])).toEqual([
      ['vip', false],
      ['rest', true],
    ]);
    expect(trials[0]?.conditions).toEqual([
      { field: 'priorities', wanted: ['P1'], actual: ['P1'], holds: true },
      { field: 'levels', wanted: ['VIP'], actual: [], holds: false },
    ]);
  });

  it('tells what counted and what paused', () => {
    const story = opened();
    story.now += hour;
    story.does(reply('Какой кабинет?', 'waiting-customer'));
    story.now += 20 * hour;
    story.does(heard('Двадцатый', story.now));
    story.now += 30 * minute;
    // From two in the afternoon: an hour in work; then to eleven the next morning, five hours of them open.
    expect(
      explained(story).stays.map(({ status, minutes, isPause }) => [status, minutes, isPause]),
    ).toEqual([
      ['new', 60, false],
      ['waiting-customer', 300, true],
      ['open', 30, false],
    ]);
  });

  it('tells of every clock what was used and what is left', () => {
    const story = opened();
    story.now += hour;
    story.does(reply('Смотрю'));
    story.now += hour;
    const { clocks, next } = explained(story);
    expect(
      clocks.map(({ clock, fate, usedMinutes, leftMinutes }) => {
        return [clock.target, fate, usedMinutes, leftMinutes];
      }),
    ).toEqual([
      ['first-answer', 'satisfied', 60, 60],
      ['reply', 'idle', 0, 60],
      ['resolve', 'ok', 120, 360],
    ]);
    expect(next?.target).toBe('resolve');
  });

  it('knows what was satisfied too late', () => {
    const story = opened();
    story.now += 3 * hour;
    story.does(reply('Смотрю', 'waiting-customer'));
    const [first, , resolve] = explained(story, story.now + day).clocks;
    expect(first).toMatchObject({ fate: 'missed', usedMinutes: 180, leftMinutes: -60 });
    expect(resolve).toMatchObject({ fate: 'paused', usedMinutes: 180, leftMinutes: 300 });
  });

  it('says why nothing is due', () => {
    const story = opened();
    story.does(reply('Какой?', 'waiting-customer'));
    expect(explained(story).nothingDue).toBe('paused');
    story.does({ type: 'resolve', solution: 'готово' });
    expect(explained(story).nothingDue).toBe('over');
    const first = { ...registered.first, isAutomatic: true };
    expect(explained(opened({ first })).nothingDue).toBe('automatic');
    const strict = deskWith([{ when: { tags: ['нет такой'] } }]);
    const { nothingDue, trials } = explainSla(opened().ticket, strict, null, 0);
    expect([nothingDue, trials.length]).toEqual(['no-policy', 1]);
  });

  it('names the deadline that the queue shows', () => {
    const story = opened();
    const [nearest] = runningDeadlines(story.ticket, desk);
    expect(explained(story).next).toEqual(nearest);
    expect(explained(story).nothingDue).toBeNull();
  });
});
