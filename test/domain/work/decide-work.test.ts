import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { replayTicket } from '../../../src/domain/evolve-ticket.ts';
import { activeTime } from '../../../src/domain/work/active-time.ts';
import { taskStage } from '../../../src/domain/work/task-stage.ts';
import { hour, minute } from '../../support/desk.ts';
import { bankDesk, registered, somebody, TicketInMemory } from '../../support/domain.ts';
import { strictDesk } from '../../support/strict-desk.ts';

const desk = strictDesk();
const lead = somebody({ id: 'lida', role: 'lead' });
let story: TicketInMemory;
beforeEach(() => {
  story = new TicketInMemory(desk);
  story.does(registered);
});

const facts = () => {
  const last = story.events.at(-1)?.opId;
  return story.events.filter(({ opId }) => opId === last).map(({ fact }) => fact);
};

describe('working time', () => {
  const log = (ms: number, at?: number) => ({ type: 'log-time', ms, note: 'диск', at }) as const;

  it('is written down by hand, also of yesterday, never of tomorrow', () => {
    story.does(log(25 * minute));
    story.does(log(hour, story.now - 26 * hour));
    expect(story.ticket.timeSpentMs).toBe(85 * minute);
    expect(story.ticket.timeLog).toHaveLength(2);
    expect(story.tries(log(hour, story.now + 1))).toBe('time-in-future');
    for (const ms of [0, -minute, 30_000, 25 * hour, 1.5 * minute + 0.1, Number.NaN]) {
      expect(story.tries(log(ms))).toBe('time-wrong');
    }
  });

  it('sums up with what a text stood for', () => {
    story.does({ type: 'note', text: 'смотрю', effects: { timeSpentMs: 10 * minute } });
    story.does(log(5 * minute));
    expect(story.ticket.timeLog?.map(({ ms }) => ms)).toEqual([10 * minute, 5 * minute]);
    expect(story.ticket.timeSpentMs).toBe(15 * minute);
  });

  it('is always the sum of its entries', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 1_440 }), { maxLength: 20 });
    fc.assert(
      fc.property(lengths, fc.array(fc.boolean()), (minutes, byText) => {
        const own = new TicketInMemory(desk);
        own.does(registered);
        for (const [place, count] of minutes.entries()) {
          const ms = count * minute;
          if (byText[place]) own.does({ type: 'note', text: 'x', effects: { timeSpentMs: ms } });
          else own.does(log(ms));
        }
        const { timeSpentMs = 0, timeLog = [] } = own.ticket;
        expect(timeLog.reduce((sum, { ms }) => sum + ms, 0)).toBe(timeSpentMs);
        expect(timeSpentMs).toBe(minutes.reduce((sum, count) => sum + count, 0) * minute);
        expect(replayTicket(own.events)).toEqual(own.ticket);
      }),
    );
  });

  it('counts what somebody did, and no pause longer than the desk allows', () => {
    const idle = 5 * minute;
    expect(activeTime([], idle)).toBe(0);
    expect(activeTime([7], idle)).toBe(0);
    expect(activeTime([0, minute, 4 * minute, 60 * minute, 61 * minute], idle)).toBe(5 * minute);
    expect(activeTime([0, idle], idle)).toBe(idle);
    expect(activeTime([0, idle + 1], idle)).toBe(0);
    const moments = fc.array(fc.nat(10 * hour), { maxLength: 50 });
    fc.assert(
      fc.property(moments, (at) => {
        const span = Math.max(0, ...at) - Math.min(Number.MAX_SAFE_INTEGER, ...at);
        const active = activeTime(at, idle);
        expect(active).toBeGreaterThanOrEqual(0);
        expect(active).toBeLessThanOrEqual(Math.max(0, span));
        expect(activeTime(at.toReversed(), idle)).toBe(active);
      }),
    );
  });
});

describe('boxes', () => {
  const add = (id: string, text: string) => ({ type: 'add-boxes', items: [{ id, text }] }) as const;

  it('of another kind take the place of those that nobody has ticked', () => {
    const own = new TicketInMemory(bankDesk());
    own.does(registered);
    own.does(add('own', 'Позвонить в отделение'));
    own.does({ type: 'tick-box', itemId: own.ticket.checklist?.[0]?.id ?? '', isDone: true });
    own.does({ type: 'set-fields', fields: { kind: 'task' } });
    expect(own.ticket.checklist?.map(({ text }) => text)).toEqual([
      'Отделение или клиент проверили, что обслуживание идёт',
      'Позвонить в отделение',
      'Результат соответствует записке',
      'Результат у заказчика',
    ]);
  });

  it('stand once in the checklist, are ticked, and taken out', () => {
    story.does(add('a', '  Сменить   пароль '));
    expect(story.ticket.checklist?.[0]).toEqual({
      ...{ id: 'a', text: 'Сменить пароль', doneAt: null, doneById: null },
    });
    expect(story.tries(add('b', 'сменить пароль'))).toBe('box-exists');
    expect(story.tries(add('b', ' '))).toBe('text-missing');
    expect(story.tries({ type: 'tick-box', itemId: 'a', isDone: false })).toBe('box-already');
    story.does({ type: 'tick-box', itemId: 'a', isDone: true });
    expect(story.ticket.checklist?.[0]).toMatchObject({ doneAt: story.now, doneById: 'anya' });
    expect(story.tries({ type: 'tick-box', itemId: 'z', isDone: true })).toBe('no-such-box');
    story.does({ type: 'remove-box', itemId: 'a' });
    expect(story.ticket.checklist).toEqual([]);
    expect(story.tries({ type: 'remove-box', itemId: 'a' })).toBe('no-such-box');
  });

  it('keep a ticket from being done as long as one is open, whatever was done to them', () => {
    const step = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      act: fc.constantFrom('add', 'tick', 'untick', 'remove' as const),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const own = new TicketInMemory(strictDesk({ kinds: [...desk.kinds.slice(2)] }));
        own.does({ ...registered, kind: 'planned-work' });
        const model = new Map<string, boolean>();
        for (const { name, act } of steps) {
          if (act === 'add' && own.tries(add(name, name)) === 'ok') model.set(name, false);
          const isDone = act === 'tick';
          if (act === 'tick' || act === 'untick') {
            const done = own.tries({ type: 'tick-box', itemId: name, isDone });
            if (done === 'ok') model.set(name, isDone);
          }
          if (act === 'remove') {
            if (own.tries({ type: 'remove-box', itemId: name }) === 'ok') model.delete(name);
          }
        }
        const boxes = (own.ticket.checklist ?? []).map(({ id, doneAt }) => [id, doneAt !== null]);
        expect(boxes).toEqual([...model]);
        const isDone = [...model.values()].every(Boolean);
        const answer = own.tries({ type: 'resolve', solution: '' });
        expect(answer).toBe(isDone ? 'ok' : 'kind-incomplete');
      }),
    );
  });
});

describe('the priority', () => {
  const rate = (impact: string, urgency: string, override?: { priority: string; reason: string }) =>
    ({ type: 'rate-priority', impact, urgency, override }) as const;

  it('follows from two answers, with the answers as its reason', () => {
    const ticket = story.does(rate('customer', 'Работа стоит'), lead);
    expect(ticket).toMatchObject({ priority: 'P1', impact: 'customer', urgency: 'stopped' });
    expect(facts()).toContainEqual({
      type: 'field-changed',
      field: { name: 'priority', from: 'P3', to: 'P1' },
      reason: 'вся компания × работа стоит',
    });
    expect(story.tries(rate('customer', 'stopped'), lead)).toBe('nothing-to-change');
  });

  it('is another one with a reason only', () => {
    expect(story.tries(rate('person', 'harder', { priority: 'P1', reason: ' ' }), lead)).toBe(
      'reason-missing',
    );
    story.does(rate('person', 'harder', { priority: 'p1', reason: 'директор' }), lead);
    expect(story.ticket.priority).toBe('P1');
    expect(facts().at(-1)).toMatchObject({
      reason: 'один человек × работать труднее → P3; директор',
    });
  });

  it('refuses answers that the desk does not know', () => {
    expect(story.tries(rate('galaxy', 'stopped'), lead)).toBe('unknown-impact');
    expect(story.tries(rate('person', 'soon'), lead)).toBe('unknown-urgency');
    const wrong = { priority: 'P9', reason: 'x' };
    expect(story.tries(rate('person', 'harder', wrong), lead)).toBe('unknown-priority');
    const plain = new TicketInMemory(strictDesk({ priorityMatrix: null }));
    plain.does(registered);
    expect(plain.tries(rate('person', 'harder'), lead)).toBe('no-matrix');
  });
});

describe('money', () => {
  const spend = (amount: number, reason = 'срочная доставка') =>
    ({ type: 'spend', amount, reason }) as const;

  it('is spent up to the limit on one ticket, above it by who may', () => {
    story.does(spend(400.1));
    expect(story.tries(spend(100))).toBe('spend-over-limit');
    story.does(spend(99.9));
    expect(story.does(spend(700), lead).spends?.at(-1)).toMatchObject({
      ...{ amount: 700, currency: 'USD', approvedById: 'lida' },
    });
  });

  it('needs an amount and a reason, and a desk that spends', () => {
    expect(story.tries(spend(100, ' '))).toBe('reason-missing');
    for (const amount of [0, -1, 0.001, Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
      expect(story.tries(spend(amount))).toBe('amount-wrong');
    }
    const plain = new TicketInMemory(strictDesk({ spending: null }));
    plain.does(registered);
    expect(plain.tries(spend(1))).toBe('no-spending');
  });
});

describe('what is kept in sight and what comes back', () => {
  it('is watched until somebody takes the eye off', () => {
    expect(story.tries({ type: 'unwatch' })).toBe('not-watched');
    expect(story.tries({ type: 'watch', what: 'трафик', until: story.now })).toBe('until-in-past');
    story.does({ type: 'watch', what: 'трафик', until: null });
    expect(story.ticket.watch).toEqual({ what: 'трафик', until: null, byId: 'anya' });
    expect(story.does({ type: 'unwatch' }).watch).toBeUndefined();
  });

  it('a ticket that was put off is back when its time has come, not before', () => {
    expect(story.tries({ type: 'wake' })).toBe('not-scheduled');
    const until = story.now + hour;
    story.does({ type: 'schedule', until, reason: 'ждём поставку' });
    expect(story.tries({ type: 'wake' })).toBe('still-scheduled');
    story.now = until;
    expect(story.does({ type: 'wake' })).toMatchObject({ status: 'open', scheduledUntil: null });
    expect(facts()).toEqual([
      { type: 'status-changed', from: 'scheduled', to: 'open', reason: 'woken', until },
    ]);
    expect(story.events.at(-1)?.byId).toBeNull();
  });

  it('what is not served here is closed with a reason and counted apart', () => {
    expect(story.tries({ type: 'close-off-topic', reason: '' })).toBe('reason-missing');
    expect(story.does({ type: 'close-off-topic', reason: 'это к банку' })).toMatchObject({
      ...{ status: 'closed', isOffTopic: true, assigneeId: 'anya' },
    });
  });
});

it('the stage of a task follows from what happened', () => {
  const task = new TicketInMemory(desk);
  task.does({ ...registered, kind: 'task', details: { planned: '1h' } });
  const stage = () => taskStage(task.ticket, desk);
  expect(stage()).toBe('processed');
  task.does({ type: 'take' });
  expect(stage()).toBe('distributed');
  task.does({ type: 'log-time', ms: hour, note: '' });
  expect(stage()).toBe('in-execution');
  task.does({ type: 'set-status', status: 'waiting-customer', reason: '' });
  expect(stage()).toBe('consultation');
  task.does({ type: 'set-status', status: 'open', reason: '' });
  for (const { id } of task.ticket.checklist ?? []) {
    task.does({ type: 'tick-box', itemId: id, isDone: true });
  }
  task.does({ type: 'resolve', solution: 'готово' });
  expect(stage()).toBe('result-handed');
  task.does({ type: 'return', reason: 'не то' });
  expect(stage()).toBe('returned');
  expect(taskStage(story.ticket, desk)).toBeNull();
});
