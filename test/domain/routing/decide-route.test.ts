import { describe, expect, test } from 'vitest';
import type { AppliedRoute } from '../../../src/domain/routing/applied-route.ts';
import {
  registered,
  shippedDesk,
  somebody,
  TicketInMemory,
  ticketIn,
} from '../../support/domain.ts';

const route: AppliedRoute = {
  rule: 'vpn',
  strategy: 'duty',
  line: '3',
  priority: 'P1',
  addTags: ['vpn', 'vpn'],
  assigneeId: 'boris',
};

describe('a route', () => {
  test('is written with the registration: what came in stays in the history', () => {
    const ticket = new TicketInMemory(shippedDesk());
    ticket.does({ ...registered, routing: route });
    expect(ticket.ticket).toMatchObject({
      line: '3',
      priority: 'P1',
      tags: ['vpn'],
      assigneeId: 'boris',
      status: 'new',
      hands: 1,
    });
    const [first] = ticket.events;
    const came = first?.fact.type === 'registered' ? first.fact.ticket : null;
    expect(came).toMatchObject({ line: '2', priority: 'P3', tags: [], assigneeId: null });
  });

  test('sends on a ticket that is there, once', () => {
    const ticket = ticketIn('open');
    expect(ticket.tries({ type: 'route', route })).toBe('ok');
    expect(ticket.tries({ type: 'route', route })).toBe('nothing-to-change');
    const reasons = ticket.events.flatMap(({ fact }) =>
      fact.type === 'assigned' || fact.type === 'field-changed' ? [fact.reason] : [],
    );
    expect(reasons).toEqual(['routing:vpn', 'routing:vpn', 'routing:vpn']);
  });

  test('leaves the responsible person where no strategy gave anybody', () => {
    const ticket = ticketIn('open');
    ticket.does({ type: 'assign', personId: 'anya' });
    ticket.does({ type: 'route', route: { ...route, assigneeId: null } });
    expect(ticket.ticket.assigneeId).toBe('anya');
  });

  test('goes nowhere with a closed ticket, to an unknown line, or by somebody who only reads', () => {
    expect(ticketIn('closed').tries({ type: 'route', route })).toBe('ticket-closed');
    const lost = { ...route, line: '9' };
    expect(ticketIn('open').tries({ type: 'route', route: lost })).toBe('unknown-line');
    const reader = somebody({ role: 'read-only' });
    expect(ticketIn('open').tries({ type: 'route', route }, reader)).not.toBe('ok');
  });
});
