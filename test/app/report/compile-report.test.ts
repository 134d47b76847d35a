import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changePerson } from '../../../src/app/people/change-records.ts';
import { compileReport, momentOfReport } from '../../../src/app/report/compile-report.ts';
import { fitReport } from '../../../src/app/report/fit-report.ts';
import { reportToShow } from '../../../src/app/report/report-to-show.ts';
import { currentShift } from '../../../src/app/shift/current-shift.ts';
import { executeShift } from '../../../src/app/shift/execute-shift.ts';
import { findShift } from '../../../src/app/shift/find-shift.ts';
import { logItem } from '../../../src/app/shift/log-shift.ts';
import { openShift } from '../../../src/app/shift/open-shift.ts';
import { day, hour, minute, openTestDesk, type TestDesk } from '../../support/desk.ts';

let story: TestDesk;
beforeEach(async () => {
  story = await openTestDesk({ seat: { role: 'lead' } });
});
afterEach(() => story.close());

const today = () => findShift(story.desk, '2026-11-18/08:00-20:00');
const compile = () => compileReport(story.desk, today());
const takes = (id: string) => story.does(id, { type: 'assign', personId: story.desk.me.id });
const outage = (subject: string) => {
  const id = story.registers(subject);
  story.does(id, { type: 'set-fields', fields: { priority: 'P1' } });
  return id;
};

describe('the report of a shift in which nothing happened', () => {
  it('is whole, and everything in it is empty', () => {
    const report = compile();
    const { red, promises, waiting, breached, returned, dragging, rest, items } = report;
    for (const list of [red, promises, waiting, breached, returned, dragging, rest, items]) {
      expect(list).toEqual([]);
    }
    expect(report).toMatchObject({
      ...{ state: 'draft', revision: 0, lead: null, how: '', attention: '', watch: '', cut: {} },
      counts: { incoming: 0, carriedOver: 0, leftOpen: 0 },
    });
  });
});

describe('what is red', () => {
  it('has its owner, its deadline, and what is to be done by the last note', () => {
    const id = outage('Касса не печатает');
    expect(compile().red[0]).toMatchObject({
      why: ['p1', 'due-soon'],
      owner: null,
      hasOneOwner: false,
    });
    takes(id);
    story.does(id, { type: 'note', text: 'Жду ответа завода, \n позвонить им в 15:00.' });
    const [red] = compile().red;
    expect(red).toMatchObject({
      ...{ subject: 'Касса не печатает', hasOneOwner: true, ifThen: '' },
      owner: { id: story.desk.me.id },
      nextAction: 'Жду ответа завода, позвонить им в 15:00.',
    });
    expect(red?.dueAt).toBeGreaterThan(story.clock.now());
  });

  it('says what somebody wrote beside the ticket before what is guessed', () => {
    const id = outage('Касса не печатает');
    story.does(id, { type: 'note', text: 'догадка' });
    openShift(story.desk, {});
    const note = {
      ...{ ticketId: id, nextAction: 'сменить блок', ifThen: 'не печатает — вернуть старый' },
      ...{ contact: 'завод, 8-800', newOwnerId: null },
    };
    executeShift(story.desk, today().id, { type: 'note-ticket', note });
    const { nextAction, ifThen, contact } = note;
    expect(compile().red[0]).toMatchObject({ nextAction, ifThen, contact });
  });

  it('leaves ordinary tickets to the rest, and takes in what is late', () => {
    const id = story.registers('Принтер скрипит');
    takes(id);
    expect(compile()).toMatchObject({ red: [], rest: [{ ticketId: id }] });
    story.clock.forward(5 * day);
    const late = compileReport(story.desk, currentShift(story.desk));
    expect(late.red).toMatchObject([{ ticketId: id, why: ['breached'] }]);
    expect(late.rest).toEqual([]);
  });
});

describe('promises', () => {
  it('stand in the order of their times: those of the two hours after the shift, and late ones', () => {
    const promise = (subject: string, inMs: number) => {
      const id = story.registers(subject);
      const dueAt = story.clock.now() + inMs;
      const given = { id: `p ${subject}`, kind: 'call-back', text: subject, dueAt } as const;
      story.does(id, { type: 'promise', promise: given });
      return id;
    };
    promise('в 21:30', 7.5 * hour);
    promise('в 14:10', 10 * minute);
    promise('завтра', day);
    story.clock.forward(20 * minute);
    expect(compile().promises.map(({ text }) => text)).toEqual(['в 14:10', 'в 21:30']);
  });
});

describe('the hand-written parts', () => {
  it('are filled from the log until somebody writes them, and stay empty when emptied', () => {
    openShift(story.desk, {});
    const log = (kind: 'remark' | 'attention' | 'watch' | 'thanks', text: string) =>
      logItem(story.desk, { kind, text, stopWhen: kind === 'watch' ? 'лаг ниже минуты' : '' });
    log('remark', 'Утром моргнул свет');
    log('thanks', 'Олег вышел раньше');
    log('attention', 'Ромашка меняет провайдера');
    log('watch', 'лаг репликации');
    expect(compile()).toMatchObject({
      how: 'Утром моргнул свет\nСпасибо: Олег вышел раньше',
      attention: 'Ромашка меняет провайдера',
      watch: 'лаг репликации; снять, когда: лаг ниже минуты',
    });
    const write = (text: string, base: string, baseRev: number) =>
      executeShift(story.desk, today().id, {
        ...({ type: 'write-section', section: 'how' } as const),
        ...{ text, base, baseRev },
      });
    write('Спокойно', '', 0);
    expect(compile().how).toBe('Спокойно');
    write('', 'Спокойно', 1);
    expect(compile()).toMatchObject({ how: '', attention: 'Ромашка меняет провайдера' });
  });
});

describe('a shift that is over', () => {
  it('has the report of its end, whatever was done since', () => {
    openShift(story.desk, {});
    const solved = outage('Касса не печатает');
    const open = story.registers('Принтер скрипит');
    takes(open);
    story.clock.forward(6 * hour - minute);
    executeShift(story.desk, today().id, { type: 'close-shift' });
    const atItsEnd = compile();
    story.clock.forward(3 * hour);
    takes(solved);
    story.does(solved, { type: 'set-fields', fields: { priority: 'P4' } });
    story.does(open, { type: 'set-fields', fields: { kind: 'request' } });
    story.registers('Ночное');
    const later = compile();
    const { asOf, red, rest, waiting, volume, counts, breached } = later;
    expect({ asOf, red, rest, waiting, volume, counts, breached }).toEqual({
      ...{ asOf: atItsEnd.asOf, red: atItsEnd.red, rest: atItsEnd.rest },
      ...{ waiting: atItsEnd.waiting, volume: atItsEnd.volume, counts: atItsEnd.counts },
      breached: atItsEnd.breached,
    });
    expect(later.figures.map(({ code, numerator }) => [code, numerator])).toEqual(
      atItsEnd.figures.map(({ code, numerator }) => [code, numerator]),
    );
  });

  it('is looked at as of now while its lead still writes, and of its end once the next is over', () => {
    openShift(story.desk, {});
    const { plan } = today();
    story.clock.set(plan.endsAt + hour);
    expect(momentOfReport(story.desk, today(), story.clock.now())).toBe(plan.endsAt + hour);
    story.clock.set(plan.endsAt + 2 * day);
    expect(momentOfReport(story.desk, today(), story.clock.now())).toBe(plan.endsAt);
  });

  it('stands for a shift over midnight, over the end of a month and of a year', () => {
    for (const ref of ['2026-10-31/20:00-08:00', '2026-12-31/20:00-08:00']) {
      const report = compileReport(story.desk, findShift(story.desk, ref));
      expect(report.endsAt - report.startsAt).toBe(12 * hour);
      // What has not begun yet is looked at from now.
      expect(report.asOf).toBe(Math.min(story.clock.now(), report.endsAt));
    }
  });
});

describe('a report that was submitted', () => {
  it('is printed as it was then, compiled again only when that is asked for', () => {
    openShift(story.desk, {});
    takes(outage('Касса не печатает'));
    const report = compile();
    const submitted = { type: 'submit-shift', revision: 1, toId: null, items: [] } as const;
    const done = executeShift(story.desk, today().id, { ...submitted, report, override: 'нет' });
    expect(done.ok).toBe(true);
    outage('Ещё одна');
    const shown = (isLive: boolean) =>
      reportToShow(story.desk, today(), { isLive, revision: null });
    expect(shown(false).red).toHaveLength(1);
    expect(shown(false)).toMatchObject({ state: 'submitted', revision: 1, asOf: report.asOf });
    expect(shown(true).red).toHaveLength(2);
    const unknown = () => reportToShow(story.desk, today(), { isLive: false, revision: 7 });
    expect(unknown).toThrow('report-revision-unknown');
  });

  it('keeps the names of its day, and says why it was handed over unready', () => {
    openShift(story.desk, {});
    const report = compile();
    const submitted = { type: 'submit-shift', revision: 1, toId: null, items: [] } as const;
    executeShift(story.desk, today().id, { ...submitted, report, override: 'так надо' });
    const { name } = story.desk.me;
    expect(changePerson(story.desk, story.desk.me, { name: 'Новая Фамилия' }).ok).toBe(true);
    const { signOff, lead } = reportToShow(story.desk, today(), { isLive: false, revision: null });
    expect(lead?.name).toBe(name);
    expect(signOff).toMatchObject({ submittedBy: name, override: 'так надо' });
  });

  it('shows an engineer nobody else’s numbers', () => {
    openShift(story.desk, {});
    const other = story.person('olga', {});
    const state = today().state;
    if (!state) throw new Error('not opened');
    const member = { ...state.members[0], personId: other.id } as (typeof state.members)[number];
    executeShift(story.desk, today().id, { type: 'set-member', member });
    const me = { ...story.desk.me, role: 'engineer' } as const;
    const asEngineer = Object.create(story.desk, { me: { value: me } }) as typeof story.desk;
    const { members } = reportToShow(asEngineer, today(), { isLive: true, revision: null });
    const numbers = members.map(({ person, conversations }) => [person.id, conversations]);
    expect(Object.fromEntries(numbers)).toEqual({ [me.id]: 0, [other.id]: null });
  });
});

describe('the edge between two shifts', () => {
  it('belongs to the one that begins, in the report as in the figures', () => {
    const { plan } = today();
    story.clock.set(plan.endsAt);
    story.registers('Ровно в восемь вечера');
    story.clock.set(plan.endsAt + 2 * day);
    const incoming = (ref: string) => compileReport(story.desk, findShift(story.desk, ref));
    const [ended, begun] = ['2026-11-18/08:00-20:00', '2026-11-18/20:00-08:00'].map(incoming);
    expect([ended?.counts.incoming, ended?.counts.leftOpen]).toEqual([0, 0]);
    expect(begun?.counts).toMatchObject({ incoming: 1, carriedOver: 0, leftOpen: 1 });
    const requests = (report = begun) =>
      report?.figures.find(({ code, of }) => code === 'requests' && of === null)?.numerator;
    expect([requests(ended), requests(begun)]).toEqual([0, 1]);
  });
});

describe('the people of a report', () => {
  it('are also those who worked though nobody wrote them down', () => {
    const id = story.registers('Касса не печатает');
    story.replies(id, 'Смотрим.');
    const { id: personId, name } = story.desk.me;
    expect(compile().members).toMatchObject([
      { person: { id: personId, name }, part: 'member', cameAt: null, conversations: 1 },
    ]);
  });
});

describe('a report too long to be read', () => {
  it('counts the deadlines and outages that it does not read', () => {
    const many = 510;
    for (let n = 0; n < many; n += 1) outage(`Касса ${n}`);
    story.clock.forward(12 * hour);
    const { cut, breached, incidents } = compile();
    expect([cut['breached'], breached.length]).toEqual([many, 100]);
    expect([cut['incidents'], incidents.length]).toEqual([many, 30]);
  });

  it('is cut to what people read and a store keeps, and says how much there was', () => {
    outage('Касса не печатает');
    const report = compile();
    const [red] = report.red;
    if (!red) throw new Error('nothing red');
    const huge = { ...red, nextAction: 'ы'.repeat(2000) };
    const fitted = fitReport({ ...report, red: Array.from({ length: 3000 }, () => huge) });
    expect(fitted.cut['red']).toBe(3000);
    expect(fitted.red.length).toBeLessThanOrEqual(100);
    expect(Buffer.byteLength(JSON.stringify(fitted))).toBeLessThanOrEqual(400_000);
  });
});
