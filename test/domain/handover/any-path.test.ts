import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import type { DeskConfig } from '../../../src/domain/desk-config.ts';
import type { TicketEvent } from '../../../src/domain/event.ts';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { escalationKinds, openQuestions } from '../../../src/domain/handover/handover.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { statuses } from '../../../src/domain/vocabulary.ts';
import { hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, shippedDesk, TicketInMemory } from '../../support/domain.ts';
import { escalate, people } from '../../support/handover.ts';

const shipped = shippedDesk();
const patient: DeskConfig = {
  ...shipped,
  autoConfirm: { afterMs: 5 * hour, warnBeforeMs: hour },
};

type Make = (now: number, ticket: Ticket) => TicketCommand;

const words = fc.constantFrom('', ' ', 'не работает', 'Ёлка «502»', 'x'.repeat(300));
const line = fc.constantFrom(undefined, '1', '2', '3', 'vendor', '9');
const person = fc.constantFrom(...Object.values(people));

const makers: fc.Arbitrary<Make> = fc.oneof(
  fc.constant<Make>(() => ({ type: 'take' })),
  fc.constantFrom(null, ...Object.keys(people)).map(
    (personId): Make =>
      () => ({
        type: 'assign',
        personId,
      }),
  ),
  fc.tuple(words, fc.constantFrom(null, ...statuses)).map(
    ([text, status]): Make =>
      () =>
        reply(text, status),
  ),
  words.map(
    (text): Make =>
      (now) =>
        heard(text, now),
  ),
  fc.tuple(words, line).map(([text, to]): Make => {
    const effects = to === undefined ? {} : { escalation: { line: to, form: text } };
    return () => ({ type: 'note', text, effects });
  }),
  fc.constantFrom(...statuses).map(
    (status): Make =>
      () => ({
        type: 'set-status',
        status,
        reason: '',
      }),
  ),
  line.map(
    (to): Make =>
      () => ({ type: 'set-fields', fields: { line: to, reason: 'иначе' } }),
  ),
  fc.tuple(fc.constantFrom(...escalationKinds), line, words).map(([to, where, need]): Make => {
    return () => escalate({ to, line: where, form: { seen: 'видно', done: 'делали', need } });
  }),
  fc.constant<Make>(() => ({ type: 'accept-handover' })),
  words.map(
    (missing): Make =>
      () => ({ type: 'return-handover', missing }),
  ),
  words.map(
    (text): Make =>
      () => ({ type: 'diagnose', text }),
  ),
  words.map(
    (text): Make =>
      () => ({ type: 'write-brief', text }),
  ),
  words.map(
    (reason): Make =>
      () => ({ type: 'waive-brief', reason }),
  ),
  words.map(
    (question): Make =>
      (now) => ({
        type: 'ask-customer',
        question,
        why: 'нужно',
        dueAt: now + hour,
      }),
  ),
  words.map(
    (answer): Make =>
      (_, ticket) => ({
        type: 'answer-question',
        clarificationId: openQuestions(ticket)[0]?.id ?? 'none',
        answer,
      }),
  ),
  words.map(
    (reason): Make =>
      () => ({ type: 'grant-voice', personId: 'l3', reason }),
  ),
  words.map(
    (ref): Make =>
      () => ({ type: 'note-vendor', ref }),
  ),
  words.map(
    (solution): Make =>
      () => ({ type: 'resolve', solution }),
  ),
  fc.tuple(words, words).map(
    ([by, how]): Make =>
      () => ({ type: 'confirm', by, how }),
  ),
  fc.constant<Make>(() => ({ type: 'close-by-timeout' })),
  words.map(
    (reason): Make =>
      () => ({ type: 'return', reason }),
  ),
  words.map(
    (reason): Make =>
      () => ({ type: 'reopen', reason }),
  ),
);

const steps = fc.array(
  fc.record({ make: makers, actor: person, wait: fc.constantFrom(0, minute, 3 * hour) }),
  { maxLength: 60 },
);

/** The customer's word, or the policy of a desk that closes by itself. */
function isClosedRightly(events: readonly TicketEvent[], desk: DeskConfig): boolean {
  return events.every(({ fact, opId }) => {
    if (fact.type !== 'status-changed' || fact.to !== 'closed') return true;
    if (fact.reason === 'timeout') return desk.autoConfirm !== null;
    return events.some((other) => {
      const confirmed = other.opId === opId && other.fact.type === 'confirmed' && other.fact;
      return confirmed && confirmed.by.trim() !== '' && confirmed.how.trim() !== '';
    });
  });
}

function holds(story: TicketInMemory): void {
  const { ticket, desk, events } = story;
  if (!isClosedRightly(events, desk)) throw new Error('closed without a word');
  if (!desk.lines.some(({ code }) => code === ticket.line)) throw new Error('no owner line');
  const replayed = replayTicket(events);
  if (JSON.stringify(replayed) !== JSON.stringify(ticket)) throw new Error('not the same again');
  const { handover, handedTo, brief } = ticket;
  if (handover?.state === 'returned' && (handover.missing ?? '').trim() === '') {
    throw new Error('sent back without a reason');
  }
  if (handedTo && handover?.state === 'returned' && handover.kind === 'line') {
    throw new Error('still handed to a line that sent it back');
  }
  if (ticket.status === 'resolved' && brief?.state === 'owed') throw new Error('no brief');
}

describe('whatever people do to a ticket', () => {
  it.each([
    ['that waits for the word', shipped],
    ['that closes by itself', patient],
  ])('its rules hold at a desk %s, and its history only grows', (_, desk) => {
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom(null, 'head'),
        fc.constantFrom(null, 'lead'),
        (all, headId, seniorId) => {
          const story = new TicketInMemory(desk);
          story.headId = headId;
          story.seniorId = seniorId;
          story.does(registered);
          for (const { make, actor, wait } of all) {
            story.now += wait;
            const before = story.events.length;
            const state = story.ticket;
            const answer = story.tries(make(story.now, state), actor);
            const isKept = answer === 'ok' ? story.events.length > before : story.ticket === state;
            if (!isKept || story.events.length < before) throw new Error('history shrank');
            holds(story);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
