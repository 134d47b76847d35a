import fc from 'fast-check';
import type { PracticeCommand } from '../../src/domain/practice/practice-command.ts';
import { channels } from '../../src/domain/vocabulary.ts';
import { exam, shyExam } from './practice-record.ts';

type Type = PracticeCommand['type'];
type Command<Of extends Type> = Omit<Extract<PracticeCommand, { type: Of }>, 'type'>;

const text = fc.constantFrom('', 'сказано другими словами', 'Ёлка «502» {{x}}', 'constructor');
const runId = fc.constantFrom('run-1', 'run-2', 'nobody');
const markId = fc.constantFrom('open/ask_har', 'open/greeting', 'nowhere');
const scenarioIds = fc.constantFrom<string[]>([], ['sso-401'], ['t02-mouse']);
const channel = fc.constantFrom(...channels);
const run = fc
  .record({ id: runId, isShy: fc.boolean(), hash: fc.constantFrom('a', 'c') })
  .map(({ id, isShy, hash }) => (isShy ? shyExam : exam)({ id, scenarioHash: hash.repeat(64) }));

/** A command of each type; a forgotten one does not compile. */
const byType: { readonly [Of in Type]: fc.Arbitrary<Command<Of>> } = {
  'record-run': fc.record({ run }),
  'finish-lesson': fc.record({
    lesson: fc.record({
      itemId: fc.constantFrom('quiz', 'read-glossary'),
      score: fc.constantFrom(null, 5, 9),
      max: fc.constantFrom(null, 10),
    }),
  }),
  'dispute-mark': fc.record({ runId, markId, text }),
  'override-mark': fc.record({ runId, markId, isFound: fc.boolean(), reason: text }),
  'comment-run': fc.record({
    ...{ commentId: fc.constantFrom('1', '2'), runId, line: fc.constantFrom(null, 3), text },
  }),
  'judge-run': fc.record({ runId, isPassed: fc.boolean(), reason: text }),
  'allow-retake': fc.record({ scenarioId: fc.constantFrom('sso-401', 'quiz'), reason: text }),
  'sign-off': fc.record({ channel, scenarioIds, isOverride: fc.boolean(), reason: text }),
  'withdraw-sign-off': fc.record({ channel, reason: text }),
  attest: fc.record({
    ...{ attestationId: fc.constantFrom('1', '2'), title: text, scenarioIds },
    ...{ quizIds: fc.constantFrom<string[]>([], ['quiz']), quizPass: fc.constant(80) },
    months: fc.constantFrom(0, 12),
  }),
};

/** Any command on a practice record: most are refused. */
export const anyPracticeCommand: fc.Arbitrary<PracticeCommand> = fc.oneof(
  ...Object.entries<fc.Arbitrary<object>>(byType).map(([type, made]) =>
    // The table above holds each type to its fields.
    made.map((fields) => ({ type, ...fields }) as PracticeCommand),
  ),
);
