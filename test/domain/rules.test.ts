import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { Person } from '../../src/domain/person.ts';
import type { NewPromise } from '../../src/domain/text-effects.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import { day, hour, minute } from '../support/desk.ts';
import {
  heard,
  registered,
  reply,
  shippedDesk,
  somebody,
  TicketInMemory,
  ticketIn,
} from '../support/domain.ts';

const desk = shippedDesk();

describe('who may do what', () => {
  it.each<[Role, string, string]>([
    ['engineer', '2', 'ok'],
    ['engineer', '1', 'ok'],
    ['engineer', '3', 'line-does-not-talk'],
    ['engineer', 'vendor', 'line-does-not-talk'],
    ['lead', '3', 'ok'],
    ['hire', '2', 'reply-through-mentor'],
    ['qa', '2', 'role-does-not-talk'],
    ['read-only', '2', 'role-reads-only'],
  ])('%s of line %s writes to the customer: %s', (role, line, answer) => {
    const actor = somebody({ role, line });
    expect(ticketIn('open', desk).tries(reply('Смотрю'), actor)).toBe(answer);
  });

  it('counts a call as a word to the customer', () => {
    const call = { type: 'log-call', text: 'Звонила', durationMs: null, promise: null } as const;
    const answer = (more: Partial<Person>) => ticketIn('open', desk).tries(call, somebody(more));
    expect(answer({ line: '2' })).toBe('ok');
    expect(answer({ line: '3' })).toBe('line-does-not-talk');
    expect(answer({ role: 'hire' })).toBe('reply-through-mentor');
  });

  it('lets everybody of the live queue leave notes', () => {
    const note: TicketCommand = { type: 'note', text: 'вижу' };
    expect(ticketIn('closed', desk).tries(note, somebody({ role: 'qa' }))).toBe('ok');
    expect(ticketIn('closed', desk).tries(note, somebody({ role: 'hire' }))).toBe(
      'channel-not-signed-off',
    );
    expect(ticketIn('open', desk).tries(note, somebody({ role: 'read-only' }))).toBe(
      'role-reads-only',
    );
  });

  it('takes a ticket once: mine stays mine, another one is asked for', () => {
    const story = ticketIn('new', desk);
    expect(story.does({ type: 'take' })).toMatchObject({
      assigneeId: 'anya',
      status: 'open',
      hands: 1,
    });
    expect(story.tries({ type: 'take' })).toBe('already-yours');
    expect(story.tries({ type: 'take' }, somebody({ id: 'oleg' }))).toBe('already-taken');
    expect(story.tries({ type: 'assign', personId: 'anya' })).toBe('already-assigned');
    expect(story.does({ type: 'assign', personId: 'oleg' }).hands).toBe(2);
    expect(story.does({ type: 'assign', personId: null }).hands).toBe(2);
    expect(story.tries({ type: 'assign', personId: null })).toBe('already-unassigned');
  });
});

describe('a reply', () => {
  it('opens a new ticket and takes it', () => {
    const ticket = ticketIn('new', desk).does(reply('Смотрю'));
    expect(ticket).toMatchObject({ status: 'open', assigneeId: 'anya' });
    expect(ticket.firstAnsweredAt).toBe(ticket.lastPublicAt);
  });

  it('leaves the person of an open ticket as it is', () => {
    const story = ticketIn('new', desk);
    story.does({ type: 'take' });
    expect(story.does(reply('Подскажу'), somebody({ id: 'oleg' })).assigneeId).toBe('anya');
  });

  it.each([
    ['waiting-customer', 'ok'],
    ['waiting-third-party', 'ok'],
    ['open', 'ok'],
    ['resolved', 'ok'],
    ['closed', 'closing-needs-confirmation'],
    ['merged', 'closing-needs-confirmation'],
    // Putting off needs a time, which a reply does not carry.
    ['scheduled', 'until-in-past'],
  ] as const)('may leave the ticket %s: %s', (status, answer) => {
    expect(ticketIn('open', desk).tries(reply('Жду', status))).toBe(answer);
  });

  it('does not move a resolved ticket past its return', () => {
    const story = ticketIn('resolved', desk);
    expect(story.tries(reply('Проверьте ещё раз', 'waiting-customer'))).toBe('already-resolved');
    expect(story.does(reply('Проверьте ещё раз')).status).toBe('resolved');
  });

  it.each([
    reply('  \n'),
    { type: 'note', text: '' },
    { type: 'log-call', text: ' ', durationMs: null, promise: null },
  ] satisfies TicketCommand[])('is not empty', (command) => {
    expect(ticketIn('open', desk).tries(command)).toBe('text-missing');
  });
});

describe('what the customer writes', () => {
  it.each(['waiting-customer', 'scheduled'] as const)('wakes a ticket that is %s', (status) => {
    const story = ticketIn(status, desk);
    expect(story.does(heard('Вот', story.now))).toMatchObject({
      status: 'open',
      scheduledUntil: null,
    });
  });

  it('returns a resolved ticket, thanks do not', () => {
    const story = ticketIn('resolved', desk);
    const { type, ...words } = heard('Спасибо', story.now) as Extract<
      TicketCommand,
      { type: 'receive' }
    >;
    expect(story.does({ type, ...words, keepsSolution: true })).toMatchObject({
      status: 'resolved',
      returns: 0,
    });
    expect(story.does(heard('Опять', story.now))).toMatchObject({
      status: 'open',
      returns: 1,
      resolvedAt: null,
    });
  });

  it('returns a closed ticket inside the window and not after it', () => {
    const story = ticketIn('closed', desk);
    const since = story.ticket.resolvedAt ?? 0;
    story.now = since + desk.reopenWindowMs + 1;
    expect(story.tries(heard('Опять', story.now))).toBe('reopen-window-over');
    expect(story.tries({ type: 'return', reason: 'опять' })).toBe('reopen-window-over');
    story.now = since + desk.reopenWindowMs;
    expect(story.tries(heard('Опять', story.now))).toBe('ok');
    expect(story.ticket).toMatchObject({ status: 'open', returns: 1 });
  });

  it('changes nothing when a machine wrote it', () => {
    const story = ticketIn('resolved', desk);
    const before = story.ticket;
    const ticket = story.does(heard('Я в отпуске', story.now, { isAutomatic: true }));
    expect(ticket).toEqual({ ...before, updatedAt: ticket.updatedAt, rev: before.rev + 1 });
  });

  it('goes to the head of the desk with the third return', () => {
    const story = ticketIn('new', desk);
    story.does({ type: 'take' });
    for (const times of [1, 2]) {
      story.does({ type: 'resolve', solution: '' });
      expect(story.does(heard('Опять', story.now))).toMatchObject({
        returns: times,
        assigneeId: 'anya',
      });
    }
    story.does({ type: 'resolve', solution: '' });
    expect(story.does({ type: 'return', reason: 'третий раз' })).toMatchObject({
      returns: 3,
      assigneeId: 'head',
    });
  });

  it('stays with its engineer when nobody heads the desk', () => {
    const story = ticketIn('new', desk);
    story.headId = null;
    story.does({ type: 'take' });
    for (let i = 0; i < 4; i++) {
      story.does({ type: 'resolve', solution: '' });
      story.does({ type: 'return', reason: '' });
    }
    expect(story.ticket).toMatchObject({ returns: 4, assigneeId: 'anya' });
  });
});

describe('promises', () => {
  const promised = (kind: NewPromise['kind'], dueAt: number, id = kind): NewPromise => {
    return { id, kind, dueAt, text: '' };
  };
  const make = (promise: NewPromise): TicketCommand => ({ type: 'promise', promise });
  const states = (story: TicketInMemory) => story.ticket.promises.map((p) => p.state);

  it('are not given for the past', () => {
    const story = ticketIn('open', desk);
    expect(story.tries(make(promised('hold', story.now)))).toBe('promise-in-past');
    expect(story.tries(make(promised('hold', story.now + 1)))).toBe('ok');
  });

  it('are kept by a word in time and broken by a late one', () => {
    for (const [wait, state] of [
      [hour, 'kept'],
      [hour + 1, 'broken'],
    ] as const) {
      const story = ticketIn('open', desk);
      story.does(make(promised('call-back', story.now + hour)));
      story.now += wait;
      story.does(reply('Как обещала'));
      expect(states(story)).toEqual([state]);
    }
  });

  it('hold one time of each kind: a new one moves the old one', () => {
    const story = ticketIn('open', desk);
    story.does(make(promised('deadline', story.now + hour, 'a' as 'deadline')));
    story.does(make(promised('deadline', story.now + 2 * hour, 'b' as 'deadline')));
    expect(states(story)).toEqual(['moved', 'open']);
    story.does(make(promised('call-back', story.now + hour)));
    expect(states(story)).toEqual(['moved', 'open', 'open']);
  });

  it('of a deadline wait for the solution, not for a word', () => {
    const story = ticketIn('open', desk);
    story.does(make(promised('deadline', story.now + hour)));
    story.does(reply('Работаем'));
    expect(states(story)).toEqual(['open']);
    story.does({ type: 'resolve', solution: '' });
    expect(states(story)).toEqual(['kept']);
  });

  it('made after the solution end with the confirmation', () => {
    const story = ticketIn('resolved', desk);
    story.does(make(promised('call-back', story.now + hour)));
    story.does({ type: 'confirm', by: 'Жанна', how: 'mail' });
    expect(states(story)).toEqual(['kept']);
  });

  it('are settled by hand once', () => {
    const story = ticketIn('open', desk);
    story.does(make(promised('deadline', story.now + hour)));
    const moved: TicketCommand = { type: 'settle-promise', promiseId: 'deadline', state: 'moved' };
    expect(story.tries(moved)).toBe('ok');
    expect(story.tries(moved)).toBe('no-such-promise');
    expect(states(story)).toEqual(['moved']);
  });
});

describe('fields, tags and links', () => {
  it('refuses what is wrong or changes nothing', () => {
    const story = ticketIn('new', desk);
    const set = (fields: Extract<TicketCommand, { type: 'set-fields' }>['fields']) =>
      story.tries({ type: 'set-fields', fields });
    expect(set({ subject: ' ' })).toBe('subject-missing');
    expect(set({ line: '9' })).toBe('unknown-line');
    expect(set({ priority: 'P3', line: '2' })).toBe('nothing-to-change');
    expect(set({ priority: 'P1', line: '3', reason: 'нужна третья' })).toBe('ok');
    expect(story.ticket).toMatchObject({ priority: 'P1', line: '3' });
    const tag = (add: string[], remove: string[] = []) => story.tries({ type: 'tag', add, remove });
    expect(tag(['vpn', ' vpn ', ''])).toBe('ok');
    expect(story.ticket.tags).toEqual(['vpn']);
    expect(tag(['vpn'], ['нет такой'])).toBe('nothing-to-change');
    expect(tag([], ['vpn'])).toBe('ok');
    const link = (ticketId: string) =>
      story.tries({ type: 'link', link: { ticketId, relation: 'related' } });
    expect(link('ticket-1')).toBe('link-to-itself');
    expect(link('other')).toBe('ok');
    expect(link('other')).toBe('already-linked');
  });

  it('registers only with a subject on a known line', () => {
    const tries = (more: object) => {
      return new TicketInMemory(desk).tries({ ...registered, ...more } as TicketCommand);
    };
    expect(tries({ subject: ' ', first: null })).toBe('subject-missing');
    expect(tries({ line: '9' })).toBe('unknown-line');
    expect(tries({})).toBe('ok');
    expect(new TicketInMemory(desk).tries({ type: 'take' })).toBe('no-such-ticket');
  });
});

describe('putting off', () => {
  it('needs a time in the future and names it until the ticket wakes', () => {
    const story = ticketIn('open', desk);
    const until = story.now + day;
    expect(story.tries({ type: 'schedule', until: story.now, reason: '' })).toBe('until-in-past');
    expect(story.does({ type: 'schedule', until, reason: '' }).scheduledUntil).toBe(until);
    story.now += minute;
    expect(
      story.does({ type: 'set-status', status: 'open', reason: '' }).scheduledUntil,
    ).toBeNull();
  });
});
