import { describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { DeskConfig } from '../../src/domain/desk-config.ts';
import {
  allowanceOf,
  type Permission,
  permissions,
  rankings,
} from '../../src/domain/permission.ts';
import { whyNotAllowed, whyNotPermitted } from '../../src/domain/permission-gate.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';
import { hour } from '../support/desk.ts';
import {
  registered,
  reply,
  shippedDesk,
  somebody,
  TicketInMemory,
  ticketIn,
} from '../support/domain.ts';
import { escalate, people } from '../support/handover.ts';

const desk = shippedDesk();
type Answer = RefusalCode | 'ok';

/** The columns of the table, in its order. */
const roles = ['hire', 'l1', 'l2', 'l3', 'verifier', 'lead', 'teamLead', 'head', 'qa'] as const;

/** ● allowed, ○ not; anything else is the name of a limit. A row for every matter of the desk. */
const matrix: Readonly<Record<Permission, string>> = {
  'see-live-queue': 'practice ● ● ● ● ● ● ● read',
  register: 'practice ● ● ● ● ● ● ● ○',
  reply: 'through-mentor line-flag line-flag line-flag ● ● ● ● ○',
  'ask-through-line': '○ ○ ● ● ○ ● ● ● ○',
  note: 'practice ● ● ● ● ● ● ● ●',
  'set-priority': 'practice initial with-reason with-reason ○ ● ● ● ○',
  'transfer-up': 'practice ● ● ● ○ ● ● ● ○',
  'transfer-to-vendor': 'practice ○ ○ ● ○ ● ● ● ○',
  'close-unconfirmed': '○ ○ ○ ○ ○ timeout timeout ● ○',
  'take-third-return': '○ ○ ○ ○ ○ ○ ○ ● ○',
  'edit-article': 'suggest ● ● ● ○ ● ● ● ○',
  'judge-alert': '○ propose ● ● ○ ● ● ● ○',
  'change-alert-catalogue': '○ ○ propose ● ○ with-reason ● ● ○',
  'see-others-quality': '○ ○ ○ ○ ○ team team ● ●',
  spend: '○ ○ up-to-limit up-to-limit ○ ● ● ● ○',
  'refuse-customer': '○ ○ ○ ○ ○ ○ ○ ● ○',
  'read-audit-log': '○ own own own own team team ● ●',
  'write-shift-report': '○ add-item add-item add-item add-item ● ● read read',
  'control-drill': 'join join join join join ● ● ● observe',
  'work-on-ticket': 'practice ● ● ● ● ● ● ● ○',
  'assign-others': '○ ● ● ● ○ ● ● ● ○',
  'accept-handover': 'practice ● ● ● ○ ● ● ● ○',
  'return-to-work': 'practice ● ● ● ● ● ● ● ○',
  'grant-exception': '○ ○ ○ ○ ○ ● ● ● ○',
  'change-desk': '○ ○ ○ ○ ○ ● ● ● ○',
  'close-without-analysis': '○ ○ ○ ○ ○ ● ● ● ○',
  'merge-tickets': 'practice ● ● ● ○ ● ● ● ○',
  'message-many': '○ ● ● ● ○ ● ● ● ○',
  'judge-practice': '○ ○ ○ ○ ○ ● ● ● ○',
};

describe('who may do what at the shipped desk', () => {
  const cells = Object.entries(matrix).flatMap(([permission, row]) =>
    row.split(' ').map((mark, i) => [permission as Permission, roles[i] ?? 'hire', mark] as const),
  );

  it.each(cells)('%s, %s: %s', (permission, role, mark) => {
    const allowance = allowanceOf(desk.permissions, permission, people[role]);
    const shown =
      typeof allowance === 'string' ? { yes: '●', no: '○' }[allowance] : allowance.limit;
    expect(shown).toBe(mark);
  });

  it('has a row for every matter', () => {
    expect(Object.keys(matrix).toSorted()).toEqual([...permissions].toSorted());
  });
});

const no = 'not-permitted';
const practice = 'channel-not-signed-off';
const yes: Answer = 'ok';

const priority = (reason: string): TicketCommand => {
  return { type: 'set-fields', fields: { priority: 'P1', reason } };
};

/** What a command answers each of the nine on an open ticket of the second line. */
const commands: readonly (readonly [string, (now: number) => TicketCommand, readonly Answer[]])[] =
  [
    [
      'a public reply',
      () => reply('Смотрю'),
      [
        'reply-through-mentor',
        ...([yes, yes, 'line-does-not-talk', yes, yes, yes, yes] as const),
        'role-does-not-talk',
      ],
    ],
    [
      'a question through another line',
      (now) => ({
        type: 'ask-customer',
        question: 'Что на экране?',
        why: 'Отличить сеть от сервера',
        dueAt: now + hour,
      }),
      [no, no, yes, yes, no, yes, yes, yes, no],
    ],
    [
      'a note',
      () => ({ type: 'note', text: 'в журнале пусто' }),
      [practice, yes, yes, yes, yes, yes, yes, yes, yes],
    ],
    [
      'a priority without a reason',
      () => priority(''),
      [practice, 'initial-only', 'reason-missing', 'reason-missing', no, yes, yes, yes, no],
    ],
    [
      'a priority with a reason',
      () => priority('стоит касса'),
      [practice, 'initial-only', yes, yes, no, yes, yes, yes, no],
    ],
    ['handing on', () => escalate(), [practice, yes, yes, yes, no, yes, yes, yes, no]],
    [
      'handing to a vendor',
      () => escalate({ to: 'vendor' }),
      [practice, no, no, yes, no, yes, yes, yes, no],
    ],
    [
      'an exception for one ticket',
      () => ({ type: 'grant-voice', personId: 'l3', reason: 'знает эту систему' }),
      [no, no, no, no, no, yes, yes, yes, no],
    ],
    [
      'assigning it to somebody',
      () => ({ type: 'assign', personId: 'oleg' }),
      [no, yes, yes, yes, no, yes, yes, yes, no],
    ],
    [
      'work',
      () => ({ type: 'set-status', status: 'waiting-customer', reason: '' }),
      [practice, yes, yes, yes, yes, yes, yes, yes, no],
    ],
  ];

describe('every command for every role', () => {
  const cells = commands.flatMap(([name, make, answers]) =>
    roles.map((role, i) => [name, role, answers[i] ?? yes, make] as const),
  );

  it.each(cells)('%s, %s: %s', (_, role, answer, make) => {
    const story = ticketIn('open', desk);
    expect(story.tries(make(story.now), people[role])).toBe(answer);
  });

  it('lets the first line set the first priority of a new ticket, and asks nobody for a reason', () => {
    for (const role of ['l1', 'l2', 'l3', 'lead'] as const) {
      expect(ticketIn('new', desk).tries(priority(''), people[role])).toBe('ok');
    }
    expect(ticketIn('new', desk).tries(priority(''), people.verifier)).toBe(no);
  });

  it('lets a new hire practise on demo tickets with everything but the customer', () => {
    const story = new TicketInMemory(desk);
    story.does({ ...registered, isDemo: true }, people.hire);
    expect(story.tries({ type: 'take' }, people.hire)).toBe('ok');
    expect(story.tries({ type: 'note', text: 'смотрю' }, people.hire)).toBe('ok');
    expect(story.tries(escalate(), people.hire)).toBe('ok');
    expect(story.tries(reply('Смотрю'), people.hire)).toBe('reply-through-mentor');
  });

  it('lets a new hire touch no real ticket from a demo one', () => {
    const demo = ticketIn('open', desk);
    const real = { ...demo.ticket, id: 'real', isDemo: false };
    const asks = (command: TicketCommand) =>
      whyNotPermitted(
        command,
        { ...demo.ticket, isDemo: true },
        {
          ...{ now: 0, actor: people.hire, device: 'test', desk, opId: 'op', ticketId: 'demo' },
          ...{ other: () => real, entry: () => null, nextNumber: () => 'SM-1' },
          ...{ headId: null, seniorId: null, teamLeadId: null },
        },
      )?.code;
    expect(asks({ type: 'take' })).toBeUndefined();
    expect(asks({ type: 'link', link: { ticketId: 'real', relation: 'related' } })).toBe(practice);
    expect(asks({ type: 'merge-into', targetId: 'real', reason: '' })).toBe(practice);
    expect(asks({ type: 'gather', childIds: ['real'], reason: '' })).toBe(practice);
    expect(asks({ ...registered, isDemo: true, childIds: ['real'] })).toBe(practice);
  });

  it('asks for more than opening where a ticket is opened for others or as already over', () => {
    const opener: DeskConfig = {
      ...desk,
      permissions: { ...desk.permissions, 'work-on-ticket': {}, 'merge-tickets': {} },
    };
    const tries = (command: TicketCommand) => new TicketInMemory(opener).tries(command, people.l1);
    expect(tries(registered)).toBe('ok');
    expect(tries({ ...registered, childIds: [] })).toBe(no);
    expect(tries({ ...registered, ending: { type: 'off-topic', reason: 'реклама' } })).toBe(no);
  });

  it('lets a reader do nothing at all', () => {
    const reader = somebody({ role: 'read-only' });
    for (const [, make] of commands) {
      const story = ticketIn('open', desk);
      expect(story.tries(make(story.now), reader)).toBe('role-reads-only');
    }
  });
});

describe('a refusal', () => {
  it('names who may, and what helps instead', () => {
    const refusal = ticketIn('open', desk).refusalOf(escalate({ to: 'vendor' }), people.l2);
    expect(refusal).toMatchObject({
      code: 'not-permitted',
      nextSteps: ['escalate', 'note'],
      words: {
        what: ['transfer-to-vendor'],
        who: ['engineer-3', 'lead', 'team-lead', 'head'],
      },
    });
  });

  it('offers no note to whom notes are refused as well', () => {
    const mute: DeskConfig = { ...desk, permissions: { ...desk.permissions, note: {} } };
    const refusal = ticketIn('open', desk).ticket;
    const asked = whyNotPermitted(escalate({ to: 'vendor' }), refusal, {
      now: 0,
      actor: people.l1,
      device: 'test',
      desk: mute,
      opId: 'op',
      ticketId: 'ticket-1',
      other: () => null,
      entry: () => null,
      nextNumber: () => 'SM-1',
      headId: null,
      seniorId: null,
      teamLeadId: null,
    });
    expect(asked?.nextSteps).toEqual(['escalate']);
  });

  it('comes from a desk that says nothing at all', () => {
    const silent: DeskConfig = { ...desk, permissions: {} };
    const story = new TicketInMemory(silent);
    for (const role of roles) expect(story.tries(registered, people[role])).toBe(no);
  });
});

describe('what is no command on a ticket', () => {
  it('asks the same matrix', () => {
    expect(whyNotAllowed('change-desk', people.lead, desk)).toBeNull();
    expect(whyNotAllowed('change-desk', people.l2, desk)?.code).toBe(no);
    expect(whyNotAllowed('change-alert-catalogue', people.l2, desk)?.code).toBe(no);
    expect(whyNotAllowed('read-audit-log', people.l2, desk)).toBeNull();
    expect(whyNotAllowed('note', people.hire, desk)?.code).toBe('practice-only');
  });

  it('gives an engineer of a line above the third the rights of the third', () => {
    const fourth = somebody({ line: '4' });
    for (const permission of permissions) {
      expect(allowanceOf(desk.permissions, permission, fourth)).toEqual(
        allowanceOf(desk.permissions, permission, people.l3),
      );
    }
    expect(rankings).not.toContain('engineer-4');
  });
});
