import type { PracticeCommand } from '../../domain/practice/practice-command.ts';
import type {
  FinishedRun,
  RecordedMark,
  RecordedSection,
} from '../../domain/practice/practice-record.ts';
import { channels, languages } from '../../domain/vocabulary.ts';
import * as s from './shape.ts';
import { list, nullable, object, oneOf, variants } from './shape.ts';

const section = object<RecordedSection>({
  ...{ id: s.id, score: s.decimal, max: s.decimal, isZeroed: s.flag },
});

const mark = object<RecordedMark>({
  ...{ id: s.id, section: s.id, points: s.decimal, max: s.decimal },
  ...{ fact: nullable(s.id), outcome: oneOf(['found', 'not-found', 'taken', 'zeroed']) },
});

const run = object<FinishedRun>({
  ...{ id: s.id, scenarioId: s.id, lang: oneOf(languages), scenarioHash: s.digest },
  ...{ title: s.word, mode: oneOf(['practice', 'exam']) },
  ...{ startedAt: s.instant, finishedAt: s.instant },
  ...{ score: s.decimal, max: s.decimal, pass: s.decimal, passed: s.flag, needsMentor: s.flag },
  ending: nullable(oneOf(['good', 'mediocre', 'bad'])),
  ...{ sections: list(section, 100), marks: list(mark, 2000) },
  ...{ eventsHash: s.digest, skills: list(s.id, 100), replay: nullable(s.text) },
});

type Lesson = Extract<PracticeCommand, { type: 'finish-lesson' }>['lesson'];
const lesson = object<Lesson>({
  ...{ itemId: s.id, score: nullable(s.decimal), max: nullable(s.decimal) },
});

const channel = oneOf(channels);
const ids = list(s.id, 1000);

/** What may be done to a practice record, by type. */
export const practiceShapes = variants<PracticeCommand>({
  'record-run': { run },
  'finish-lesson': { lesson },
  'dispute-mark': { runId: s.id, markId: s.id, text: s.text },
  'override-mark': { runId: s.id, markId: s.id, isFound: s.flag, reason: s.text },
  'comment-run': { commentId: s.id, runId: s.id, line: nullable(s.count), text: s.text },
  'judge-run': { runId: s.id, isPassed: s.flag, reason: s.text },
  'allow-retake': { scenarioId: s.id, reason: s.text },
  'sign-off': { channel, scenarioIds: ids, isOverride: s.flag, reason: s.text },
  'withdraw-sign-off': { channel, reason: s.text },
  attest: {
    ...{ attestationId: s.id, title: s.word, scenarioIds: ids, quizIds: ids },
    ...{ quizPass: s.decimal, months: s.count },
  },
});
