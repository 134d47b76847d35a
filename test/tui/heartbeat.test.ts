import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listDrafts } from '../../src/app/ticket/save-draft.ts';
import { type Heartbeat, startHeartbeat } from '../../src/tui/heartbeat.ts';
import { afterChange } from '../../src/tui/model/act.ts';
import { hour, minute, type TestDesk } from '../support/desk.ts';
import { openWorkStage, type WorkStage } from '../support/work-stage.ts';

const second = 1000;
let stage: WorkStage;
let heartbeat: Heartbeat;

async function begins(lastSeen: number | null, prepare: (here: TestDesk) => void): Promise<void> {
  stage = await openWorkStage({}, prepare);
  afterChange(stage.ui);
  const seen = lastSeen === null ? null : String(lastSeen);
  heartbeat = startHeartbeat(stage.ui, { wasUnclean: false, lastSeen: seen, version: '0' });
}

function promised(inMs: number, kind: 'hold' | 'call-back' = 'hold') {
  return (here: TestDesk) => {
    const id = here.registers('VPN');
    here.does(id, { type: 'take' });
    const dueAt = here.clock.now() + inMs;
    here.does(id, { type: 'promise', promise: { id: 'p', kind, dueAt, text: '' } });
  };
}

/** Seconds pass for the timers and for the clock alike. */
function passes(seconds: number): void {
  for (let i = 0; i < seconds; i += 1) {
    stage.here.clock.forward(second);
    vi.advanceTimersByTime(second);
  }
}

/** The computer sleeps, or its clock is set: only the clock moves. */
function jumps(ms: number): void {
  stage.here.clock.forward(ms);
  vi.advanceTimersByTime(second);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  heartbeat.stop();
  stage.close();
  vi.useRealTimers();
});

test('the screens are told of each second only while a customer is on hold', async () => {
  await begins(null, promised(30 * minute, 'call-back'));
  passes(5);
  let changes = 0;
  stage.ui.store.subscribe(() => {
    changes += 1;
  });
  passes(20);
  expect(changes).toBe(0);

  promised(10 * minute)(stage.here);
  afterChange(stage.ui);
  const before = stage.state.now;
  passes(3);
  expect(stage.state.now).toBe(before + 3 * second);
});

test('a hold rings once, in time, and is offered at that moment', async () => {
  await begins(null, promised(80 * second));
  passes(38);
  expect(stage.rung).toEqual([]);
  passes(5);
  expect(stage.rung).toEqual(['SM-1: обещание подходит · VPN']);
  passes(15);
  expect(stage.rung).toHaveLength(1);
});

test('a muted desk stays silent', async () => {
  await begins(null, promised(80 * second));
  stage.ui.store.set({ mutedUntil: stage.here.clock.now() + hour });
  passes(50);
  expect(stage.rung).toEqual([]);
});

test('what ran out while the computer slept is told', async () => {
  await begins(null, promised(30 * minute));
  passes(5);
  jumps(2 * hour);
  expect(stage.state.strip).toMatchObject({
    title: 'После перерыва 2ч',
    text: 'обещание 14:30 нарушено (SM-1)',
  });
  expect(stage.state.now).toBe(stage.here.clock.now());
  passes(5);
  expect(stage.rung).toEqual(['SM-1: обещание нарушено · VPN']);
});

test('a clock that was set back is told of, and the promise counts from it', async () => {
  await begins(null, promised(30 * minute));
  passes(5);
  jumps(-3 * hour);
  expect(stage.state.strip).toMatchObject({
    title: 'Часы переведены назад',
    text: 'на 3ч; обещания считаем заново',
  });
  expect(stage.state.promised[0]?.dueAt).toBeGreaterThan(stage.state.now + 2 * hour);
});

test('after a restart the promise goes on, and what ran out meanwhile is named', async () => {
  const lastSeen = Date.parse('2026-11-18T11:00:00Z');
  await begins(lastSeen, (here) => {
    promised(30 * minute)(here);
    here.clock.forward(40 * minute);
  });
  passes(2);
  expect(stage.state.strip?.text).toBe('обещание 14:30 нарушено (SM-1)');
  expect(stage.state.promised).toMatchObject([{ number: 'SM-1', kind: 'hold' }]);
});

test('what is typed into a form is in the store within a second', async () => {
  await begins(null, () => {});
  stage.presses('g n');
  stage.types('Не печатает касса');
  stage.presses('tab');
  stage.types('Неведомый');
  passes(1);
  const [draft] = listDrafts(stage.here.desk);
  expect(draft).toMatchObject({ kind: 'new', text: 'Не печатает касса' });
  expect(draft?.extra['kept']).toContain('Неведомый');
});

test('what was put off comes back by itself in its minute, and that is said', async () => {
  let id = '';
  await begins(null, (here) => {
    id = here.registers('Закупить кабель');
    const until = here.clock.now() + 3 * minute;
    here.does(id, { type: 'schedule', until, reason: 'ждём поставку' });
  });
  jumps(2 * minute);
  expect(stage.here.ticket(id).status).toBe('scheduled');
  jumps(2 * minute);
  expect(stage.here.ticket(id).status).toBe('open');
  expect(stage.state.queue.rows.map(({ status }) => status)).toEqual(['open']);
});
