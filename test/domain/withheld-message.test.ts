import { expect, test } from 'vitest';
import type { TicketEvent } from '../../src/domain/event.ts';
import { evolveTicket } from '../../src/domain/evolve-ticket.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { decideRelease, type WithheldFact } from '../../src/domain/withheld-message.ts';
import { registered, shippedDesk, somebody, TicketInMemory } from '../support/domain.ts';

const anya = somebody();
const boris = somebody({ id: 'boris', name: 'Борис' });
const held: WithheldFact = {
  ...{ type: 'message-withheld', entryId: 'op2:0', reason: 'customer-wrote' },
  authorId: 'anya',
};

function after(ticket: Ticket, fact: WithheldFact): Ticket {
  const event = {
    id: 'op2:9',
    opId: 'op2',
    ticketId: ticket.id,
    at: 1,
    byId: null,
    device: 'test',
  };
  return evolveTicket(ticket, { ...event, fact } satisfies TicketEvent);
}

/** A ticket in which the server held a reply of Аня back. */
function heldBack(): Ticket {
  const desk = new TicketInMemory(shippedDesk());
  return after(desk.does(registered), held);
}

function decided(ticket: Ticket, how: 'sent' | 'dropped', actor = anya) {
  const command = { type: 'release-message', entryId: 'op2:0', how } as const;
  // A decision about a message looks at nothing but who decides.
  return decideRelease(command, ticket, { actor } as Parameters<typeof decideRelease>[2]);
}

test('everybody who opens the ticket sees that the customer did not get the message', () => {
  expect(heldBack().withheld).toEqual({
    'op2:0': { reason: 'customer-wrote', byId: 'anya', isDropped: false },
  });
});

test('only who wrote it decides about it: the letter waits there', () => {
  expect(decided(heldBack(), 'sent', boris)).toMatchObject({
    problem: { code: 'withheld-not-yours' },
  });
  expect(decided(heldBack(), 'sent').ok).toBe(true);
});

test('once sent it is a message like any other', () => {
  const sent = after(heldBack(), { type: 'message-released', entryId: 'op2:0', how: 'sent' });
  expect(sent.withheld).toEqual({});
  expect(decided(sent, 'sent')).toMatchObject({ problem: { code: 'nothing-withheld' } });
});

test('once dropped it stays marked, and is not decided about again', () => {
  const fact = { type: 'message-released', entryId: 'op2:0', how: 'dropped' } as const;
  const dropped = after(heldBack(), fact);
  expect(dropped.withheld?.['op2:0']).toMatchObject({ isDropped: true });
  expect(decided(dropped, 'sent')).toMatchObject({ problem: { code: 'nothing-withheld' } });
});
