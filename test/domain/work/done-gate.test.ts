import { beforeEach, describe, expect, it } from 'vitest';
import { missingBefore } from '../../../src/domain/work/missing.ts';
import { hour, minute } from '../../support/desk.ts';
import { registered, reply, shippedDesk, somebody, TicketInMemory } from '../../support/domain.ts';
import { strictDesk } from '../../support/strict-desk.ts';

const desk = strictDesk();
const lead = somebody({ id: 'lida', role: 'lead' });
const solved = { type: 'resolve', solution: 'Перезапустили службу' } as const;
const confirmed = { type: 'confirm', by: 'Жанна', how: 'mail' } as const;

let story: TicketInMemory;
const gaps = (stage: 'register' | 'transfer' | 'done' | 'closed') =>
  missingBefore(stage, story.ticket, desk).map(({ code }) => code);
const fill = (values: Record<string, string>) => ({ type: 'fill-details', values }) as const;

beforeEach(() => {
  story = new TicketInMemory(desk);
});

describe('a task', () => {
  const task = { ...registered, kind: 'task', details: { planned: '2ч' } } as const;
  const boxes = () => (story.ticket.checklist ?? []).map(({ id }) => id);

  it('is not registered without what is asked for at registration', () => {
    expect(story.tries({ ...task, details: {} })).toBe('kind-incomplete');
    expect(story.does(task)).toMatchObject({ details: { planned: '2h' } });
  });

  it('is done only with all boxes ticked, a comment and a time entry, in this order', () => {
    story.does(task);
    const [first = '', second = ''] = boxes();
    expect(gaps('done')).toEqual([first, second, 'comment', 'time']);
    expect(story.tries({ type: 'resolve', solution: '' })).toBe('kind-incomplete');
    story.does({ type: 'note', text: 'Заменил диск' });
    story.does({ type: 'log-time', ms: 25 * minute, note: '' });
    for (const itemId of [first, second]) story.does({ type: 'tick-box', itemId, isDone: true });
    story.does({ type: 'tick-box', itemId: first, isDone: false });
    expect(gaps('done')).toEqual([first]);
    expect(story.tries({ type: 'set-status', status: 'resolved', reason: '' })).toBe(
      'kind-incomplete',
    );
    story.does({ type: 'tick-box', itemId: first, isDone: true });
    expect(story.does({ type: 'resolve', solution: '' }).status).toBe('resolved');
  });

  it('counts the words of its solution as the comment', () => {
    story.does(task);
    for (const itemId of boxes()) story.does({ type: 'tick-box', itemId, isDone: true });
    story.does({ type: 'log-time', ms: 5 * minute, note: '' });
    expect(story.does(solved).status).toBe('resolved');
  });

  it('may be done without them by a lead who says why', () => {
    story.does(task);
    const without = 'заказчик передумал';
    expect(story.tries({ ...solved, without })).toBe('kind-incomplete');
    expect(story.tries({ ...solved, without: ' ' }, lead)).toBe('kind-incomplete');
    expect(story.does({ ...solved, without }, lead).status).toBe('resolved');
    expect(story.events.map(({ fact }) => fact)).toContainEqual({
      type: 'done-without',
      missing: [...boxes(), 'time'],
      reason: without,
    });
  });

  it('that came here solved is closed without what a solution asks for', () => {
    const { details: _, ...opening } = task;
    const { first: __, ...plain } = opening;
    const at = story.now;
    const from = { createdAt: at, updatedAt: at, assigneeId: null, entries: [] } as const;
    story.does({ ...plain, type: 'import', ...from, status: 'resolved' });
    expect(story.does(confirmed).status).toBe('closed');
  });

  it('that lives in another system is done there', () => {
    story.does(task);
    expect(story.does({ ...solved, isSaidElsewhere: true }).status).toBe('resolved');
  });
});

describe('an incident', () => {
  it('asks for the cause only while its priority says so', () => {
    story.does(registered);
    expect(gaps('transfer')).toEqual(['customer', 'since']);
    expect(gaps('done')).toEqual(['customer', 'since']);
    story.does({ type: 'set-fields', fields: { priority: 'P1', customerId: 'romashka' } });
    expect(gaps('done')).toEqual(['since', 'cause']);
    story.does(fill({ since: 'вчера 9:00', cause: 'сертификат' }));
    expect(story.ticket.details).toEqual({
      since: '2026-11-17T06:00:00.000Z',
      cause: 'сертификат',
    });
    story.does(solved);
    expect(story.does(confirmed).status).toBe('closed');
  });
});

describe('a defect', () => {
  beforeEach(() => void story.does({ ...registered, kind: 'defect' }));

  it('is solved with a word to the customer, also when that word solves it', () => {
    expect(story.tries(solved)).toBe('kind-incomplete');
    expect(story.does(reply('Исправили', 'resolved')).status).toBe('resolved');
  });

  it('comes back when its card is closed, and waits for the reporter to be told', () => {
    story.does(reply('Передали в разработку', 'waiting-third-party'));
    story.does(fill({ card: 'DEV-7' }));
    expect(story.ticket.card).toEqual({ ref: 'DEV-7' });
    expect(gaps('done')).toEqual(['card']);
    story.now += hour;
    expect(story.does({ type: 'close-card', note: 'в 2.4' })).toMatchObject({ status: 'open' });
    expect(gaps('done')).toEqual(['public-answer']);
    expect(story.tries(solved)).toBe('kind-incomplete');
    story.now += minute;
    story.does(reply('Исправлено в версии 2.4'));
    expect(story.does(solved).status).toBe('resolved');
  });

  it('has its card closed once', () => {
    expect(story.tries({ type: 'close-card', note: '' })).toBe('no-card');
    story.does({ type: 'link-card', ref: ' DEV-7 ' });
    expect(story.tries({ type: 'link-card', ref: 'DEV-7' })).toBe('nothing-to-change');
    story.does({ type: 'close-card', note: '' });
    expect(story.tries({ type: 'close-card', note: '' })).toBe('card-closed');
  });
});

describe('a change', () => {
  const engineer3 = somebody({ id: 'oleg', line: '3' });
  beforeEach(() => void story.does({ ...registered, kind: 'change' }));

  it('is finished by the lines of its risk class, or by a lead', () => {
    story.does({ type: 'finish-stage', stage: 'final', note: 'канал 1 Гбит/с' });
    expect(story.tries(solved)).toBe('risk-class');
    expect(story.does(solved, engineer3).status).toBe('resolved');
    story.does({ type: 'return', reason: 'нет' });
    expect(story.does(solved, lead).status).toBe('resolved');
  });

  it('gives what is possible now, and the rest later', () => {
    const stage = (name: 'interim' | 'final', note = 'дали 500 Мбит/с') =>
      ({ type: 'finish-stage', stage: name, note }) as const;
    expect(story.tries(stage('interim', ' '))).toBe('text-missing');
    expect(story.does(stage('interim')).stageDone).toBe('interim');
    expect(story.tries(stage('interim'))).toBe('stage-done');
    expect(story.tries(solved, engineer3)).toBe('kind-incomplete');
    expect(story.does(stage('final')).stageDone).toBe('final');
    expect(story.tries(stage('interim'))).toBe('stage-done');
    expect(story.does(solved, engineer3).status).toBe('resolved');
  });
});

describe('a visit', () => {
  const check = (result: 'passed' | 'failed', note = '') =>
    ({ type: 'check-after', result, note }) as const;
  beforeEach(() => void story.does({ ...registered, kind: 'visit' }));

  it('is closed after a check with the customer; a failed one is a return', () => {
    expect(story.tries(check('passed'))).toBe('not-resolved');
    story.does(solved);
    expect(story.tries(confirmed)).toBe('kind-incomplete');
    expect(story.tries(check('failed'))).toBe('reason-missing');
    expect(story.does(check('failed', 'не печатает'))).toMatchObject({
      status: 'open',
      returns: 1,
    });
    story.now += hour;
    story.does(solved);
    expect(gaps('closed')).toEqual(['after-check']);
    story.does(check('passed'));
    expect(story.does(confirmed).status).toBe('closed');
  });
});

it('the shipped desk asks nothing of an incident or a request', () => {
  for (const kind of ['incident', 'request'] as const) {
    const plain = new TicketInMemory(shippedDesk());
    plain.does({ ...registered, kind });
    plain.does({ type: 'resolve', solution: '' });
    expect(plain.does(confirmed).status).toBe('closed');
  }
});
