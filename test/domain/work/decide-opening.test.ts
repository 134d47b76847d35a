import { describe, expect, it } from 'vitest';
import type { RegisterTicket } from '../../../src/domain/command.ts';
import { subjectOf } from '../../../src/domain/work/decide-opening.ts';
import { registered, somebody, TicketInMemory } from '../../support/domain.ts';
import { strictDesk } from '../../support/strict-desk.ts';

const desk = strictDesk();
const said = (text: string) => ({ ...registered, subject: '', first: { ...first, text } });
const first = {
  ...{ contactId: null, contactName: '', messageId: null, attachments: [], isAutomatic: false },
};

function register(command: RegisterTicket, actor = somebody()) {
  const story = new TicketInMemory(desk);
  return { story, answer: story.tries(command, actor) };
}

describe('a registration, the problem first', () => {
  it('takes its subject from the first line of what was said', () => {
    const { story } = register(said('\n  Не  печатает касса\nВторая за день'));
    expect(story.ticket.subject).toBe('Не печатает касса');
    expect(register(said(' \n ')).answer).toBe('subject-missing');
    const long = subjectOf('касса '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(100);
    expect(long).toMatch(/касса…$/);
  });

  it('is refused for a kind that is off, unless it came from elsewhere', () => {
    const access = { ...registered, kind: 'access' } as const;
    expect(register(access).answer).toBe('kind-off');
    expect(register({ ...access, externalId: 'rt-7' }).answer).toBe('ok');
    expect(register({ ...access, isDemo: true }).answer).toBe('ok');
    expect(register(access, somebody({ role: 'connector' })).answer).toBe('ok');
  });

  it('takes answers of its kind and the two of the priority with it', () => {
    const rating = { impact: 'many', urgency: 'money' };
    const details = { since: '13:00' };
    const { story } = register({ ...registered, rating, details });
    expect(story.ticket).toMatchObject({ priority: 'P1', impact: 'many' });
    expect(story.ticket.details).toEqual({ since: '2026-11-18T10:00:00.000Z' });
    expect(register({ ...registered, details: { colour: 'red' } }).answer).toBe('unknown-field');
    expect(register({ ...registered, details: { since: 'давно' } }).answer).toBe('field-not-time');
  });

  it('may be solved at once, where its kind allows it', () => {
    const ending = { type: 'solved', solution: 'Включили принтер' } as const;
    const { story } = register({ ...registered, kind: 'planned-work', ending });
    expect(story.ticket).toMatchObject({ status: 'resolved', assigneeId: 'anya' });
    const ids = story.events.flatMap(({ fact }) => {
      return fact.type === 'entry-added' ? [fact.entry.id] : [];
    });
    expect(new Set(ids).size).toBe(2);
    expect(register({ ...registered, kind: 'defect', ending }).answer).toBe('kind-incomplete');
    const empty = { type: 'solved', solution: ' ' } as const;
    expect(register({ ...registered, ending: empty }).answer).toBe('text-missing');
  });

  it('may be turned away at once, whatever its kind asks for', () => {
    const ending = { type: 'off-topic', reason: 'это к банку' } as const;
    const { story } = register({ ...registered, kind: 'task', ending });
    expect(story.ticket).toMatchObject({ status: 'closed', isOffTopic: true });
    expect(register({ ...registered, ending: { ...ending, reason: '' } }).answer).toBe(
      'reason-missing',
    );
  });
});
