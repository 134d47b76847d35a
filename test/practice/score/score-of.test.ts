import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/practice/score/closing-marks.ts';
import { Player, withSteps } from '../run/player.ts';

const head = `lints: {section: talk, points: 3, perW: 1, zeroOnE: true, scope: replies}
promises: {section: time, holdKept: 1, allKept: 1}
facts:
  ask: {any: [[["пришлите"]]], examples: {pass: ["Пришлите"], fail: ["Нет"]}}
  leak: {any: [[["стенд"]]], examples: {pass: ["стенд"], fail: ["Нет"]}}`;

const talk = withSteps(
  `
open:
  client: |
    Не работает.
  allow: [wait]
  reply:
    expect:
      - {fact: ask, points: 9, section: talk}
      - {fact: promise, points: 2, section: time}
    forbid: [{fact: leak, penalty: 2, section: time, critical: talk}]
    routes: [{else: more}]
more:
  client: |
    Ещё что-то?
  allow: [wait]
  hints: ["Спросите", "Спросите, всё ли"]
  reply:
    expect: [{fact: promise, points: 2, section: time}]
    routes: [{else: done}]
done: {end: good, text: "Конец"}`,
  head,
);

function remark(severity: 'E' | 'W' | 'H') {
  return { rule: 'L01', severity, start: 0, end: 3, text: 'Вам', message: 'Проще.' } as const;
}

/** Through both replies. */
function talked(
  first: Parameters<Player['says']>[1],
  second: Parameters<Player['says']>[1] = {},
  mode: 'practice' | 'exam' = 'practice',
) {
  return new Player(talk, { mode }).says('Раз', first).says('Два', second);
}

describe('the score of a run', () => {
  it('caps every section at what it can give', () => {
    const { score, max, sections } = talked({ has: ['ask'] }).score();
    expect(sections[0]).toEqual({ id: 'talk', score: 6, max: 6, isZeroed: false });
    expect([score, max]).toEqual([6, 10]);
  });

  it('takes for each warning about the language, down to nothing, and looks at hints only', () => {
    const language = (remarks: ReturnType<typeof remark>[]) => talked({ remarks }).section('talk');
    expect(language([])).toBe(3);
    expect(language([remark('H')])).toBe(3);
    expect(language([remark('W')])).toBe(2);
    expect(language(Array.from({ length: 9 }, () => remark('W')))).toBe(0);
    expect(language([remark('E')])).toBe(0);
  });

  it('gives nothing for the language of somebody who wrote nothing', () => {
    expect(new Player(talk).waits(1).section('talk')).toBe(0);
  });

  it('names what its marks add up to', () => {
    const player = talked({ has: ['promise'], remarks: [remark('W'), remark('W')] });
    const marks = marksOf(talk, player.state).map(({ id, points }) => [id, points]);
    expect(marks).toContainEqual(['lints', 3]);
    expect(marks).toContainEqual(['lints/2', -1]);
    const sum = marks.reduce((all, [, points]) => all + Number(points), 0);
    expect(sum).toBe(player.score().score);
  });

  it('counts promises when there were any and all were kept', () => {
    const due = (minutes: number, kind: 'hold' | 'next-update') => {
      const dueAt = talk.clock.start + minutes * 60_000;
      return { promises: [{ kind, text: 'через…', dueAt }] };
    };
    expect(talked({}).section('time')).toBe(0);
    expect(talked(due(30, 'next-update')).section('time')).toBe(1);
    expect(talked(due(30, 'hold')).section('time')).toBe(2);
    expect(talked(due(3, 'hold')).section('time')).toBe(0);
    // Not due yet at the end, so it is kept; without an end nobody knows.
    expect(talked({}, due(600, 'hold')).section('time')).toBe(2);
    expect(new Player(talk).says('Раз', due(600, 'hold')).section('time')).toBe(0);
  });

  it('passes with an end, enough points and no emptied section', () => {
    const all = { has: ['ask', 'promise'] };
    expect(talked(all, { has: ['promise'] }).score()).toMatchObject({ score: 10, passed: true });
    expect(new Player(talk).says('Раз', all).score()).toMatchObject({ score: 8, passed: false });
    const leaked = talked({ has: ['ask', 'promise', 'leak'] }, { has: ['promise'] });
    expect(leaked.score()).toMatchObject({ score: 2, passed: false });
  });
});

describe('an exam', () => {
  it('is looked at by a mentor when only missing words stand between it and a pass', () => {
    expect(talked({}, {}, 'exam').score()).toMatchObject({ passed: false, needsMentor: true });
    expect(talked({}, {}, 'practice').score()).toMatchObject({ needsMentor: false });
    const passed = talked({ has: ['ask', 'promise'] }, { has: ['promise'] }, 'exam').score();
    expect(passed).toMatchObject({ passed: true, needsMentor: false });
  });

  it('is no matter of words when it was not played to an end or the language was wrong', () => {
    const unfinished = new Player(talk, { mode: 'exam' }).says('Раз');
    expect(unfinished.score().needsMentor).toBe(false);
    const wrong = talked({ remarks: [remark('E')] }, {}, 'exam');
    expect(wrong.score().needsMentor).toBe(false);
  });

  it('never fails by a forbidden word alone either: the word may have meant something else', () => {
    const leaked = talked({ has: ['ask', 'promise', 'leak'] }, { has: ['promise'] }, 'exam');
    expect(leaked.score()).toMatchObject({ passed: false, needsMentor: true });
  });
});
