import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../src/app/desk/desk.ts';
import { currentShift, type FoundShift } from '../../../src/app/shift/current-shift.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { type AcceptOrder, acceptShift } from '../../../src/app/shift-handover/accept-shift.ts';
import { returnShift } from '../../../src/app/shift-handover/answer-shift.ts';
import { carriedId } from '../../../src/app/shift-handover/carry-watch.ts';
import { expireHandovers } from '../../../src/app/shift-handover/expire-handovers.ts';
import { readyHandover } from '../../../src/app/shift-handover/ready-handover.ts';
import { type SubmitOrder, submitShift } from '../../../src/app/shift-handover/submit-shift.ts';
import {
  handoverToAccept,
  shiftToSubmit,
} from '../../../src/app/shift-handover/waiting-handovers.ts';
import type { Person } from '../../../src/domain/person.ts';
import type { ShiftHandover } from '../../../src/domain/shift/shift-handover.ts';
import { hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { logItem } from '../../support/shift.ts';

let story: TestDesk;
let boris: Person;
let day: FoundShift;
beforeEach(async () => {
  story = await openTestDesk({ seat: { role: 'lead' } });
  boris = story.person('boris', { role: 'lead', name: 'Борис' });
  openShift(story.desk);
  day = currentShift(story.desk);
});
afterEach(() => story.close());

/** The same desk with somebody else at it. */
const as = (me: Person): Desk => ({ ...story.desk, me });
const again = () => findShift(story.desk, day.id);

function submitted(order: Partial<SubmitOrder> = {}): ShiftHandover {
  const done = submitShift(story.desk, again(), { toId: null, override: 'надо', ...order });
  if (!done.ok) throw new Error(`refused: ${done.problem.code}`);
  return done.value;
}

function accepts(order: Partial<AcceptOrder> = {}, who: Person = boris) {
  const handover = again().state?.handovers.at(-1);
  const answers = (handover?.items ?? [])
    .filter(({ part }) => part !== 'rest')
    .map(({ key }) => ({ key, isAccepted: true, readBack: 'понял' }));
  const said = { revision: handover?.revision ?? 1, answers, isRestAccepted: true, remarks: [] };
  return acceptShift(as(who), again(), { ...said, ...order });
}

/** A line that is watched in a shift. */
function watches(id: string, shift: FoundShift = day): void {
  const { item } = logItem('лаг базы', { id, kind: 'watch' });
  const done = executeShift(story.desk, shift.id, { type: 'log-item', plan: shift.plan, item });
  expect(done.ok).toBe(true);
}

/** A ticket of the desk's own person. */
function owns(subject: string, priority: 'P2' | 'P3' = 'P3'): string {
  const id = story.registers(subject);
  story.does(id, { type: 'take' });
  if (priority === 'P2') {
    story.does(id, { type: 'set-fields', fields: { priority, reason: 'встало' } });
  }
  return id;
}

describe('what is handed over', () => {
  it('is everything that is red, also what a report is too short for', () => {
    for (let n = 0; n < 105; n += 1) owns(`Сбой ${n}`, 'P2');
    const { items, report } = readyHandover(story.desk, day);
    expect(report.red).toHaveLength(100);
    expect(items.filter(({ part }) => part === 'red')).toHaveLength(105);
  });

  it('stands once: what is red or promised is no part of the rest', () => {
    const red = owns('Касса', 'P2');
    const quiet = owns('Принтер');
    const keys = readyHandover(story.desk, day).items.map(({ key }) => key);
    expect(keys).toEqual([`red:${red}`, `rest:${quiet}`]);
  });

  it('keeps what was written for it even when it was refused before', () => {
    const id = owns('Касса', 'P2');
    const order = { toId: null, override: '', sections: { how: 'Тяжело.' } };
    expect(submitShift(story.desk, day, order)).toMatchObject({
      problem: { code: 'submit-blocked' },
    });
    // The words are drafts of the shift: nothing has to be typed again.
    expect(again().state?.sections).toMatchObject({ how: { text: 'Тяжело.' } });
    const changes = [{ key: `red:${id}`, nextAction: 'звонить в ЦОД', newOwnerId: boris.id }];
    expect(submitted({ changes })).toMatchObject({
      report: { how: 'Тяжело.', red: [{ nextAction: 'звонить в ЦОД' }] },
      items: [{ toId: boris.id, nextAction: 'звонить в ЦОД' }],
    });
    expect(again().state?.notes).toMatchObject([{ ticketId: id, newOwnerId: boris.id }]);
  });

  it('can be taken over by other leads, never by who leads it now', () => {
    story.person('nina', { role: 'hire' });
    expect(readyHandover(story.desk, day).nextLeads.map(({ id }) => id)).toEqual([boris.id]);
  });
});

describe('accepting', () => {
  it('moves of the rest what the outgoing lead has named, and only with the rest', () => {
    const quiet = owns('Принтер');
    submitted({ changes: [{ key: `rest:${quiet}`, newOwnerId: boris.id }] });
    expect(accepts({ isRestAccepted: false })).toMatchObject({
      problem: { code: 'rest-not-accepted' },
    });
    expect(accepts()).toMatchObject({
      value: { moved: [{ ticketId: quiet, fromId: story.desk.me.id, toId: boris.id }] },
    });
    expect(story.ticket(quiet).assigneeId).toBe(boris.id);
  });

  it('gives all that is handed over of one ticket to whoever was named for one of it', () => {
    const id = owns('Касса', 'P2');
    const dueAt = story.clock.now() + hour;
    const promise = { id: 'one', kind: 'call-back', text: 'позвоним', dueAt } as const;
    story.does(id, { type: 'promise', promise });
    const { items } = submitted();
    const [red, promised] = items.map(({ key }) => ({ key, isAccepted: true, readBack: 'ясно' }));
    if (!(red && promised)) throw new Error('two items');
    const done = accepts({ answers: [{ ...red, newOwnerId: boris.id }, promised] });
    expect(done).toMatchObject({ ok: true, value: { moved: [{ ticketId: id, toId: boris.id }] } });
  });

  it('goes on with what is watched in the next shift, once, and opens that shift', () => {
    watches('lag');
    watches('done');
    executeShift(story.desk, day.id, { type: 'settle-item', itemId: 'done', outcome: 'ушло' });
    submitted();
    const done = accepts();
    const night = findShift(story.desk, '2026-11-18/20:00-08:00');
    expect(done).toMatchObject({ value: { carriedTo: night.id } });
    expect(night.state).toMatchObject({
      leadId: boris.id,
      items: [{ id: 'lag~1', text: 'лаг базы', carriedFromId: 'lag', settled: null }],
    });
    // The next one gets it under an id of its own again.
    story.clock.set(night.plan.endsAt - minute);
    const order = { toId: null, override: '' };
    expect(submitShift(as(boris), night, order).ok).toBe(true);
    const last = { revision: 1, isRestAccepted: true, remarks: [] };
    const answers = [{ key: 'watch:lag~1', isAccepted: true }];
    const evening = findShift(story.desk, night.id);
    expect(acceptShift(story.desk, evening, { ...last, answers }).ok).toBe(true);
    const morning = findShift(story.desk, '2026-11-19/08:00-20:00').state;
    expect(morning?.items.map(({ id }) => id)).toEqual(['lag~2']);
  });

  it('counts the shifts that go on with one item', () => {
    expect(['x', 'x~1', 'x~9', 'x~y'].map(carriedId)).toEqual(['x~1', 'x~2', 'x~10', 'x~y~1']);
  });

  it('is for the head as well, who then leads no shift but leaves nothing unwatched', () => {
    const head = story.person('head', { role: 'head' });
    watches('lag');
    submitted();
    expect(accepts({}, head)).toMatchObject({ ok: true });
    const night = findShift(story.desk, '2026-11-18/20:00-08:00').state;
    expect(night).toMatchObject({
      leadId: null,
      items: [{ id: 'lag~1', ownerId: head.id }],
    });
  });
});

describe('what waits', () => {
  it('is for whoever was named first, for any other lead as well, and not for engineers', () => {
    const nina = story.person('nina', { role: 'engineer' });
    const vera = story.person('vera', { role: 'lead' });
    expect(handoverToAccept(as(boris))).toBeNull();
    submitted({ toId: boris.id });
    const found = [boris, vera, nina, story.desk.me].map(
      (me) => handoverToAccept(as(me))?.shift.id,
    );
    expect(found).toEqual([day.id, day.id, undefined, undefined]);
    accepts();
    expect(handoverToAccept(as(vera))).toBeNull();
  });

  it('expires, and both leads hear of it once', () => {
    submitted({ toId: boris.id });
    expect(expireHandovers(as(boris))).toEqual([]);
    story.clock.set(day.plan.endsAt + 15 * minute);
    expect(expireHandovers(as(boris)).map(({ shift }) => shift.id)).toEqual([day.id]);
    expect(expireHandovers(as(boris))).toEqual([]);
    expect(expireHandovers(story.desk)).toHaveLength(1);
    expect(expireHandovers(as(story.person('nina')))).toEqual([]);
    expect(accepts().ok).toBe(true);
  });

  it('is mine to submit after the shift is over, until it is handed over', () => {
    story.clock.set(day.plan.endsAt + 5 * hour);
    expect(shiftToSubmit(story.desk).id).toBe(day.id);
    submitted();
    expect(shiftToSubmit(story.desk).id).not.toBe(day.id);
    returnShift(as(boris), again(), { revision: 1, reason: 'кто на кассе?' });
    expect(shiftToSubmit(story.desk).id).toBe(day.id);
    expect(readyHandover(story.desk, again())).toMatchObject({
      ...{ revision: 2, returnedReason: 'кто на кассе?' },
    });
  });
});
