import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { nextDueAt, runningDeadlines } from '../../../src/domain/sla.ts';
import type { SlaPolicy } from '../../../src/domain/sla-policy.ts';
import { day, hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const none = { default: null };

/** A ticket of a policy with only the targets that are given. */
function opened(
  targets: Partial<SlaPolicy>,
  more: object = {},
  desk = deskWith([{ ...bare, ...targets }]),
) {
  const story = new TicketInMemory(desk);
  story.does({ ...registered, ...more } as TicketCommand);
  return story;
}

const bare = { firstAnswer: none, reply: none, update: none, resolve: none };

function dueOf(story: TicketInMemory, target: string): number | null {
  const found = runningDeadlines(story.ticket, story.desk).find((one) => one.target === target);
  return found?.dueAt ?? null;
}

describe('an answer to the customer', () => {
  const targets = { firstAnswer: { default: 8 * hour }, reply: { default: 2 * hour } };

  it('has no clock of its own until there was a first answer', () => {
    const story = opened(targets);
    story.now += hour;
    story.does(heard('Ну что там?', story.now));
    expect(dueOf(story, 'reply')).toBeNull();
    expect(nextDueAt(story.ticket, story.desk)).toBe(story.ticket.createdAt + 8 * hour);
  });

  it('is counted from the first message that nobody has answered', () => {
    const story = opened(targets);
    story.does(reply('Смотрю'));
    expect(dueOf(story, 'reply')).toBeNull();
    story.now += hour;
    const asked = story.now;
    story.does(heard('Опять не работает', asked));
    story.now += hour;
    story.does(heard('Вы тут?', story.now));
    expect(dueOf(story, 'reply')).toBe(asked + 2 * hour);
  });

  it('is given by a call and by a letter, not by a note', () => {
    const story = opened(targets);
    story.does(reply('Смотрю'));
    story.now += hour;
    story.does(heard('Опять', story.now));
    story.does({ type: 'note', text: 'перезвоню' });
    expect(dueOf(story, 'reply')).toBe(story.now + 2 * hour);
    story.does({ type: 'log-call', text: 'объяснил', durationMs: minute, promise: null });
    expect(dueOf(story, 'reply')).toBeNull();
  });

  it('counts from the first message where no first answer is promised', () => {
    const story = opened({ reply: { default: 2 * hour } });
    expect(dueOf(story, 'reply')).toBe(story.ticket.createdAt + 2 * hour);
  });

  it('is never due before the ticket was there', () => {
    const story = opened({ reply: { default: hour } });
    story.does(heard('Письмо старше обращения', story.now - day));
    expect(dueOf(story, 'reply')).toBe(story.ticket.createdAt + hour);
  });

  it('is not owed to a letter that was read late and was answered meanwhile', () => {
    const story = opened(targets);
    const before = story.now;
    story.now += hour;
    story.does(reply('Смотрю'));
    story.does(heard('Ещё одно письмо', before + minute));
    expect(dueOf(story, 'reply')).toBeNull();
    story.does(heard('И ещё', story.now + minute));
    expect(dueOf(story, 'reply')).toBe(story.now + minute + 2 * hour);
  });
});

describe('news to the customer', () => {
  it('is due at intervals from our last word', () => {
    const story = opened({ update: { default: 4 * hour } });
    expect(dueOf(story, 'update')).toBe(story.ticket.createdAt + 4 * hour);
    story.now += hour;
    story.does(reply('Смотрю'));
    expect(dueOf(story, 'update')).toBe(story.now + 4 * hour);
    story.does(heard('Спасибо', story.now + minute));
    expect(dueOf(story, 'update')).toBe(story.now + 4 * hour);
  });

  it('is due every half an hour in an outage, from the registration on', () => {
    const story = opened({}, { tags: ['outage'] });
    expect(dueOf(story, 'outage-update')).toBe(story.now + 30 * minute);
  });

  it('is not owed to our own people', () => {
    const story = opened(
      { update: { default: hour }, firstAnswer: { default: hour }, resolve: { default: day } },
      { audience: 'internal' },
    );
    expect(runningDeadlines(story.ticket, story.desk).map(({ target }) => target)).toEqual([
      'resolve',
    ]);
  });
});

describe('the calendar of a policy', () => {
  const office = { calendar: 'office', resolve: { default: 8 * hour } };

  it('lets a target that is used up at closing time be due then', () => {
    // Wednesday, 14:00: four hours today, four tomorrow from nine on.
    const story = opened({ ...office, resolve: { default: 4 * hour } });
    expect(dueOf(story, 'resolve')).toBe(Date.parse('2026-11-18T15:00:00Z'));
  });

  it('goes on the next morning', () => {
    expect(dueOf(opened(office), 'resolve')).toBe(Date.parse('2026-11-19T10:00:00Z'));
  });

  it('may be another one for one target', () => {
    const targets = { ...office, firstAnswer: { default: 8 * hour } };
    const story = opened({ ...targets, calendarOf: { 'first-answer': 'always' } });
    expect(dueOf(story, 'first-answer')).toBe(story.now + 8 * hour);
  });

  it('keeps out what was paused in hours only, not the night', () => {
    const story = opened(office);
    story.now = Date.parse('2026-11-18T14:00:00Z');
    story.does({ type: 'set-status', status: 'waiting-customer', reason: '' });
    story.now = Date.parse('2026-11-19T07:00:00Z');
    story.does(heard('Вот', story.now));
    // One hour of Wednesday and one of Thursday were waited for.
    expect(dueOf(story, 'resolve')).toBe(Date.parse('2026-11-19T12:00:00Z'));
  });

  it('never pauses while a vendor works', () => {
    const story = opened(office);
    story.does({ type: 'set-status', status: 'waiting-third-party', reason: 'ждём' });
    expect(dueOf(story, 'resolve')).toBe(Date.parse('2026-11-19T10:00:00Z'));
  });
});

describe('statuses that a policy pauses in', () => {
  it('are those of the desk unless it names its own', () => {
    const resolve = { default: day };
    const strict = opened({ resolve, pausedIn: ['waiting-customer'] });
    strict.does({ type: 'schedule', until: strict.now + 5 * hour, reason: '' });
    expect(dueOf(strict, 'resolve')).toBe(strict.ticket.createdAt + day);
    const kind = opened({ resolve, pausedIn: ['waiting-third-party'] });
    kind.does({ type: 'set-status', status: 'waiting-third-party', reason: 'ждём' });
    expect(dueOf(kind, 'resolve')).toBeNull();
  });

  it('never let the time count in which a ticket was solved', () => {
    const story = opened({ resolve: { default: day }, pausedIn: [] });
    story.does({ type: 'resolve', solution: '' });
    story.now += 3 * day;
    story.does({ type: 'return', reason: 'опять' });
    expect(dueOf(story, 'resolve')).toBe(story.ticket.createdAt + 4 * day);
  });
});

describe('another priority', () => {
  it('counts from the registration again with all pauses taken out', () => {
    const story = opened({ resolve: { default: null, P1: 4 * hour, P3: 3 * day } });
    story.now += hour;
    story.does({ type: 'set-status', status: 'waiting-customer', reason: '' });
    story.now += 10 * hour;
    story.does(heard('Вот', story.now));
    story.does({ type: 'set-fields', fields: { priority: 'P1', reason: 'всё стоит' } });
    expect(dueOf(story, 'resolve')).toBe(story.ticket.createdAt + 14 * hour);
  });
});

describe('a line', () => {
  const desk = deskWith([bare]);
  const lines = desk.lines.map((line) => {
    return line.code === '3' ? { ...line, acceptWithinMs: hour, workWithinMs: day } : line;
  });
  const handed = {
    id: 'h1',
    kind: 'line',
    fromLine: '2',
    fromId: 'anya',
    toLine: '3',
    toId: null,
    byId: 'anya',
    reason: '',
    form: { seen: 'a', done: 'b', need: 'c' },
    settledAt: null,
    settledById: null,
    missing: null,
  } as const;

  it('accepts within its norm, then works within the other one', () => {
    const { ticket, now } = opened({}, {}, desk);
    const own = { ...desk, lines };
    const waiting = { ...ticket, handover: { ...handed, at: now, state: 'waiting' as const } };
    expect(runningDeadlines(waiting, own)).toEqual([{ target: 'accept', dueAt: now + hour }]);
    const accepted = { ...handed, at: now, state: 'accepted' as const, settledAt: now + minute };
    const working = { ...ticket, line: '3', handover: accepted };
    expect(runningDeadlines(working, own)).toEqual([
      { target: 'line-work', dueAt: now + minute + day },
    ]);
  });

  it('counts from when the ticket came to it without being handed over', () => {
    const { ticket, now } = opened({}, {}, desk);
    const moved = { ...ticket, line: '3', lineLog: [{ line: '3', at: now + hour }] };
    expect(runningDeadlines(moved, { ...desk, lines })).toEqual([
      { target: 'line-work', dueAt: now + hour + day },
    ]);
  });
});
