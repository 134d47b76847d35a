import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { DecideContext } from '../../src/domain/decide-context.ts';
import { decideTicket } from '../../src/domain/decide-ticket.ts';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import type { TicketEvent } from '../../src/domain/event.ts';
import { evolveTicket } from '../../src/domain/evolve-ticket.ts';
import type { FieldRule } from '../../src/domain/kind-rule.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { anyCommand, ticketIds } from '../support/any-command.ts';
import { hour, minute, someWednesday } from '../support/desk.ts';
import { bankDesk, registered, shippedDesk, somebody } from '../support/domain.ts';

type Tickets = ReadonlyMap<string, Ticket>;

const actors: readonly Person[] = [
  somebody(),
  somebody({ id: 'oleg', line: '3' }),
  somebody({ id: 'lead', role: 'lead', line: '1' }),
  somebody({ id: 'admin', role: 'admin' }),
  somebody({ id: 'mentor', role: 'mentor' }),
  somebody({ id: 'hire', role: 'hire' }),
  somebody({ id: 'mail', role: 'connector' }),
];

const steps = fc.array(
  fc.record({
    command: anyCommand,
    ticketId: fc.constantFrom(...ticketIds, 'd'),
    actor: fc.constantFrom(...actors),
    wait: fc.constantFrom(0, minute, 30 * hour),
  }),
  { maxLength: 80, size: 'max' },
);

/** What the store and the outbox do to everything that goes through them. */
function stored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

function contextOf(
  tickets: Tickets,
  at: Pick<DecideContext, 'now' | 'actor' | 'desk' | 'opId' | 'ticketId'>,
): DecideContext {
  const author = { type: 'contact', id: null, name: 'Жанна' } as const;
  const entry = { kind: 'message', visibility: 'public', text: 'ещё и сканер' } as const;
  return {
    ...{ ...at, device: 'test', headId: 'head', seniorId: 'lead', teamLeadId: null },
    nextNumber: () => `SM-${at.opId}`,
    isSignedOff: () => true,
    person: (id) => actors.find((one) => one.id === id) ?? null,
    other: (id) => tickets.get(id) ?? null,
    entry: (id) => ({
      ...{ ...entry, id, author, at: someWednesday },
      ...{ durationMs: null, messageId: null, attachments: [] },
    }),
  };
}

function folded(tickets: Tickets, events: readonly TicketEvent[]): Tickets {
  const next = new Map(tickets);
  for (const event of events) {
    next.set(event.ticketId, evolveTicket(next.get(event.ticketId) ?? null, event));
  }
  return next;
}

/** Decides twice: as here, and as somebody who has everything from a store or a wire. */
function decided(command: TicketCommand, tickets: Tickets, context: DecideContext): Tickets {
  const here = decideTicket(command, tickets.get(context.ticketId) ?? null, context);
  const far = new Map([...tickets].map(([id, ticket]) => [id, stored(ticket)]));
  const farState = far.get(context.ticketId) ?? null;
  const there = decideTicket(stored(command), farState, contextOf(far, context));
  expect(stored(there)).toEqual(stored(here));
  if (!here.ok) return tickets;
  const ids = here.value.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const next = folded(tickets, here.value);
  // What a ticket does not have is absent, not undefined: its bytes are the same however it was made.
  expect([...folded(far, stored(here.value))]).toStrictEqual([...next]);
  return next;
}

function withOddField(desk: DeskConfig): DeskConfig {
  const field: FieldRule = {
    ...{ code: 'constructor', name: { ru: 'Сборщик', en: 'Constructor' }, hint: null },
    ...{ type: 'text', choices: [], needed: 'transfer', when: null },
  };
  return {
    ...desk,
    kinds: desk.kinds.map((kind) => ({ ...kind, fields: [...kind.fields, field] })),
  };
}

function opened(desk: DeskConfig): Tickets {
  const context = (ticketId: string) =>
    contextOf(new Map(), {
      ...{ now: someWednesday, actor: somebody({ role: 'connector' }), desk },
      ...{ opId: `new-${ticketId}`, ticketId },
    });
  return ticketIds.reduce<Tickets>(
    (all, id) => decided({ ...registered, externalId: id }, all, context(id)),
    new Map(),
  );
}

describe('every command', () => {
  it.each([
    ['of the shipped desk', shippedDesk()],
    ['of the bank', bankDesk()],
    ['of a desk that calls a field as a program would', withOddField(shippedDesk())],
  ])('%s gives the same here and elsewhere, now and from the history', (_, desk) => {
    const first = opened(desk);
    fc.assert(
      fc.property(steps, (all) => {
        let tickets = first;
        let now = someWednesday;
        for (const [n, { command, ticketId, actor, wait }] of all.entries()) {
          now += wait;
          const context = contextOf(tickets, { now, actor, desk, opId: `op${n}`, ticketId });
          tickets = decided(command, tickets, context);
        }
      }),
      { numRuns: 100 },
    );
  });
});
