import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { replayPractice } from '../../../src/domain/practice/evolve-practice.ts';
import type { PracticeCommand } from '../../../src/domain/practice/practice-command.ts';
import { countedExam, passedExam, resultOf } from '../../../src/domain/practice/run-result.ts';
import { isSignedOff } from '../../../src/domain/practice/sign-offs.ts';
import { must } from '../../../src/util/must.ts';
import { anyPracticeCommand } from '../../support/any-practice-command.ts';
import { hour } from '../../support/desk.ts';
import { shippedDesk } from '../../support/domain.ts';
import {
  exam,
  PracticeInMemory,
  petya,
  shyExam,
  vera,
  yuri,
  zoya,
} from '../../support/practice-record.ts';

const desk = shippedDesk();
let practice: PracticeInMemory;
beforeEach(() => {
  practice = new PracticeInMemory(desk);
});

const record = (run = exam()): PracticeCommand => ({ type: 'record-run', run });
const judge = (isPassed: boolean, reason = 'спросила про HAR своими словами') =>
  ({ type: 'judge-run', runId: 'run-1', isPassed, reason }) as const;
type Of<Type extends PracticeCommand['type']> = Extract<PracticeCommand, { type: Type }>;
const signOff = (more: Partial<Of<'sign-off'>> = {}): Of<'sign-off'> => ({
  ...{ type: 'sign-off', channel: 'mail', scenarioIds: ['sso-401'] },
  ...{ isOverride: false, reason: '' },
  ...more,
});
const attest = (more: Partial<Of<'attest'>> = {}): Of<'attest'> => ({
  ...{ type: 'attest', attestationId: 'att-1', title: 'Вторая линия', quizPass: 80 },
  ...{ scenarioIds: ['sso-401'], quizIds: ['quiz'], months: 12 },
  ...more,
});
const quiz = (score: number) =>
  ({ type: 'finish-lesson', lesson: { itemId: 'quiz', score, max: 10 } }) as const;

describe('who does what', () => {
  it('the learner tells of own runs and lessons, nobody else does', () => {
    expect(practice.tries(yuri, record())).toBe('practice-not-yours');
    expect(practice.tries(vera, quiz(9))).toBe('practice-not-yours');
    expect(practice.tries({ ...zoya, role: 'read-only' }, record())).toBe('role-reads-only');
    practice.does(zoya, record());
    const dispute = { type: 'dispute-mark', runId: 'run-1', markId: 'open/ask_har' } as const;
    expect(practice.tries(yuri, { ...dispute, text: 'нет' })).toBe('practice-not-yours');
    practice.does(zoya, { ...dispute, text: 'я просила файл сети' });
    expect(practice.record.disputes).toMatchObject([
      { fact: 'ask_har', text: 'я просила файл сети' },
    ]);
  });

  it('mentors and leads judge, never themselves; engineers and hires do not', () => {
    practice.does(zoya, record(shyExam()));
    expect(practice.tries(zoya, judge(true))).toBe('not-permitted');
    expect(practice.tries({ ...zoya, role: 'mentor' }, judge(true))).toBe('own-practice');
    expect(practice.tries(petya, judge(true))).toBe('not-permitted');
    for (const role of ['mentor', 'lead', 'team-lead', 'head', 'admin'] as const) {
      expect(practice.tries({ ...vera, role }, judge(true)), role).toBe('ok');
    }
  });
});

describe('runs', () => {
  it('the same run told twice is one, and its replay stays in the event', () => {
    practice.does(zoya, record());
    practice.does(zoya, record(exam({ title: 'другое' })));
    expect(practice.record.runs).toHaveLength(1);
    expect(practice.record.runs[0]).toMatchObject({ title: '401 после SSO', hasReplay: true });
    expect(JSON.stringify(practice.record)).not.toContain('"replay"');
  });

  it.each([
    ['more than there is', { score: 120 }],
    ['sections that make another sum', { score: 79 }],
    ['passed below the bar', { pass: 90 }],
    ['passed without an ending', { ending: null }],
    ['an end before the beginning', { finishedAt: 0 }],
    ['a replay of a megabyte', { replay: 'x'.repeat(1_000_000) }],
    ['practice that waits for a mentor', { mode: 'practice', passed: false, needsMentor: true }],
  ] as const)('%s is no run', (_, wrong) => {
    expect(practice.tries(zoya, record(exam(wrong)))).toBe('run-unsound');
  });

  it('an exam taken again on the same text is kept and replaces nothing, until a mentor allows it', () => {
    practice.does(zoya, record(shyExam()));
    practice.does(zoya, record(exam({ id: 'run-2' })));
    expect(practice.record.runs.map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
    expect(countedExam(practice.record, 'sso-401')?.id).toBe('run-1');
    const retake = {
      type: 'allow-retake',
      scenarioId: 'sso-401',
      reason: 'не было связи',
    } as const;
    expect(practice.tries(yuri, { ...retake, reason: ' ' })).toBe('reason-missing');
    expect(practice.tries(yuri, { ...retake, scenarioId: 't02-mouse' })).toBe('no-exam-yet');
    practice.does(yuri, retake);
    practice.does(zoya, record(exam({ id: 'run-3' })));
    practice.does(zoya, record(exam({ id: 'run-4' })));
    expect(practice.record.retakes).toMatchObject([{ usedByRunId: 'run-3' }]);
    expect(practice.record.runs.map(({ isRepeated }) => isRepeated)).toEqual([
      ...[false, true, false, true],
    ]);
    expect(passedExam(practice.record, 'sso-401')?.id).toBe('run-3');
  });

  it('another text of the scenario is another exam, and practice may be repeated', () => {
    practice.does(zoya, record());
    practice.does(zoya, record(exam({ id: 'run-2', scenarioHash: 'c'.repeat(64) })));
    practice.does(zoya, record(exam({ id: 'run-3', mode: 'practice' })));
    expect(practice.record.runs.some(({ isRepeated }) => isRepeated)).toBe(false);
  });
});

describe('what mentors say', () => {
  beforeEach(() => practice.does(zoya, record(shyExam())));
  const override = (isFound: boolean, reason = 'так тоже говорят') =>
    ({ type: 'override-mark', runId: 'run-1', markId: 'open/ask_har', isFound, reason }) as const;
  const result = () => resultOf(must(practice.record.runs[0], 'run'), practice.record);

  it('of two overrides the last stands, both are kept', () => {
    expect(result()).toMatchObject({ score: 80, passed: false, isWaiting: true });
    practice.does(yuri, override(true));
    expect(result()).toMatchObject({ score: 100, passed: true, isWaiting: false });
    practice.does(vera, override(false, 'это про другой файл'));
    expect(result()).toMatchObject({ score: 80, passed: false });
    expect(practice.record.overrides).toMatchObject([
      { byId: 'yuri', fact: 'ask_har', points: 20 },
      { byId: 'vera', fact: 'ask_har', points: 0 },
    ]);
  });

  it('asks for a reason, a run and a mark that are there', () => {
    expect(practice.tries(yuri, override(true, ' '))).toBe('reason-missing');
    expect(practice.refusalOf(yuri, { ...override(true), markId: 'x' })).toMatchObject({
      code: 'no-such-mark',
      params: { marks: expect.stringContaining('open/ask_har') },
    });
    expect(practice.tries(yuri, { ...override(true), runId: 'x' })).toBe('no-such-run');
    expect(practice.tries(yuri, judge(true, ''))).toBe('reason-missing');
  });

  it('a verdict decides an exam that only words would fail, and no other', () => {
    practice.does(yuri, judge(true));
    expect(result()).toMatchObject({ score: 80, passed: true, isWaiting: false });
    practice.does(zoya, record(exam({ id: 'run-2' })));
    expect(practice.tries(yuri, { ...judge(false), runId: 'run-2' })).toBe('verdict-not-needed');
  });

  it('a comment stands once', () => {
    const comment = { type: 'comment-run', commentId: 'c', runId: 'run-1', line: 3 } as const;
    expect(practice.tries(yuri, { ...comment, text: ' ' })).toBe('text-missing');
    practice.does(yuri, { ...comment, text: 'тут бы имя' });
    practice.does(yuri, { ...comment, text: 'тут бы имя' });
    expect(practice.record.comments).toMatchObject([{ id: 'c', line: 3, byId: 'yuri' }]);
  });
});

describe('sign-offs', () => {
  it('need the exams of the channel, or a lead with a reason', () => {
    expect(practice.refusalOf(yuri, signOff())).toMatchObject({
      code: 'sign-off-exams-missing',
      params: { scenarios: 'sso-401' },
    });
    expect(practice.tries(yuri, signOff({ scenarioIds: [] }))).toBe('sign-off-exams-missing');
    const early = signOff({ isOverride: true, reason: 'работала на почте два года' });
    expect(practice.tries(yuri, early)).toBe('override-needs-lead');
    expect(practice.tries(vera, { ...early, reason: ' ' })).toBe('reason-missing');
    practice.does(vera, early);
    expect(practice.record.signOffs).toMatchObject([{ state: 'by-override', byId: 'vera' }]);
    expect(isSignedOff(practice.state, 'mail')).toBe(true);
    expect(isSignedOff(practice.state, 'call')).toBe(false);
  });

  it('what was earned is no override; it is withdrawn with a reason and can be given again', () => {
    practice.does(zoya, record());
    practice.does(vera, signOff({ isOverride: true }));
    practice.does(yuri, signOff());
    expect(practice.record.signOffs).toMatchObject([{ state: 'signed-off' }]);
    const withdraw = { type: 'withdraw-sign-off', channel: 'mail' } as const;
    expect(practice.tries(yuri, { ...withdraw, reason: '' })).toBe('reason-missing');
    practice.does(yuri, { ...withdraw, reason: 'ушло письмо с чужими данными' });
    expect(isSignedOff(practice.state, 'mail')).toBe(false);
    expect(practice.tries(yuri, { ...withdraw, reason: 'ещё раз' })).toBe('not-signed-off');
    practice.does(yuri, signOff());
    expect(isSignedOff(practice.state, 'mail')).toBe(true);
  });
});

describe('attestation', () => {
  it('is made of passed exams and the first attempt at the quiz, and ends by the calendar', () => {
    expect(practice.tries(yuri, attest())).toBe('attest-exams-missing');
    practice.does(zoya, record());
    expect(practice.tries(yuri, attest())).toBe('attest-quiz-missing');
    practice.does(zoya, quiz(5));
    practice.does(zoya, quiz(9));
    expect(practice.tries(yuri, attest())).toBe('attest-quiz-missing');
    practice.now += hour;
    practice.does(yuri, { type: 'allow-retake', scenarioId: 'quiz', reason: 'болела' });
    practice.now += hour;
    practice.does(zoya, quiz(9));
    expect(practice.tries(yuri, attest({ months: 0 }))).toBe('months-wrong');
    practice.does(yuri, attest());
    expect(practice.record.attestations).toMatchObject([
      { runIds: ['run-1'], quizScore: 90, code: 'a0fab1377f', byId: 'yuri' },
    ]);
    const [made] = practice.record.attestations;
    expect(new Date(made?.expiresAt ?? 0).toISOString().slice(0, 10)).toBe('2027-11-18');
  });

  it('is made once of the same exams', () => {
    practice.does(zoya, record());
    practice.does(yuri, attest({ quizIds: [] }));
    practice.does(yuri, attest({ quizIds: [] }));
    expect(practice.record.attestations).toHaveLength(1);
    const again = attest({ quizIds: [], attestationId: 'att-2' });
    expect(practice.tries(yuri, again)).toBe('attested-already');
  });
});

it('whatever is tried, the history folds to the same record and nobody judges themself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(zoya, yuri, vera, petya), anyPracticeCommand)),
      (deeds) => {
        const any = new PracticeInMemory(desk);
        for (const [actor, command] of deeds) any.tries(actor, command);
        expect(replayPractice(any.events)).toEqual(any.state);
        const own = ['run-recorded', 'lesson-finished', 'mark-disputed'];
        for (const { byId, fact } of any.events) {
          expect(byId === zoya.id).toBe(own.includes(fact.type));
        }
        const exams = any.state?.runs.filter(({ isRepeated }) => !isRepeated) ?? [];
        const free = 2 + (any.state?.retakes.length ?? 0);
        expect(exams.length).toBeLessThanOrEqual(free);
      },
    ),
    { numRuns: 200 },
  );
});
