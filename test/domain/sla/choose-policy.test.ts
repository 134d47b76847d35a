import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../../src/domain/command.ts';
import { asksForCustomer, choosePolicy } from '../../../src/domain/sla/choose-policy.ts';
import { nextDueAt, runningDeadlines } from '../../../src/domain/sla.ts';
import { hour, minute } from '../../support/desk.ts';
import { registered, TicketInMemory } from '../../support/domain.ts';
import { deskWith } from '../../support/sla-desk.ts';

const desk = deskWith([
  { code: 'vip', when: { levels: ['VIP'] }, resolve: { default: hour } },
  { code: 'till', when: { tags: ['касса'], priorities: ['P1', 'P2'] } },
  { code: 'rest' },
]);

const daisy = { name: 'Ромашка', level: 'VIP', city: '', mailDomain: null };

function ticketOf(more: object = {}) {
  return new TicketInMemory(desk).does({ ...registered, ...more } as TicketCommand);
}

describe('the policy of a ticket', () => {
  it('is the first that fits, in the order of the pack', () => {
    const till = ticketOf({ tags: ['касса'], priority: 'P1' });
    expect(choosePolicy(desk, till, daisy)?.code).toBe('vip');
    expect(choosePolicy(desk, till, null)?.code).toBe('till');
    expect(choosePolicy(desk, ticketOf({ tags: ['касса'] }), null)?.code).toBe('rest');
  });

  it('may be none: then nothing is due', () => {
    const strict = deskWith([{ when: { kinds: ['complaint'] } }]);
    expect(nextDueAt(ticketOf(), strict)).toBeNull();
  });

  it('asks for the customer only where it names one', () => {
    expect(asksForCustomer(desk)).toBe(true);
    expect(asksForCustomer(deskWith([{ when: { tags: ['vpn'] } }]))).toBe(false);
  });

  it('changes with the customer of the ticket', () => {
    const ticket = ticketOf();
    expect(nextDueAt(ticket, desk, daisy)).toBe(ticket.createdAt + hour);
    expect(nextDueAt(ticket, desk, null)).toBeGreaterThan(ticket.createdAt + hour);
  });
});

describe('a target', () => {
  const table = { default: 8 * hour, chat: 2 * minute, P1: hour, incident: null };

  function firstAnswer(more: object) {
    const own = deskWith([{ firstAnswer: table }]);
    const ticket = new TicketInMemory(own).does({ ...registered, ...more } as TicketCommand);
    const found = runningDeadlines(ticket, own).find(({ target }) => target === 'first-answer');
    return found ? found.dueAt - ticket.createdAt : null;
  }

  it('is the strictest of those that fit', () => {
    expect(firstAnswer({ kind: 'request', channel: 'chat', priority: 'P1' })).toBe(2 * minute);
    expect(firstAnswer({ kind: 'request', channel: 'mail', priority: 'P1' })).toBe(hour);
  });

  it('is the default where nothing fits', () => {
    expect(firstAnswer({ kind: 'request', channel: 'mail', priority: 'P3' })).toBe(8 * hour);
  });

  it('promises nothing where the only one that fits says so', () => {
    expect(firstAnswer({ kind: 'incident', channel: 'mail', priority: 'P3' })).toBeNull();
    expect(firstAnswer({ kind: 'incident', channel: 'chat', priority: 'P3' })).toBe(2 * minute);
  });
});
