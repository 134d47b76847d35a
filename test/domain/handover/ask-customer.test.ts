import { beforeEach, describe, expect, it } from 'vitest';
import { offeredAnswer } from '../../../src/domain/handover/ask-customer.ts';
import { openQuestions } from '../../../src/domain/handover/handover.ts';
import type { HandoverCommand } from '../../../src/domain/handover/handover-command.ts';
import type { Entry } from '../../../src/domain/ticket.ts';
import { hour, minute } from '../../support/desk.ts';
import { heard, registered, reply, shippedDesk, TicketInMemory } from '../../support/domain.ts';
import { people } from '../../support/handover.ts';

const desk = shippedDesk();
const { l1, l2, l3, lead } = people;
let story: TicketInMemory;

type Ask = Extract<HandoverCommand, { type: 'ask-customer' }>;

const ask = (more: Partial<Ask> = {}): Ask => ({
  type: 'ask-customer',
  question: 'Горит ли зелёная лампочка на коробке у кассы?',
  why: 'Отличить питание от сети',
  dueAt: story.now + hour,
  ...more,
});

const entries = (): readonly Entry[] =>
  story.events.flatMap(({ fact }) => (fact.type === 'entry-added' ? [fact.entry] : []));

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does({ ...registered, line: '3' });
  story.does({ type: 'take' }, l3);
});

describe('a line that does not talk to customers', () => {
  it('neither writes nor calls', () => {
    const call = { type: 'log-call', text: 'Звонил', durationMs: null, promise: null } as const;
    for (const command of [reply('Здравствуйте'), call]) {
      expect(story.refusalOf(command, l3)).toMatchObject({
        code: 'line-does-not-talk',
        nextSteps: ['ask-customer', 'note'],
      });
    }
  });

  it('asks through the nearest line that does, and gets the answer on the ticket', () => {
    const ticket = story.does(ask(), l3);
    const [question] = openQuestions(ticket);
    expect(question).toMatchObject({
      throughLine: '2',
      askedById: 'l3',
      askedFromLine: '3',
      answer: null,
    });
    expect(entries().at(-1)).toMatchObject({ kind: 'note', visibility: 'internal' });
    const clarificationId = question?.id ?? '';
    const answer = (text: string) =>
      ({ type: 'answer-question', clarificationId, answer: text }) as const;
    expect(story.refusalOf(answer('Горит'), l1)).toMatchObject({
      code: 'question-not-yours',
      names: { line: { ru: 'Вторая линия' } },
    });
    expect(story.tries(answer('  '), l2)).toBe('text-missing');
    story.now += 5 * minute;
    const answered = story.does(answer('Горит, но мигает'), l2);
    expect(answered.clarifications).toMatchObject([
      { answer: 'Горит, но мигает', answeredAt: story.now },
    ]);
    expect(openQuestions(answered)).toEqual([]);
    expect(entries().at(-1)?.text).toContain('Горит, но мигает');
    expect(story.tries(answer('ещё'), l2)).toBe('no-such-question');
  });

  it('asks through a line it names, when that one talks', () => {
    expect(story.does(ask({ throughLine: '1' }), l3).clarifications?.[0]?.throughLine).toBe('1');
    expect(story.tries(ask({ throughLine: '3' }), l3)).toBe('line-cannot-ask');
    expect(story.tries(ask({ throughLine: '9' }), l3)).toBe('unknown-line');
  });

  it('says everything that a question needs', () => {
    const refusal = story.refusalOf(ask({ question: ' ', why: '' }), l3);
    expect(refusal?.missing?.map(({ code }) => code)).toEqual(['question', 'why']);
    expect(story.tries(ask({ dueAt: story.now }), l3)).toBe('until-in-past');
  });

  it('cannot ask where nobody talks', () => {
    const lines = desk.lines.map((line) => ({ ...line, talksToCustomer: 'no' as const }));
    const mute = new TicketInMemory({ ...desk, lines });
    mute.does(registered);
    expect(mute.tries(ask(), l3)).toBe('no-line-talks');
  });
});

describe('a reply of the customer while a question waits', () => {
  it('is offered as its answer, and is none by itself', () => {
    story.does(ask(), l3);
    expect(offeredAnswer(story.ticket, entries())).toBeNull();
    story.now += minute;
    story.does(heard('Да, горит', story.now));
    expect(offeredAnswer(story.ticket, entries())?.entry.text).toBe('Да, горит');
    expect(openQuestions(story.ticket)).toHaveLength(1);
  });
});

describe('an exception for one ticket', () => {
  const grant = { type: 'grant-voice', personId: 'l3', reason: 'знает эту систему' } as const;

  it('lets one person write on it, and is on record', () => {
    expect(story.tries(grant, l3)).toBe('not-permitted');
    expect(story.tries({ ...grant, reason: ' ' }, lead)).toBe('reason-missing');
    const ticket = story.does(grant, lead);
    expect(ticket.voiceGrants).toEqual([
      { personId: 'l3', byId: 'lead', reason: 'знает эту систему', at: story.now },
    ]);
    expect(story.tries(reply('Здравствуйте'), l3)).toBe('ok');
    expect(story.tries(reply('И я'), { ...l3, id: 'other' })).toBe('line-does-not-talk');
    expect(story.tries(grant, lead)).toBe('may-already-talk');
  });
});
