import { beforeEach, describe, expect, it } from 'vitest';
import type { Shift } from '../../../src/domain/shift/shift.ts';
import { quietReport } from '../../support/any-shift-command.ts';
import { hour, someWednesday } from '../../support/desk.ts';
import { somebody } from '../../support/domain.ts';
import { openShift, petr } from '../../support/shift.ts';
import {
  accept,
  answerTo,
  HandoverInMemory,
  promised,
  promiseOf,
  redOf,
  submit,
} from '../../support/shift-handover.ts';

let day: HandoverInMemory;
beforeEach(() => {
  day = new HandoverInMemory();
  day.does(openShift());
});

const last = ({ handovers }: Shift) => handovers.at(-1);

describe('submitting a shift', () => {
  it('freezes the report, the items and who is to accept it', () => {
    day.has('a', { priority: 'P1' });
    const item = redOf('a', { needsReadBack: true });
    const shift = day.does(submit([item], { toId: 'petr' }));
    expect(last(shift)).toMatchObject({
      ...{ revision: 1, state: 'submitted', byId: 'vera', toId: 'petr', override: '' },
      ...{ items: [item], report: quietReport, accepted: [] },
    });
    expect(day.ticket('a').assigneeId).toBe('anya');
  });

  it('waits for an owner and a next action of every P1 and P2', () => {
    day.has('a', { priority: 'P2', assigneeId: null });
    const items = [redOf('a', { nextAction: ' ', fromId: null })];
    expect(day.runs(submit(items))).toMatchObject({
      code: 'submit-blocked',
      blockers: [
        { code: 'no-owner', ticket: 'SM-a' },
        { code: 'no-next-action', ticket: 'SM-a' },
      ],
    });
    expect(day.tries(submit([redOf('a', { toId: 'oleg' })]))).toBe('ok');
  });

  it('has a P1 said back even when its sender does not ask for it', () => {
    day.has('a', { priority: 'P1' });
    day.does(submit([redOf('a', { needsReadBack: false })], { toId: 'petr' }));
    const silent = answerTo(redOf('a'), { readBack: '' });
    expect(day.tries(accept([silent]), petr)).toBe('read-back-missing');
  });

  it('does not take an item twice', () => {
    day.has('a', { priority: 'P1' });
    expect(day.tries(submit([redOf('a'), redOf('a')]))).toBe('handover-item-unknown');
  });

  it('asks nothing of what is red only by its deadline, and of what was solved meanwhile', () => {
    day.has('a', { priority: 'P3', assigneeId: null });
    day.has('b', { priority: 'P1', assigneeId: null, status: 'resolved' });
    const items = [redOf('a', { nextAction: '' }), redOf('b', { nextAction: '' })];
    expect(day.tries(submit(items))).toBe('ok');
  });

  it('takes nobody in between for an owner', () => {
    day.has('a', { priority: 'P1', careOfId: 'oleg' });
    day.has('b', { priority: 'P1', promises: [promised('one', 30)] });
    const items = [redOf('a'), redOf('b', { toId: 'oleg' }), promiseOf('one', 'b', 'petr')];
    expect(day.runs(submit(items))).toMatchObject({
      blockers: [
        { code: 'two-owners', ticket: 'SM-a' },
        { code: 'two-owners', ticket: 'SM-b' },
        { code: 'two-owners', ticket: 'SM-b' },
      ],
    });
  });

  it('holds a promise of the next hour until somebody is named who stays with it', () => {
    day.has('a', { promises: [promised('one', 59)] });
    day.has('b', { promises: [promised('two', 60)] });
    day.has('c', { assigneeId: null, promises: [promised('three', -5)] });
    const items = [promiseOf('one', 'a'), promiseOf('two', 'b'), promiseOf('three', 'c')];
    expect(day.runs(submit(items))).toMatchObject({
      blockers: [
        { code: 'owner-leaves', ticket: 'SM-a' },
        { code: 'promise-unowned', ticket: 'SM-c' },
      ],
    });
    const named = [promiseOf('one', 'a', 'anya'), promiseOf('three', 'c', 'oleg')];
    expect(day.tries(submit(named))).toBe('ok');
  });

  it('knows from the roster who stays until a promise is due', () => {
    day.has('a', { promises: [promised('one', 59)] });
    const member = {
      ...({ personId: 'anya', part: 'member', lines: ['2'], plannedFrom: null } as const),
      ...{ plannedTo: someWednesday + hour, cameAt: null, leftAt: null, calledAt: null, note: '' },
    };
    day.does({ type: 'set-member', member });
    expect(day.tries(submit([promiseOf('one', 'a')]))).toBe('ok');
    day.does({ type: 'set-member', member: { ...member, leftAt: someWednesday } });
    expect(day.tries(submit([promiseOf('one', 'a')], { revision: 2 }))).toBe('submit-blocked');
  });

  it('goes all the same with a written reason, which stays in it', () => {
    day.has('a', { priority: 'P1', assigneeId: null });
    expect(day.tries(submit([redOf('a')], { override: '  ' }))).toBe('submit-blocked');
    const shift = day.does(submit([redOf('a')], { override: ' авария, все на ней ' }));
    expect(last(shift)?.override).toBe('авария, все на ней');
  });

  it('goes without the server too, however long that was not heard', () => {
    const report = { ...quietReport, lastSyncAt: someWednesday - 24 * hour };
    expect(day.tries(submit([], { report }))).toBe('ok');
  });

  it('is read by people, as what is said to it is', () => {
    const endless = 'х'.repeat(10_001);
    day.has('a');
    expect(day.tries(submit([], { override: endless }))).toBe('text-too-long');
    expect(day.tries(submit([redOf('a', { ifThen: endless })]))).toBe('text-too-long');
    day.does(submit([redOf('a')]));
    const answer = answerTo(redOf('a'), { readBack: endless });
    expect(day.tries(accept([answer]), petr)).toBe('text-too-long');
    const back = { type: 'return-shift', revision: 1, reason: endless } as const;
    expect(day.tries(back, petr)).toBe('text-too-long');
  });

  it('names only people who can work on a ticket', () => {
    day.people.push(somebody({ id: 'nina', name: 'Нина', role: 'hire' }));
    day.people.push(somebody({ id: 'vendor', name: 'Поставщик', line: 'vendor' }));
    day.has('a');
    expect(day.tries(submit([redOf('a', { toId: 'ghost' })]))).toBe('owner-unknown');
    expect(day.tries(submit([redOf('a', { toId: 'nina' })]))).toBe('channel-not-signed-off');
    expect(day.tries(submit([redOf('a', { toId: 'vendor' })]))).toBe('owner-cannot');
    expect(day.tries(submit([], { toId: 'ghost' }))).toBe('owner-unknown');
  });

  it('makes another revision instead of a change, and only the next one', () => {
    day.does(submit([]));
    expect(day.tries(submit([]))).toBe('revision-taken');
    expect(day.tries(submit([], { revision: 3 }))).toBe('revision-taken');
    day.does(submit([], { revision: 2 }));
    expect(day.shift.handovers.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(day.tries(accept([]), petr)).toBe('newer-revision');
    expect(day.tries(accept([], { revision: 3 }), petr)).toBe('no-such-revision');
  });
});
