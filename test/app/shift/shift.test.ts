import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift, findShiftItem } from '../../../src/app/shift/find-shift.ts';
import { listShifts } from '../../../src/app/shift/list-shifts.ts';
import { logItem, shiftToLog } from '../../../src/app/shift/log-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { momentIn } from '../../../src/app/shift/read-shift-time.ts';
import { markDialogue, reviewDialogues } from '../../../src/app/shift/review-dialogues.ts';
import { bandOf, seenLoad, shiftLoad } from '../../../src/app/shift/shift-load.ts';
import { emptyMember } from '../../../src/domain/shift/decide-roster.ts';
import { replayShift } from '../../../src/domain/shift/evolve-shift.ts';
import { shiftRef } from '../../../src/domain/shift/shift-id.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';
import { dayShiftId } from '../../support/shift.ts';

let story: TestDesk;
beforeEach(async () => {
  story = await openTestDesk({ seat: { role: 'lead' } });
});
afterEach(() => story.close());

const ref = () => shiftRef(currentShift(story.desk).id);
const opened = (order = {}) => {
  const done = openShift(story.desk, order);
  if (!done.ok) throw new Error(`refused: ${done.problem.code}`);
  return done.value.shift;
};
const close = (id: string) => executeShift(story.desk, id, { type: 'close-shift' });

describe('the shift that is on', () => {
  it('is that of the calendar until somebody opens one', () => {
    expect(currentShift(story.desk)).toMatchObject({ id: dayShiftId, state: null });
    opened();
    expect(currentShift(story.desk).state?.leadId).toBe(story.desk.me.id);
  });

  it('is mine, of two that overlap, although the other one is the calendar’s', () => {
    const other = story.person('olga', { role: 'lead' });
    opened({ hours: '10:00-19:00' });
    const id = 'shift/main/2026-11-18/08:00-20:00';
    const { plan } = findShift(story.desk, id);
    const command = { type: 'open-shift', plan, leadId: other.id, members: [] } as const;
    expect(executeShift(story.desk, id, command, { byId: other.id }).ok).toBe(true);
    expect(ref()).toBe('2026-11-18/10:00-19:00');
  });

  it('stays mine while I finish it, and goes on with the calendar once it is closed', () => {
    const { id } = opened();
    story.clock.forward(7 * hour);
    expect(ref()).toBe('2026-11-18/08:00-20:00');
    close(id);
    expect(ref()).toBe('2026-11-18/20:00-08:00');
  });

  it('is the next one for whoever comes a little early', () => {
    story.clock.forward(6 * hour - 10 * minute);
    opened();
    expect(ref()).toBe('2026-11-18/20:00-08:00');
    story.clock.forward(20 * minute);
    expect(ref()).toBe('2026-11-18/20:00-08:00');
  });

  it('has the hours that somebody says, over midnight while they last', () => {
    story.clock.set(Date.parse('2026-11-18T22:30:00Z'));
    expect(shiftRef(opened({ hours: '22:00-06:00' }).id)).toBe('2026-11-18/22:00-06:00');
    expect(() => openShift(story.desk, { hours: '8-20' })).toThrow('shift-hours-wrong');
    expect(() => openShift(story.desk, { line: '9' })).toThrow('line-unknown');
  });

  it('is planned with the people whom the duties of the desk name', async () => {
    expect(opened().members.map(({ part }) => part)).toEqual(['lead']);
  });
});

describe('finding a shift', () => {
  it('goes by current, last, name, id and beginning', () => {
    // Nobody has opened any: the one of the calendar that is over.
    expect(shiftRef(findShift(story.desk, 'last').id)).toBe('2026-11-17/20:00-08:00');
    const { id } = opened();
    for (const name of ['current', '', id, '2026-11-18/08:00-20:00', '2026-11-18', 'shift/main']) {
      expect(findShift(story.desk, name).state?.id).toBe(id);
    }
    close(id);
    expect(findShift(story.desk, 'last').id).toBe(id);
  });

  it('finds a shift that nobody has touched by its whole name', () => {
    expect(findShift(story.desk, '2026-11-20/20:00-08:00')).toMatchObject({ state: null });
  });

  it('says what there is', () => {
    expect(() => findShift(story.desk, 'вчера')).toThrow('shift-unknown-none');
    opened();
    opened({ hours: '10:00-19:00' });
    expect(() => findShift(story.desk, 'вчера')).toThrow('shift-unknown');
    expect(() => findShift(story.desk, '2026-11-18')).toThrow('shift-ambiguous');
  });

  it('lists those of the days that are asked for', () => {
    opened();
    story.clock.forward(day);
    opened();
    const days = (from: string | null, to: string | null) =>
      listShifts(story.desk, { from, to }).map(({ id }) => shiftRef(id).slice(0, 10));
    expect(days(null, null)).toEqual(['2026-11-18', '2026-11-19']);
    expect(days('2026-11-19', '2026-11-19')).toEqual(['2026-11-19']);
    expect(days(null, '2026-11-10')).toEqual([]);
  });
});

describe('the log', () => {
  it('needs nobody who opens the shift, and is kept as it happened', () => {
    const done = logItem(story.desk, { kind: 'attention', text: 'релиз в 18:00' });
    if (!done.ok) throw new Error('refused');
    const { shifts } = story.desk;
    expect(shifts.byId(dayShiftId)).toEqual(replayShift(shifts.events(dayShiftId)));
    expect(shifts.open(0, Infinity).map(({ id }) => id)).toEqual([dayShiftId]);
    expect(findShiftItem(done.value.shift, '1').text).toBe('релиз в 18:00');
    expect(findShiftItem(done.value.shift, done.value.shift.items[0]?.id ?? '').kind).toBe(
      'attention',
    );
    expect(() => findShiftItem(done.value.shift, '2')).toThrow('shift-item-unknown');
  });

  it('goes on with the next shift when this one is closed', () => {
    const { id } = opened();
    close(id);
    expect(shiftRef(shiftToLog(story.desk).id)).toBe('2026-11-18/20:00-08:00');
    expect(shiftRef(shiftToLog(story.desk, findShift(story.desk, id)).id)).toBe(
      '2026-11-18/20:00-08:00',
    );
  });

  it('is one operation each time, and none for what changes nothing', () => {
    const item = { id: 'one', kind: 'thanks', text: 'Олегу' } as const;
    const waiting = () =>
      story.desk.store.sql.all(
        'SELECT type, entity_type, entity_id, space FROM outbox WHERE entity_type = ?',
        'shift',
      );
    logItem(story.desk, item);
    expect(logItem(story.desk, item).ok).toBe(true);
    expect(waiting()).toEqual([
      { type: 'log-item', entity_type: 'shift', entity_id: dayShiftId, space: 'main' },
    ]);
  });
});

describe('times of a shift', () => {
  it('lie in the shift, also after midnight, and programs say them whole', () => {
    const { plan } = findShift(story.desk, '2026-11-18/20:00-08:00');
    const at = (text: string) => new Date(momentIn(story.desk, plan, text)).toISOString();
    expect(at('19:45')).toBe('2026-11-18T16:45:00.000Z');
    expect(at('2:05')).toBe('2026-11-18T23:05:00.000Z');
    expect(at('2026-11-18T20:00:00+03:00')).toBe('2026-11-18T17:00:00.000Z');
    expect(() => at('25:00')).toThrow('shift-time-unknown');
    expect(() => at('скоро')).toThrow('instant-unknown');
  });
});

describe('the load of a shift', () => {
  it('counts tickets with a word to the customer, once each, and nobody is compared', () => {
    const [boris, anton] = [story.person('boris'), story.person('anton')];
    const ticket = story.registers('Не печатает');
    const other = story.registers('Не открывается');
    for (const id of [ticket, ticket, other]) story.replies(id, 'Смотрим.');
    story.does(other, { type: 'note', text: 'не считается', status: null }, boris.id);
    const call = {
      type: 'log-call',
      text: 'поговорили',
      durationMs: minute,
      promise: null,
    } as const;
    story.does(other, call, boris.id);
    const { id } = opened();
    executeShift(story.desk, id, { type: 'set-member', member: emptyMember(anton.id) });
    expect(shiftLoad(story.desk).map((one) => [one.person, one.conversations, one.band])).toEqual([
      ['anton', 0, 'below'],
      ['boris', 1, 'below'],
      ['Аня', 2, 'below'],
    ]);
    expect([29, 30, 50, 51].map(bandOf)).toEqual(['below', 'in', 'in', 'above']);
  });

  it('is one’s own and the sum for who does not lead', async () => {
    const ticket = story.registers('Не печатает');
    story.replies(ticket, 'Смотрим.');
    const folder = story.folder;
    const engineer = await openTestDesk({
      folder,
      clock: story.clock,
      seat: { login: 'b', name: 'Б' },
    });
    expect(seenLoad(engineer.desk)).toEqual({
      people: [],
      team: { people: 1, conversations: 1 },
    });
    expect(seenLoad(story.desk).people.map(({ person }) => person)).toEqual(['Аня']);
    engineer.close();
  });
});

describe('the morning review', () => {
  it('has every dialogue of today and yesterday with its two marks', () => {
    const old = story.registers('Позавчера');
    story.clock.forward(2 * day);
    const defect = story.registers('Падает отчёт');
    story.does(defect, { type: 'set-fields', fields: { kind: 'defect' } });
    const solved = story.registers('Решённое');
    story.does(solved, { type: 'resolve', solution: 'Готово.' });
    const read = () => {
      const { dialogues, unresolved, cardless } = reviewDialogues(story.desk);
      const marks = dialogues.map((one) => [one.subject, one.isResolved, one.hasCard]);
      return { marks, unresolved, cardless };
    };
    expect(read()).toEqual({
      marks: [
        ['Падает отчёт', false, false],
        ['Решённое', true, null],
      ],
      unresolved: 1,
      cardless: 1,
    });
    story.does(defect, { type: 'link-card', ref: 'DEV-1' });
    markDialogue(story.desk, { ticketId: defect, mark: 'resolved', isDone: true });
    markDialogue(story.desk, { ticketId: solved, mark: 'card', isDone: false });
    expect(read()).toEqual({
      marks: [
        ['Падает отчёт', true, true],
        ['Решённое', true, false],
      ],
      unresolved: 0,
      cardless: 1,
    });
    expect(story.ticket(old).subject).toBe('Позавчера');
  });
});
