import type { Desk } from '../../src/app/desk/desk.ts';
import { executePractice } from '../../src/app/practice/execute-practice.ts';
import type { PracticeCommand } from '../../src/domain/practice/practice-command.ts';
import type { PracticeRecord } from '../../src/domain/practice/practice-record.ts';
import { exam, shyExam } from '../support/practice-record.ts';
import type { Chance } from './chance.ts';
import type { Deed } from './desk-work.ts';

const weights = {
  'record-run': 8,
  'finish-lesson': 2,
  'dispute-mark': 4,
  'override-mark': 12,
  'comment-run': 12,
  'judge-run': 6,
  'allow-retake': 5,
  'sign-off': 8,
  'withdraw-sign-off': 4,
  attest: 3,
} as const satisfies Record<PracticeCommand['type'], number>;
type Kind = keyof typeof weights;

const own: ReadonlySet<Kind> = new Set(['record-run', 'finish-lesson', 'dispute-mark']);
const silent: ReadonlySet<Kind> = new Set(['record-run', 'finish-lesson']);

/** Does something at random to a practice record: one's own, or that of somebody else. */
export function workOnPractice(desk: Desk, chance: Chance, token: string): Deed {
  const kind = chance.weighted<Kind>(weights);
  const others = desk.people.persons().map(({ id }) => id);
  const personId = own.has(kind) ? desk.me.id : chance.pick([desk.me.id, ...others]);
  const typed = `${chance.pick(['своими словами', 'не про то', 'болела'])} ${token}`;
  const record = desk.practiceRecords.of(personId);
  const command = makers[kind]({ desk, chance, typed, record });
  const isDone = command !== null && executePractice(desk, personId, command).ok;
  return { kind, typed: silent.has(kind) ? '' : typed, isDone };
}

interface Asked {
  readonly desk: Desk;
  readonly chance: Chance;
  readonly typed: string;
  readonly record: PracticeRecord;
}

const scenarioId = 'sso-401';

const makers: Readonly<Record<Kind, (asked: Asked) => PracticeCommand | null>> = {
  'record-run': ({ desk, chance }) => {
    const made = chance.happens(0.5) ? exam : shyExam;
    const id = desk.makeId();
    const run = made({ id, eventsHash: chance.pick(['b', 'c', 'd']).repeat(64) });
    return { type: 'record-run', run };
  },
  'finish-lesson': ({ chance }) => {
    const score = chance.pick([6, 9]);
    return { type: 'finish-lesson', lesson: { itemId: 'quiz', score, max: 10 } };
  },
  'dispute-mark': ({ record, chance, typed }) =>
    onRun(record, chance, (runId) => {
      return { type: 'dispute-mark', runId, markId: 'open/ask_har', text: typed };
    }),
  'override-mark': ({ record, chance, typed }) =>
    onRun(record, chance, (runId) => {
      const isFound = chance.happens(0.5);
      return { type: 'override-mark', runId, markId: 'open/ask_har', isFound, reason: typed };
    }),
  'comment-run': ({ desk, record, chance, typed }) =>
    onRun(record, chance, (runId) => {
      return { type: 'comment-run', commentId: desk.makeId(), runId, line: null, text: typed };
    }),
  'judge-run': ({ record, chance, typed }) =>
    onRun(record, chance, (runId) => {
      return { type: 'judge-run', runId, isPassed: chance.happens(0.5), reason: typed };
    }),
  'allow-retake': ({ typed }) => ({ type: 'allow-retake', scenarioId, reason: typed }),
  'sign-off': ({ chance, typed }) => {
    const isOverride = chance.happens(0.4);
    const channel = chance.pick(['mail', 'call'] as const);
    return { type: 'sign-off', channel, scenarioIds: [scenarioId], isOverride, reason: typed };
  },
  'withdraw-sign-off': ({ chance, typed }) => {
    const channel = chance.pick(['mail', 'call'] as const);
    return { type: 'withdraw-sign-off', channel, reason: typed };
  },
  attest: ({ desk, typed }) => ({
    ...{ type: 'attest', attestationId: desk.makeId(), title: typed, scenarioIds: [scenarioId] },
    ...{ quizIds: [], quizPass: 80, months: 12 },
  }),
};

function onRun(
  { runs }: PracticeRecord,
  chance: Chance,
  command: (runId: string) => PracticeCommand,
): PracticeCommand | null {
  return runs.length === 0 ? null : command(chance.pick(runs).id);
}
