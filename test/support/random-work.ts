import fc from 'fast-check';
import { execute } from '../../src/app/desk/execute.ts';
import { undoLast } from '../../src/app/ticket/undo-last.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import { statuses } from '../../src/domain/vocabulary.ts';
import { hour, minute, type TestDesk } from './desk.ts';

/** One step of random work: a command on one of a few tickets, after some time. */
export interface Step {
  readonly ticket: number;
  readonly wait: number;
  readonly make: (now: number, id: () => string) => TicketCommand;
  /** Take it back right away. */
  readonly undo: boolean;
}

const words = fc.constantFrom('не печатает', 'VPN падает', 'Ёлка 0x0000011b', '«Связка» 502');

const makers: fc.Arbitrary<Step['make']> = fc.oneof(
  fc.constant<Step['make']>(() => ({ type: 'take' })),
  fc.constantFrom(null, 'oleg', 'anya').map((personId): Step['make'] => () => ({
    type: 'assign',
    personId,
  })),
  fc
    .tuple(words, fc.constantFrom(null, 'waiting-customer', 'waiting-third-party' as const))
    .map(([text, status]): Step['make'] => (now, id) => {
      const promise = { id: id(), kind: 'next-update', dueAt: now + hour, text: '' } as const;
      return { type: 'reply', text, messageId: null, promise, status, attachments: [] };
    }),
  words.map((text): Step['make'] => (at) => {
    const from = { contactId: null, contactName: 'Жанна', messageId: null, attachments: [] };
    return { type: 'receive', at, text, isAutomatic: false, ...from };
  }),
  words.map((text): Step['make'] => () => ({ type: 'note', text })),
  words.map((text): Step['make'] => {
    return () => ({ type: 'log-call', text, durationMs: minute, promise: null });
  }),
  fc.constantFrom(...statuses).map((status): Step['make'] => () => ({
    type: 'set-status',
    status,
    reason: '',
  })),
  fc.constant<Step['make']>((now) => ({ type: 'schedule', until: now + hour, reason: '' })),
  fc
    .tuple(fc.constantFrom('P1', 'P4' as const), fc.constantFrom('1', '2', '3'))
    .map(([priority, line]): Step['make'] => {
      return () => ({ type: 'set-fields', fields: { priority, line } });
    }),
  fc.constantFrom('vpn', '1с').map((tag): Step['make'] => {
    return () => ({ type: 'tag', add: [tag], remove: ['1с'] });
  }),
  fc.constantFrom('da', 'вчера 9:00').map((typed): Step['make'] => () => ({
    type: 'fill-details',
    values: { since: typed === 'da' ? '' : typed, scope: typed },
  })),
  fc.constantFrom('stopped', 'goes-on').map((urgency): Step['make'] => () => ({
    type: 'rate-priority',
    ...{ impact: 'many', urgency },
  })),
  words.map((text): Step['make'] => (_, id) => ({
    type: 'add-boxes',
    items: [{ id: id(), text }],
  })),
  words.map((note): Step['make'] => () => ({ type: 'log-time', ms: 5 * minute, note })),
  words.map((what): Step['make'] => () => ({ type: 'watch', what, until: null })),
  fc.constantFrom<Step['make']>(
    () => ({ type: 'unwatch' }),
    () => ({ type: 'link-card', ref: 'DEV-7' }),
    () => ({ type: 'close-card', note: 'в 2.4' }),
    () => ({ type: 'close-off-topic', reason: 'не к нам' }),
  ),
  words.map((solution): Step['make'] => () => ({ type: 'resolve', solution })),
  fc.constant<Step['make']>(() => ({ type: 'confirm', by: 'Жанна', how: 'mail' })),
  fc.constant<Step['make']>(() => ({ type: 'return', reason: 'опять' })),
  fc.constant<Step['make']>(() => ({ type: 'reopen', reason: 'ошибка' })),
);

/** A shift of random work on `tickets` tickets. */
export function randomWork(tickets: number, maxLength: number): fc.Arbitrary<Step[]> {
  const step = fc.record({
    ticket: fc.nat(tickets - 1),
    wait: fc.constantFrom(0, minute, 3 * hour),
    make: makers,
    undo: fc.boolean(),
  });
  return fc.array(step, { maxLength });
}

/** Does one step and, when it says so, takes it back. What was refused is no step. */
export function work(
  anya: TestDesk,
  tickets: readonly string[],
  step: Step,
): 'done' | 'undone' | 'refused' {
  const { desk, clock } = anya;
  const ticketId = tickets[step.ticket] ?? '';
  clock.forward(step.wait);
  const done = execute(desk, ticketId, step.make(clock.now(), desk.makeId));
  if (!done.ok) return 'refused';
  // A customer's letter is nobody's to take back.
  if (!step.undo || done.value.op.payload.type === 'receive') return 'done';
  const undone = undoLast(desk, ticketId);
  if (!undone.ok) throw new Error(`undo refused: ${undone.problem.code}`);
  return 'undone';
}
