import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { workingTimeOf } from '../../../src/domain/sla/desk-time.ts';
import { dueWithout, ticketSla } from '../../../src/domain/sla/ticket-sla.ts';
import { runningDeadlines } from '../../../src/domain/sla.ts';
import { type Contact, type TicketFacts, ticketClocks } from '../../../src/domain/ticket-clocks.ts';
import { day, hour, minute, someWednesday } from '../../support/desk.ts';
import { heard, registered, reply, somebody, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const resolve = { default: 3 * day, P1: 4 * hour, P2: day } as const;
const none = { default: null };

/** Calendars and modes of targets that a history is counted by. */
const policies = fc.record({
  calendar: fc.constantFrom('always', 'office'),
  firstAnswer: fc.constantFrom(none, { default: 2 * hour }),
  reply: fc.constantFrom(none, { default: 90 * minute }),
});

interface Step {
  readonly wait: number;
  readonly make: (now: number) => TicketCommand;
}

const makers: fc.Arbitrary<Step['make']> = fc.oneof(
  fc.constantFrom(null, 'waiting-customer', 'waiting-third-party' as const).map(
    (status): Step['make'] =>
      () =>
        reply('Смотрю', status),
  ),
  fc.integer({ min: 0, max: 5 * hour }).map(
    (ago): Step['make'] =>
      (now) =>
        heard('Ну что?', Math.max(someWednesday, now - ago)),
  ),
  fc.constant<Step['make']>(() => ({ type: 'note', text: 'вижу' })),
  fc.constant<Step['make']>(() => ({
    type: 'log-call',
    text: 'звонил',
    durationMs: minute,
    promise: null,
  })),
  fc
    .constantFrom('open', 'waiting-customer', 'waiting-third-party' as const)
    .map((status): Step['make'] => () => ({ type: 'set-status', status, reason: 'так' })),
  fc.constant<Step['make']>((now) => ({ type: 'schedule', until: now + hour, reason: '' })),
  fc.constant<Step['make']>(() => ({ type: 'resolve', solution: 'готово' })),
  fc.constant<Step['make']>(() => ({ type: 'return', reason: 'опять' })),
  fc.constantFrom('P1', 'P2', 'P3' as const).map((priority): Step['make'] => () => ({
    type: 'set-fields',
    fields: { priority, reason: 'так' },
  })),
);

const histories = fc.array(
  fc.record({ wait: fc.integer({ min: 0, max: 30 * hour }), make: makers }),
  { maxLength: 14 },
);

function told(steps: readonly Step[], targets: object, more: object = {}): TicketInMemory {
  const story = new TicketInMemory(deskWith([{ ...targets, resolve, update: none }]));
  story.does({ ...registered, ...more } as TicketCommand);
  const lead = somebody({ role: 'lead' });
  for (const { wait, make } of steps) {
    story.now += wait;
    // What a rule refuses does not happen.
    story.tries(make(story.now), lead);
  }
  return story;
}

/** What happened, read from the events alone, as the worked cases tell it. */
function factsOf({ events, ticket }: TicketInMemory): TicketFacts {
  const states = ticket.statusLog.map(({ status, at }) => {
    return {
      at,
      isPaused: ['waiting-customer', 'scheduled', 'resolved', 'closed'].includes(status),
    };
  });
  const contacts = events.flatMap(({ fact }): Contact[] => {
    if (fact.type !== 'entry-added') return [];
    const { at, visibility, author } = fact.entry;
    if (author.type === 'contact') return [{ at, by: 'customer' }];
    return [{ at, by: visibility === 'public' ? 'agent' : 'internal-note' }];
  });
  const { createdAt, firstAnsweredAt, resolvedAt } = ticket;
  return { createdAt, states, contacts, firstResponseAt: firstAnsweredAt, closedAt: resolvedAt };
}

it('the deadlines of a folded ticket are those of the worked cases', () => {
  fc.assert(
    fc.property(histories, policies, (steps, targets) => {
      const story = told(steps, targets);
      const { ticket, desk } = story;
      const minutes = (ms: number | null) => (ms === null ? null : ms / minute);
      const priority = ticket.priority === 'P3' ? 'default' : ticket.priority;
      const sla = {
        firstResponse: minutes(targets.firstAnswer.default),
        reply: minutes(targets.reply.default),
        update: null,
        solution: minutes(resolve[priority as keyof typeof resolve]),
      };
      const clocks = ticketClocks(workingTimeOf(desk, targets.calendar), sla, factsOf(story));
      const isFirst = sla.firstResponse !== null && ticket.firstAnsweredAt === null;
      const due = new Map(
        runningDeadlines(ticket, desk)
          .filter(({ target }) => target !== 'status-update')
          .map(({ target, dueAt }) => [target, dueAt]),
      );
      expect(Object.fromEntries(due)).toEqual(
        Object.fromEntries(
          [
            ['first-answer', clocks.firstResponseDue],
            ['reply', isFirst ? null : clocks.updateDue],
            ['resolve', clocks.solutionDue],
          ].filter(([, at]) => at !== null),
        ),
      );
    }),
    { numRuns: 300 },
  );
});

it('no deadline is earlier than the registration, and no pause makes one earlier', () => {
  fc.assert(
    fc.property(histories, policies, (steps, targets) => {
      const { ticket, desk } = told(steps, targets);
      const sla = ticketSla(ticket, desk, null);
      for (const clock of sla?.clocks ?? []) {
        const plain = dueWithout(clock, [], desk);
        const paused = dueWithout(clock, sla?.pauses.filter(({ to }) => to !== null) ?? [], desk);
        expect(plain ?? Infinity).toBeGreaterThanOrEqual(clock.startedAt ?? 0);
        expect(paused ?? Infinity).toBeGreaterThanOrEqual(plain ?? 0);
        expect(clock.startedAt ?? Infinity).toBeGreaterThanOrEqual(ticket.createdAt);
      }
      for (const { dueAt } of runningDeadlines(ticket, desk)) {
        expect(dueAt).toBeGreaterThanOrEqual(ticket.createdAt);
      }
    }),
    { numRuns: 200 },
  );
});

it('another priority counts as if the ticket had it from the beginning', () => {
  const withoutPriority = histories.map((steps) =>
    steps.filter(({ make }) => make(0).type !== 'set-fields'),
  );
  fc.assert(
    fc.property(withoutPriority, policies, (steps, targets) => {
      const changed = told(steps, targets);
      changed.tries(
        { type: 'set-fields', fields: { priority: 'P1', reason: 'всё стоит' } },
        somebody({ role: 'lead' }),
      );
      const scratch = told(steps, targets, { priority: changed.ticket.priority });
      expect(runningDeadlines(changed.ticket, changed.desk)).toEqual(
        runningDeadlines(scratch.ticket, scratch.desk),
      );
    }),
    { numRuns: 100 },
  );
});

it('a note changes no deadline, and a replay is the fold', () => {
  fc.assert(
    fc.property(histories, policies, (steps, targets) => {
      const story = told(steps, targets);
      const before = runningDeadlines(story.ticket, story.desk);
      story.does({ type: 'note', text: 'вижу' });
      expect(runningDeadlines(story.ticket, story.desk)).toEqual(before);
      expect(replayTicket(story.events)).toEqual(story.ticket);
    }),
    { numRuns: 100 },
  );
});

it('kept breaches are never fewer, and each deadline is kept once', () => {
  fc.assert(
    fc.property(histories, policies, (steps, targets) => {
      const story = told([], targets);
      let kept = 0;
      for (const { wait, make } of steps) {
        story.now += wait;
        story.tries(make(story.now), somebody({ role: 'lead' }));
        const { breaches = [] } = story.ticket;
        expect(breaches.length).toBeGreaterThanOrEqual(kept);
        kept = breaches.length;
        const keys = breaches.map(({ target, dueAt }) => `${target} ${dueAt}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { dueAt } of breaches) expect(dueAt).toBeLessThan(story.now);
      }
    }),
    { numRuns: 100 },
  );
});
