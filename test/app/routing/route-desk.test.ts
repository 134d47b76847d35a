import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { registerCall } from '../../../src/app/people/open-caller.ts';
import { phrasesIn } from '../../../src/app/routing/holds-phrase.ts';
import { registerTicket } from '../../../src/app/ticket/register-ticket.ts';
import { undoLast } from '../../../src/app/ticket/undo-last.ts';
import type { RoutingRule } from '../../../src/domain/routing-rule.ts';
import type { Ticket } from '../../../src/domain/ticket.ts';
import { hour, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { nightDesk, rule } from '../../support/night-desk.ts';

let here: TestDesk;
beforeEach(async () => {
  here = await openTestDesk();
});
afterEach(() => here.close());

/** The same desk with rules of its own. */
function deskWith(...routing: readonly RoutingRule[]): Desk {
  return { ...here.desk, config: nightDesk({ routing }) };
}

type More = Omit<Parameters<typeof registerTicket>[1], 'subject' | 'text'>;

function comesIn(desk: Desk, subject: string, more: More = {}): Ticket {
  const done = registerTicket(desk, { subject, text: '', ...more });
  if (!done.ok) throw new Error(done.problem.code);
  return done.value.ticket;
}

function reasons(ticketId: string): string[] {
  return here.desk.tickets.events(ticketId).flatMap(({ fact }) => {
    if (fact.type === 'assigned') return [`assigned ${fact.reason}`];
    return fact.type === 'field-changed' ? [`${fact.field.name} ${fact.reason}`] : [];
  });
}

const vpn = rule('vpn', {
  when: { words: ['туннель', 'vpn'] },
  line: '3',
  priority: 'P2',
  addTags: ['vpn'],
  assign: ['personal-engineer', 'least-loaded'],
});

describe('a ticket that comes in', () => {
  test('goes where the rule says, in one operation, with the rule as the reason', () => {
    const boris = here.person('boris', { line: '3' });
    const ticket = comesIn(deskWith(vpn), 'Туннели падают каждый час');
    expect(ticket).toMatchObject({ line: '3', priority: 'P2', tags: ['vpn'], status: 'new' });
    expect(ticket.assigneeId).toBe(boris.id);
    const because = ['line routing:vpn', 'priority routing:vpn', 'assigned routing:vpn'];
    expect(reasons(ticket.id)).toEqual(because);
    const ops = new Set(here.desk.tickets.events(ticket.id).map(({ opId }) => opId));
    expect(ops.size).toBe(1);
  });

  test('is taken by whoever got it', () => {
    const desk = deskWith(rule('mine', { assign: ['least-loaded'] }));
    const ticket = comesIn(desk, 'Принтер');
    expect(ticket.assigneeId).toBe(desk.me.id);
    expect(here.does(ticket.id, { type: 'take' }).status).toBe('open');
    expect(here.isRefused(ticket.id, { type: 'take' })).toBe('already-yours');
  });

  test('keeps what a person chose', () => {
    const ticket = comesIn(deskWith(vpn), 'vpn', { line: '1', priority: 'P4' });
    expect(ticket).toMatchObject({ line: '1', priority: 'P4', tags: ['vpn'] });
  });

  test('stays with whoever wrote the call down', () => {
    here.person('boris', { line: '3' });
    const caller = { phone: '+7 900 123-45-67', email: null, name: 'Жанна', customer: null };
    const done = registerCall(deskWith(vpn), caller, { subject: 'vpn', text: '' });
    expect(done.ok && done.value).toMatchObject({
      line: '2',
      priority: 'P2',
      assigneeId: here.desk.me.id,
    });
  });

  test('stays where it is at a desk without rules', () => {
    const ticket = comesIn(here.desk, 'vpn');
    expect(ticket).toMatchObject({ line: '2', priority: 'P3', assigneeId: null, rev: 1 });
  });

  test('is undone whole', () => {
    const ticket = comesIn(deskWith(vpn), 'vpn');
    here.does(ticket.id, { type: 'note', text: 'x' });
    expect(undoLast(here.desk, ticket.id).ok).toBe(true);
    expect(here.ticket(ticket.id)).toEqual(ticket);
  });
});

describe('who gets it', () => {
  test('the personal engineer, in business hours', () => {
    const vera = here.person('vera', { line: '1' });
    const { id } = here.customer('Ромашка', { personalEngineerId: vera.id });
    expect(comesIn(deskWith(vpn), 'vpn', { customerId: id }).assigneeId).toBe(vera.id);
    here.clock.forward(9 * hour);
    expect(comesIn(deskWith(vpn), 'vpn', { customerId: id }).assigneeId).toBeNull();
  });

  test('whoever has fewest open tickets, and never somebody of the demo', () => {
    here.person('demo', { line: '3', isDemo: true });
    const [boris, vera] = ['boris', 'vera'].map((login) => here.person(login, { line: '3' }).id);
    const desk = deskWith(vpn);
    const got = Array.from({ length: 4 }, (_, n) => {
      here.clock.forward(60_000);
      return comesIn(desk, `vpn ${n}`).assigneeId;
    });
    expect(got).toEqual([boris, vera, boris, vera]);
  });

  test('whoever had the contact before, else the customer', () => {
    const before = rule('before', { assign: ['previous-assignee'] });
    const desk = deskWith(before);
    const [boris, vera] = ['boris', 'vera'].map((login) => here.person(login).id);
    const customer = here.customer('Ромашка');
    const zhanna = here.contact('Жанна', { customerId: customer.id });
    const oleg = here.contact('Олег', { customerId: customer.id });
    const first = here.registers('Первое', '', zhanna.id);
    here.does(first, { type: 'assign', personId: boris ?? null });
    here.clock.forward(60_000);
    const second = here.registers('Второе', '', oleg.id);
    here.does(second, { type: 'assign', personId: vera ?? null });
    expect(comesIn(desk, 'От другой', { customerId: customer.id }).assigneeId).toBe(vera);
    expect(comesIn(desk, 'Снова', { contactId: zhanna.id }).assigneeId).toBe(boris);
    expect(comesIn(desk, 'От чужих').assigneeId).toBeNull();
  });
});

describe('words of a topic', () => {
  const holds = phrasesIn('Re: Не открываются ЭЛЕКТРОННЫЕ подписи, сертификат 1С:ЭДО просрочен');

  test.each([
    ['электронная подпись', true],
    ['сертификаты', true],
    ['подпись электронная', false],
    ['подпись', true],
    ['под', false],
    ['1С', true],
    ['', false],
    ['!?', false],
  ])('%s: %s', (phrase, isThere) => {
    expect(holds(phrase)).toBe(isThere);
  });
});
