import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/command.ts';
import { replayTicket } from '../../src/domain/evolve-ticket.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import type { Status } from '../../src/domain/vocabulary.ts';
import { hour } from '../support/desk.ts';
import { heard, registered, reply, shippedDesk, ticketIn } from '../support/domain.ts';

const desk = shippedDesk();
type Answer = RefusalCode | 'ok';
type Make = (now: number) => TicketCommand;

const setStatus = (status: Status): Make => {
  return () => ({ type: 'set-status', status, reason: '' });
};
const promise = (now: number) => {
  return { id: 'p', kind: 'call-back', dueAt: now + hour, text: '' } as const;
};

const closed = 'ticket-closed';
const needsWord = 'closing-needs-confirmation';

/** What each command answers on a ticket that is new, open, waiting (twice), scheduled, resolved, closed. */
const table: readonly (readonly [name: string, make: Make, answers: readonly Answer[]])[] = [
  ['take', () => ({ type: 'take' }), ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', closed]],
  [
    'assign',
    () => ({ type: 'assign', personId: 'oleg' }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', closed],
  ],
  ['reply', () => reply('Смотрю'), ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', closed]],
  ['receive', (now) => heard('Ну что?', now), ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']],
  [
    'note',
    () => ({ type: 'note', text: 'в журнале пусто' }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok'],
  ],
  [
    'log-call',
    () => ({ type: 'log-call', text: 'Звонила', durationMs: 60_000, promise: null }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', closed],
  ],
  [
    'set-status new',
    setStatus('new'),
    ['already-in-status', ...Array<Answer>(6).fill('status-new')],
  ],
  [
    'set-status open',
    setStatus('open'),
    ['ok', 'already-in-status', 'ok', 'ok', 'ok', 'already-resolved', closed],
  ],
  [
    'set-status waiting-customer',
    setStatus('waiting-customer'),
    ['ok', 'ok', 'already-in-status', 'ok', 'ok', 'already-resolved', closed],
  ],
  [
    'set-status waiting-third-party',
    setStatus('waiting-third-party'),
    ['ok', 'ok', 'ok', 'already-in-status', 'ok', 'already-resolved', closed],
  ],
  [
    'set-status scheduled',
    setStatus('scheduled'),
    [...Array<Answer>(4).fill('until-in-past'), 'already-in-status', 'already-resolved', closed],
  ],
  [
    'set-status resolved',
    setStatus('resolved'),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'already-resolved', closed],
  ],
  [
    'set-status closed',
    setStatus('closed'),
    [...Array<Answer>(6).fill(needsWord), 'already-in-status'],
  ],
  ['set-status merged', setStatus('merged'), Array<Answer>(7).fill(needsWord)],
  [
    'schedule',
    (now) => ({ type: 'schedule', until: now + hour, reason: '' }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'already-resolved', closed],
  ],
  [
    'set-fields',
    () => ({ type: 'set-fields', fields: { priority: 'P1', reason: 'стоит касса' } }),
    Array<Answer>(7).fill('ok'),
  ],
  ['tag', () => ({ type: 'tag', add: ['1c'], remove: [] }), Array<Answer>(7).fill('ok')],
  [
    'promise',
    (now) => ({ type: 'promise', promise: promise(now) }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'ok', closed],
  ],
  [
    'settle-promise',
    () => ({ type: 'settle-promise', promiseId: 'none', state: 'kept' }),
    Array<Answer>(7).fill('no-such-promise'),
  ],
  [
    'resolve',
    () => ({ type: 'resolve', solution: 'Перезапустили службу' }),
    ['ok', 'ok', 'ok', 'ok', 'ok', 'already-resolved', closed],
  ],
  [
    'confirm',
    () => ({ type: 'confirm', by: 'Жанна', how: 'mail' }),
    [...Array<Answer>(5).fill('not-resolved'), 'ok', closed],
  ],
  [
    'return',
    () => ({ type: 'return', reason: 'опять' }),
    [...Array<Answer>(5).fill('not-resolved'), 'ok', 'ok'],
  ],
  [
    'reopen',
    () => ({ type: 'reopen', reason: 'по ошибке' }),
    [...Array<Answer>(5).fill('not-closed'), 'ok', 'ok'],
  ],
  [
    'link',
    () => ({ type: 'link', link: { ticketId: 'other', relation: 'related' } }),
    Array<Answer>(7).fill('ok'),
  ],
  ['register', () => registered, Array<Answer>(7).fill('ticket-exists')],
];

const columns = [
  'new',
  'open',
  'waiting-customer',
  'waiting-third-party',
  'scheduled',
  'resolved',
  'closed',
] as const satisfies readonly Status[];

const cases = table.flatMap(([name, make, answers]) =>
  columns.map((status, i) => [name, status, answers[i] ?? 'ok', make] as const),
);

describe('every command in every status', () => {
  it.each(cases)('%s on a ticket that is %s: %s', (_, status, answer, make) => {
    const story = ticketIn(status, desk);
    const before = story.ticket;
    const command = make(story.now);
    expect(story.tries(command)).toBe(answer);
    if (answer !== 'ok') expect(story.ticket).toBe(before);
    expect(replayTicket(story.events)).toEqual(story.ticket);
    expect(story.ticket.statusLog.at(-1)?.status).toBe(story.ticket.status);
  });

  it.each(table)('a merged ticket takes notes only: %s', (name, make) => {
    const story = ticketIn('merged', desk);
    const wanted = { note: 'ok', register: 'ticket-exists' }[name] ?? 'ticket-merged';
    expect(story.tries(make(story.now))).toBe(wanted);
  });
});
