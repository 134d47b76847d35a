import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketFact } from '../../../src/domain/event.ts';
import { acceptedAfterMs } from '../../../src/domain/handover/handover.ts';
import { must } from '../../../src/util/must.ts';
import { hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, shippedDesk, TicketInMemory } from '../../support/domain.ts';
import { escalate, fullForm, people } from '../../support/handover.ts';

const desk = shippedDesk();
const { l1, l2, l3, lead, teamLead, head } = people;
let story: TicketInMemory;

/** Entries that the last command wrote. */
const written = (): readonly string[] => {
  const last = story.events.at(-1)?.opId;
  const facts = story.events.filter(({ opId }) => opId === last).map(({ fact }) => fact);
  return facts.flatMap((fact: TicketFact) =>
    fact.type === 'entry-added' ? [`${fact.entry.visibility}: ${fact.entry.text}`] : [],
  );
};

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does(registered);
  story.does({ type: 'take' }, l2);
});

describe('handing a ticket to the next line', () => {
  it('moves it, frees it, and keeps the form for the receiver', () => {
    const ticket = story.does(escalate({ reason: 'нужны права на сервер' }), l2);
    expect(ticket).toMatchObject({ line: '3', assigneeId: null, status: 'open' });
    expect(ticket.handover).toMatchObject({
      kind: 'line',
      fromLine: '2',
      fromId: 'l2',
      toLine: '3',
      toId: null,
      byId: 'l2',
      reason: 'нужны права на сервер',
      form: fullForm,
      state: 'waiting',
    });
    expect(ticket.lineLog?.map(({ line }) => line)).toEqual(['2', '3']);
    expect(written()).toEqual([
      [
        'internal: Передача: Третья линия',
        'Причина: нужны права на сервер',
        `Что видно: ${fullForm.seen}`,
        `Что сделано и результат: ${fullForm.done}`,
        `Что нужно от вас: ${fullForm.need}`,
      ].join('\n'),
    ]);
  });

  it('is refused with everything that is missing at once', () => {
    const before = story.ticket;
    const form = { seen: '  ', done: 'перезапустили', need: '' };
    const refusal = story.refusalOf(escalate({ form }), l2);
    expect(refusal).toMatchObject({ code: 'handover-incomplete', nextSteps: ['escalate'] });
    expect(refusal?.missing?.map(({ code }) => code)).toEqual(['seen', 'need']);
    expect(story.ticket).toBe(before);
  });

  it('asks for the fields of its kind as well, and not when a person is asked', () => {
    const defect = new TicketInMemory(desk);
    defect.does({ ...registered, kind: 'defect' });
    defect.does({ type: 'take' }, l2);
    const refusal = defect.refusalOf(escalate({ form: { ...fullForm, need: '' } }), l2);
    const codes = refusal?.missing?.map(({ code }) => code) ?? [];
    expect(codes[0]).toBe('need');
    expect(codes).toContain('expected');
    expect(defect.refusalOf(escalate(), l2)?.nextSteps).toEqual(['details']);
    expect(defect.tries(escalate({ to: 'head' }), l2)).toBe('ok');
  });

  it('asks nothing twice: the form answers the fields of the kind that ask the same', () => {
    const rule = must(
      desk.kinds.find(({ code }) => code === 'incident'),
      'incidents',
    );
    const base = { hint: null, choices: [], needed: 'transfer', when: null } as const;
    const asked = (code: string) => {
      return { ...base, code, name: { ru: code, en: code }, type: 'long-text' } as const;
    };
    const kinds = [{ ...rule, fields: [asked('seen'), asked('logs')] }];
    const strict = new TicketInMemory({ ...desk, kinds });
    strict.does(registered);
    const refusal = strict.refusalOf(escalate({ form: { ...fullForm, seen: '' } }), l2);
    expect(refusal?.missing?.map(({ code }) => code)).toEqual(['seen', 'logs']);
    expect(refusal?.nextSteps).toEqual(['escalate', 'details']);
    const ticket = strict.does(escalate({ form: { ...fullForm, logs: '/var/log' } }), l2);
    expect(ticket.details).toEqual({ seen: fullForm.seen, logs: '/var/log' });
  });

  it('goes to a named line, or to the next one up', () => {
    expect(story.does(escalate({ line: '1' }), l2).line).toBe('1');
    expect(story.tries(escalate({ line: '1' }), l1)).toBe('already-on-line');
    expect(story.tries(escalate({ line: '9' }), l1)).toBe('unknown-line');
    expect(story.does(escalate(), l1).line).toBe('2');
    expect(story.does(escalate(), l2).line).toBe('3');
    expect(story.tries(escalate(), l3)).toBe('no-higher-line');
  });

  it('wakes what waited', () => {
    story.does({ type: 'set-status', status: 'waiting-customer', reason: '' }, l2);
    expect(story.does(escalate(), l2).status).toBe('open');
  });

  it('is over for a ticket that is done', () => {
    story.does({ type: 'resolve', solution: 'Готово' }, l2);
    expect(story.tries(escalate(), l2)).toBe('already-resolved');
    story.does({ type: 'confirm', by: 'Жанна', how: 'письмом' }, l2);
    expect(story.tries(escalate(), l2)).toBe('ticket-closed');
  });

  it('is the only way for a ticket that somebody has worked on', () => {
    const move = { type: 'set-fields', fields: { line: '3' } } as const;
    expect(story.tries(move, l2)).toBe('handover-needed');
    expect(story.tries(move, lead)).toBe('ok');
    const fresh = new TicketInMemory(desk);
    fresh.does(registered);
    expect(fresh.tries(move, l1)).toBe('ok');
  });

  it('is the only way out of the desk: somebody inside keeps what a vendor works on', () => {
    const move = { type: 'set-fields', fields: { line: 'vendor' } } as const;
    expect(story.tries(move, lead)).toBe('line-outside');
    const fresh = new TicketInMemory(desk);
    expect(fresh.tries({ ...registered, line: 'vendor' }, l1)).toBe('line-outside');
  });

  it('keeps the senior responsible for the next update until somebody accepts', () => {
    story.seniorId = 'lead';
    expect(story.does(escalate(), l2).careOfId).toBe('lead');
    expect(story.does({ type: 'take' }, l3).careOfId).toBeUndefined();
  });
});

describe('what was handed over', () => {
  beforeEach(() => {
    story.does(escalate(), l2);
    story.now += 12 * minute;
  });

  it('is accepted by the receiving line, in so many minutes', () => {
    const ticket = story.does({ type: 'accept-handover' }, l3);
    expect(ticket).toMatchObject({ assigneeId: 'l3', line: '3' });
    expect(ticket.handover).toMatchObject({ state: 'accepted', settledById: 'l3' });
    expect(ticket.handover && acceptedAfterMs(ticket.handover)).toBe(12 * minute);
    expect(story.tries({ type: 'accept-handover' }, l3)).toBe('no-handover');
  });

  it('is accepted by taking it', () => {
    expect(story.does({ type: 'take' }, l3).handover?.state).toBe('accepted');
  });

  it('is nothing for others, a lead may', () => {
    const refusal = story.refusalOf({ type: 'accept-handover' }, l2);
    expect(refusal).toMatchObject({
      code: 'handover-not-yours',
      names: { who: { ru: 'Третья линия' } },
    });
    expect(story.tries({ type: 'take' }, l1)).toBe('handover-not-yours');
    expect(story.tries({ type: 'return-handover', missing: 'журнал' }, l1)).toBe(
      'handover-not-yours',
    );
    expect(story.tries({ type: 'accept-handover' }, lead)).toBe('ok');
  });

  it('goes back to the line and the person it came from, with what is missing, and is counted', () => {
    expect(story.tries({ type: 'return-handover', missing: ' ' }, l3)).toBe(
      'handover-missing-empty',
    );
    const ticket = story.does({ type: 'return-handover', missing: 'журнал за ночь' }, l3);
    expect(ticket).toMatchObject({ line: '2', assigneeId: 'l2', handoverReturns: 1 });
    expect(ticket.handover).toMatchObject({ state: 'returned', missing: 'журнал за ночь' });
    expect(written()).toEqual(['internal: Передача возвращена, не хватает: журнал за ночь']);
    expect(story.tries({ type: 'accept-handover' }, l3)).toBe('no-handover');
  });

  it('may go back after it was accepted, while it is theirs', () => {
    story.does({ type: 'accept-handover' }, l3);
    expect(story.tries({ type: 'return-handover', missing: 'версия' }, l2)).toBe('no-handover');
    expect(story.does({ type: 'return-handover', missing: 'версия' }, l3).line).toBe('2');
  });

  it('is answered for by the senior while whoever handed it on may have gone home', () => {
    story.seniorId = 'lead';
    story.does({ type: 'return-handover', missing: 'журнал' }, l3);
    expect(story.ticket.careOfId).toBe('lead');
    expect(story.does(reply('Уточняю'), l2).careOfId).toBeUndefined();
  });

  it('is replaced by a second one, and the history keeps both', () => {
    story.does(escalate({ line: '1' }), lead);
    expect(story.ticket).toMatchObject({ line: '1', handover: { toLine: '1', fromLine: '3' } });
    const handed = story.events.filter(({ fact }) => fact.type === 'handed-over');
    expect(handed).toHaveLength(2);
  });
});

describe('asking somebody who decides', () => {
  it('gives it to the shift senior, the team lead or the head, who accepts', () => {
    story.seniorId = 'lead';
    story.teamLeadId = 'team-lead';
    for (const [to, person] of [
      ['senior', lead],
      ['team-lead', teamLead],
      ['head', head],
    ] as const) {
      const ticket = story.does(escalate({ to, reason: 'клиент грозит уйти' }), l2);
      expect(ticket).toMatchObject({ assigneeId: person.id, line: '2' });
      expect(story.tries({ type: 'take' }, l2)).toBe('handover-of-person');
      expect(story.does({ type: 'take' }, person).handover).toMatchObject({
        kind: to,
        state: 'accepted',
      });
    }
  });

  it('finds the next one who decides, and stays where it is when there is none', () => {
    story.seniorId = 'lead';
    expect(story.does(escalate({ to: 'team-lead' }), l2).assigneeId).toBe('lead');
    story.headId = null;
    story.seniorId = null;
    const ticket = story.does(escalate({ to: 'head' }), lead);
    expect(ticket.handover).toMatchObject({ kind: 'head', toId: null, state: 'waiting' });
    expect(ticket.assigneeId).toBe('lead');
    expect(story.tries({ type: 'accept-handover' }, lead)).toBe('handover-not-yours');
    expect(story.tries({ type: 'accept-handover' }, head)).toBe('ok');
  });

  it('has nobody above the head', () => {
    story.headId = 'head';
    expect(story.tries(escalate({ to: 'head' }), head)).toBe('nobody-above');
  });
});

describe('handing to a vendor', () => {
  const outside = (more = {}) =>
    escalate({
      to: 'vendor',
      vendor: {
        vendor: 'ПромКасса',
        ref: '',
        dueAt: story.now + 4 * hour,
        watcherId: null,
        ...more,
      },
    });

  it('leaves the ticket with its owner, who watches, while the clock of the customer runs', () => {
    const ticket = story.does(outside(), lead);
    expect(ticket).toMatchObject({
      assigneeId: 'l2',
      line: '2',
      status: 'waiting-third-party',
      vendorCase: { vendor: 'ПромКасса', ref: '', watcherId: 'l2', dueAt: story.now + 4 * hour },
      handover: { kind: 'vendor', toLine: 'vendor', state: 'waiting' },
    });
  });

  it('is accepted by the number that the vendor gave', () => {
    story.does(outside(), lead);
    expect(story.tries({ type: 'note-vendor' }, l2)).toBe('nothing-to-change');
    expect(story.tries({ type: 'note-vendor', dueAt: story.now }, l2)).toBe('until-in-past');
    const ticket = story.does({ type: 'note-vendor', ref: 'PK-881', watcherId: 'oleg' }, l2);
    expect(ticket.vendorCase).toMatchObject({ ref: 'PK-881', watcherId: 'oleg' });
    expect(ticket.handover?.state).toBe('accepted');
  });

  it('gives a ticket without an owner to whoever watches', () => {
    story.does({ type: 'assign', personId: null }, l2);
    const ticket = story.does(outside({ ref: 'PK-881', watcherId: 'oleg' }), lead);
    expect(ticket).toMatchObject({ assigneeId: 'oleg', handover: { state: 'accepted' } });
  });

  it('is asked for with a time to come and a case to speak of', () => {
    expect(story.tries(outside({ dueAt: story.now }), lead)).toBe('until-in-past');
    expect(story.tries({ type: 'note-vendor', ref: 'x' }, l2)).toBe('no-vendor-case');
  });
});

describe('a text that hands a ticket on', () => {
  const note = (form: string) =>
    ({
      type: 'note',
      text: 'Симптом: зависает.',
      effects: { escalation: { line: '3', form } },
    }) as const;

  it('is itself the form, and frees the ticket for the line', () => {
    const ticket = story.does(note(''), l2);
    expect(ticket).toMatchObject({ line: '3', assigneeId: null });
    expect(ticket.handover?.form.seen).toBe('Симптом: зависает.');
  });

  it('brings the form beside words to the customer, which are none', () => {
    const silent = {
      ...reply('Передаю коллегам.'),
      effects: { escalation: { line: '3', form: '' } },
    };
    expect(story.tries(silent, l2)).toBe('handover-incomplete');
    const told = { ...reply('Передаю.'), effects: { escalation: { line: '3', form: 'Журнал.' } } };
    expect(story.does(told, l2).handover?.form.seen).toBe('Журнал.');
  });

  it('needs the right to hand on', () => {
    expect(story.tries(note(''), people.verifier)).toBe('not-permitted');
    const outside = { ...note(''), effects: { escalation: { line: 'vendor', form: '' } } };
    expect(story.tries(outside, l2)).toBe('not-permitted');
    expect(story.does(outside, lead)).toMatchObject({
      line: '2',
      vendorCase: { vendor: 'Поставщик' },
    });
  });
});

describe('a word of the customer', () => {
  it('changes nothing about who is to accept', () => {
    story.does(escalate(), l2);
    expect(story.does(heard('Ну что?', story.now)).handover?.state).toBe('waiting');
  });
});

describe('a call by the ladder', () => {
  it('stays on the ticket whether somebody answered or not', () => {
    const ladder = must(desk.ladders[0], 'a ladder of the shipped desk');
    const call = { type: 'log-ladder-call', ladder: ladder.code, personId: 'lead' } as const;
    const beyond = ladder.steps.length;
    expect(story.tries({ ...call, step: beyond, outcome: 'answered' }, l2)).toBe('no-such-step');
    story.does({ ...call, step: 0, outcome: 'no-answer' }, l2);
    expect(story.does({ ...call, step: 0, outcome: 'answered' }, l2).ladderCalls).toMatchObject([
      { step: 0, means: ladder.steps[0]?.means, outcome: 'no-answer', byId: 'l2' },
      { outcome: 'answered', at: story.now },
    ]);
  });
});
