import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { timeLeft } from '../../../src/domain/sla/time-left.ts';
import { day, hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const none = { default: null };
const desk = deskWith([
  {
    calendar: 'office',
    ...{ firstAnswer: none, reply: none, update: none, resolve: { default: 8 * hour } },
    amber: { ms: 2 * hour, share: 0.5 },
    red: { ms: 30 * minute, share: 0.25 },
  },
]);

function opened(own = desk): TicketInMemory {
  const story = new TicketInMemory(own);
  story.does(registered as TicketCommand);
  return story;
}

function leftAt(story: TicketInMemory, now: string | number) {
  const at = typeof now === 'number' ? now : Date.parse(now);
  return timeLeft(story.ticket, story.desk, null, at);
}

describe('time left', () => {
  it('is working time and stands still at night', () => {
    const story = opened();
    expect(leftAt(story, story.now)).toMatchObject({ minutes: 480, state: 'ok' });
    // Closed at six in Moscow; open again at nine.
    expect(leftAt(story, '2026-11-18T15:00:00Z')?.minutes).toBe(240);
    expect(leftAt(story, '2026-11-19T03:00:00Z')?.minutes).toBe(240);
    expect(leftAt(story, '2026-11-19T07:00:00Z')?.minutes).toBe(180);
  });

  it('turns amber and red at the thresholds of the policy', () => {
    const story = opened();
    expect(leftAt(story, '2026-11-19T07:59:00Z')?.state).toBe('ok');
    expect(leftAt(story, '2026-11-19T08:00:00Z')?.state).toBe('amber');
    expect(leftAt(story, '2026-11-19T09:30:00Z')?.state).toBe('red');
    expect(leftAt(story, '2026-11-19T10:00:00Z')).toMatchObject({ minutes: 0, state: 'red' });
  });

  it('is late strictly after the moment, by working minutes', () => {
    const story = opened();
    expect(leftAt(story, '2026-11-19T10:00:01Z')).toMatchObject({ minutes: 0, state: 'late' });
    expect(leftAt(story, '2026-11-19T10:12:00Z')).toMatchObject({ minutes: -12, state: 'late' });
    expect(leftAt(story, '2026-11-20T05:00:00Z')).toMatchObject({ minutes: -300, state: 'late' });
  });

  it('stands still while paused and goes on from there', () => {
    const story = opened();
    story.now += hour;
    story.does(reply('Какой кабинет?', 'waiting-customer'));
    const paused = { minutes: 420, state: 'paused', dueAt: null, target: 'resolve' };
    expect(leftAt(story, story.now)).toMatchObject(paused);
    expect(leftAt(story, story.now + 10 * day)).toMatchObject(paused);
    story.now = Date.parse('2026-11-23T07:00:00Z');
    story.does(heard('Двадцатый', story.now));
    expect(leftAt(story, story.now)).toMatchObject({ minutes: 420, state: 'ok' });
  });

  it('of short targets knows half minutes', () => {
    const own = deskWith([{ firstAnswer: { default: 90_000 }, resolve: none }]);
    const story = opened(own);
    expect(leftAt(story, story.now)?.minutes).toBe(2);
    expect(leftAt(story, story.now + 2 * minute)).toMatchObject({ minutes: 0, state: 'late' });
    expect(leftAt(story, story.now + 3 * minute)?.minutes).toBe(-1);
  });

  it('is none where nothing is due', () => {
    const story = opened();
    story.does({ type: 'resolve', solution: '' });
    expect(leftAt(story, story.now)).toBeNull();
    const first = { ...registered.first, isAutomatic: true };
    const automatic = new TicketInMemory(desk).does({ ...registered, first } as TicketCommand);
    expect(timeLeft(automatic, desk, null, story.now)).toBeNull();
  });
});
