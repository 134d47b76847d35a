import { beforeEach, describe, expect, it } from 'vitest';
import type { TicketFact } from '../../src/domain/event.ts';
import type { TextEffects } from '../../src/domain/text-effects.ts';
import type { Status } from '../../src/domain/vocabulary.ts';
import { minute } from '../support/desk.ts';
import { registered, shippedDesk, somebody, TicketInMemory } from '../support/domain.ts';

const desk = shippedDesk();
let story: TicketInMemory;

const reply = (effects: TextEffects, status: Status | null = null) =>
  ({
    type: 'reply',
    text: 'Готово.',
    messageId: null,
    promise: null,
    status,
    attachments: [],
    effects,
  }) as const;

const promised = (kind: 'hold' | 'deadline') =>
  ({
    type: 'promise',
    promise: { id: kind, kind, dueAt: story.now + 30 * minute, text: 'скоро' },
  }) as const;

/** The facts of the last command. */
const facts = (): readonly TicketFact[] => {
  const last = story.events.at(-1)?.opId;
  return story.events.filter(({ opId }) => opId === last).map(({ fact }) => fact);
};

beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does(registered);
});

describe('a reply with everything that its template does', () => {
  it('pauses the ticket with its reason, tags it and notes the time, in one operation', () => {
    story.does({ type: 'tag', add: ['vpn', 'old'], remove: [] });
    const effects = {
      reason: 'ждём снимок экрана',
      addTags: ['asked', 'vpn', ' asked '],
      removeTags: ['old', 'gone'],
      timeSpentMs: 5 * minute,
    };
    const ticket = story.does(reply(effects, 'waiting-customer'));
    expect(ticket).toMatchObject({
      status: 'waiting-customer',
      tags: ['vpn', 'asked'],
      timeSpentMs: 5 * minute,
    });
    expect(facts()).toContainEqual({
      type: 'status-changed',
      from: 'new',
      to: 'waiting-customer',
      reason: 'ждём снимок экрана',
      until: null,
    });
    expect(story.does(reply({ timeSpentMs: minute })).timeSpentMs).toBe(6 * minute);
  });

  it('resolves the ticket: what was promised as a word and as a deadline is kept once', () => {
    story.does(promised('hold'));
    story.does(promised('deadline'));
    const ticket = story.does(reply({}, 'resolved'));
    expect(ticket).toMatchObject({ status: 'resolved', assigneeId: 'anya' });
    expect(ticket.promises.map(({ state }) => state)).toEqual(['kept', 'kept']);
    expect(facts().filter(({ type }) => type === 'promise-settled')).toHaveLength(2);
    expect(facts().filter(({ type }) => type === 'assigned')).toHaveLength(1);
  });

  it('hands the ticket on with its form as a note beside the words for the customer', () => {
    const ticket = story.does(reply({ escalation: { line: '3', form: 'Журнал, права.' } }));
    expect(ticket.line).toBe('3');
    const entries = facts().flatMap((fact) => (fact.type === 'entry-added' ? [fact.entry] : []));
    expect(entries.map(({ kind, visibility, text }) => [kind, visibility, text])).toEqual([
      ['message', 'public', 'Готово.'],
      ['note', 'internal', 'Журнал, права.'],
    ]);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it('closes a resolved ticket by the word of the customer', () => {
    story.does({ type: 'resolve', solution: '' });
    const confirmation = { by: 'Ирина', how: 'по телефону' };
    expect(story.does(reply({ confirmation }, 'closed')).status).toBe('closed');
    expect(facts()).toContainEqual({ type: 'confirmed', by: 'Ирина', how: 'по телефону' });
  });
});

describe('nothing of it happens', () => {
  it.each<[string, TextEffects, Status | null, string]>([
    [
      'closing what is not resolved',
      { confirmation: { by: '', how: 'да' } },
      'closed',
      'not-resolved',
    ],
    ['closing without the customer', { addTags: ['a'] }, 'closed', 'closing-needs-confirmation'],
    [
      'a line that is not there',
      { addTags: ['a'], escalation: { line: '9', form: 'x' } },
      null,
      'unknown-line',
    ],
    ['putting off without a time', { timeSpentMs: 1 }, 'scheduled', 'until-in-past'],
  ])('%s', (_, effects, status, code) => {
    const before = story.ticket;
    expect(story.tries(reply(effects, status))).toBe(code);
    expect(story.ticket).toBe(before);
  });

  it('to a closed ticket', () => {
    story.does({ type: 'resolve', solution: '' });
    story.does({ type: 'confirm', by: 'Ирина', how: 'письмом' });
    expect(story.tries(reply({ addTags: ['a'] }))).toBe('ticket-closed');
    expect(
      story.tries({ type: 'note', text: 'x', effects: { escalation: { line: '3', form: '' } } }),
    ).toBe('ticket-closed');
    expect(story.tries({ type: 'note', text: 'x', status: 'open' })).toBe('ticket-closed');
    expect(story.tries({ type: 'note', text: 'x', effects: { timeSpentMs: minute } })).toBe('ok');
  });
});

describe('a note with everything that its template does', () => {
  it('is itself the form of the escalation', () => {
    const note = { type: 'note', text: 'Прошу права.', status: 'waiting-third-party' } as const;
    const effects = { escalation: { line: '3', form: '' }, reason: 'ждём третью линию' };
    const ticket = story.does({ ...note, effects }, somebody({ line: '1' }));
    expect(ticket).toMatchObject({ line: '3', status: 'waiting-third-party' });
    expect(facts().filter(({ type }) => type === 'entry-added')).toHaveLength(1);
  });
});
