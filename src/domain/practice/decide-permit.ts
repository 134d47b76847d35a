import { fail, ok } from '../../util/result.ts';
import { addMonths } from '../add-months.ts';
import { refusal, refuse } from '../refusal.ts';
import { whyTooLong } from '../shift/decide-log.ts';
import { certificateCode } from './certificate-code.ts';
import { whyNoReason } from './decide-review.ts';
import type { PracticeCommand } from './practice-command.ts';
import type { PracticeFacts } from './practice-context.ts';
import type { ChannelSignOff, PracticeRecord, RecordedRun } from './practice-record.ts';
import { countedQuiz, passedExam } from './run-result.ts';
import { standingSignOff } from './sign-offs.ts';

/** What opens real work to somebody, and what closes it again. */
export type PermitCommand = Extract<
  PracticeCommand,
  { type: 'sign-off' | 'withdraw-sign-off' | 'attest' }
>;

type Of<Type extends PermitCommand['type']> = Extract<PermitCommand, { type: Type }>;

const MOST_MONTHS = 120;
const LONGEST_TITLE = 200;

/** Decides who gets live tickets of a channel, and who has passed everything. Pure. */
export function decidePermit(
  command: PermitCommand,
  record: PracticeRecord,
  now: number,
): PracticeFacts {
  switch (command.type) {
    case 'sign-off':
      return decideSignOff(command, record);
    case 'withdraw-sign-off':
      return decideWithdrawal(command, record);
    case 'attest':
      return decideAttest(command, record, now);
  }
}

/** Where all exams are passed nothing is overridden, whatever was asked for. */
function decideSignOff(
  { channel, scenarioIds, isOverride, reason }: Of<'sign-off'>,
  record: PracticeRecord,
): PracticeFacts {
  const missing = missingExams(record, scenarioIds);
  const isEarned = scenarioIds.length > 0 && missing.length === 0;
  if (!isEarned && !isOverride) {
    const scenarios = missing.join(', ') || '—';
    return refuse('sign-off-exams-missing', [], { scenarios });
  }
  const why = isEarned ? whyTooLong([reason]) : whyNoReason(reason);
  if (why) return fail(why);
  const state = isEarned ? 'signed-off' : 'by-override';
  if (standingSignOff(record, channel)?.state === state) return ok([]);
  return ok([signedOff({ channel, state, scenarioIds, reason })]);
}

function decideWithdrawal(
  { channel, reason }: Of<'withdraw-sign-off'>,
  record: PracticeRecord,
): PracticeFacts {
  const standing = standingSignOff(record, channel);
  if (!standing || standing.state === 'withdrawn') return refuse('not-signed-off');
  const why = whyNoReason(reason);
  if (why) return fail(why);
  return ok([signedOff({ channel, state: 'withdrawn', scenarioIds: [], reason })]);
}

function signedOff(signOff: Omit<ChannelSignOff, 'byId' | 'at'>) {
  return { type: 'channel-signed-off', signOff } as const;
}

function decideAttest(
  { attestationId, title, scenarioIds, quizIds, quizPass, months }: Of<'attest'>,
  record: PracticeRecord,
  now: number,
): PracticeFacts {
  if (record.attestations.some(({ id }) => id === attestationId)) return ok([]);
  if (months < 1 || months > MOST_MONTHS) return refuse('months-wrong', [], { most: MOST_MONTHS });
  const missing = missingExams(record, scenarioIds);
  if (scenarioIds.length === 0 || missing.length > 0) {
    return refuse('attest-exams-missing', [], { scenarios: missing.join(', ') || '—' });
  }
  const quiz = quizIds.map((id) => [id, percentOf(record, id)] as const);
  const open = quiz.filter(([, percent]) => percent === null || percent < quizPass);
  if (open.length > 0) {
    const quizzes = open.map(([id]) => id).join(', ');
    return refuse('attest-quiz-missing', [], { quizzes, pass: quizPass });
  }
  const runs = scenarioIds.flatMap((id) => passedExam(record, id) ?? []);
  const percents = quiz.map(([, percent]) => percent ?? 0);
  return certified(record, runs, {
    ...{ id: attestationId, title, runIds: runs.map(({ id }) => id) },
    quizScore: percents.length === 0 ? null : Math.min(...percents),
    expiresAt: addMonths(now, months),
  });
}

/** The same exams make no second certificate: whoever renews it passes them again. */
function certified(
  record: PracticeRecord,
  runs: readonly RecordedRun[],
  made: Pick<
    PracticeRecord['attestations'][number],
    'id' | 'title' | 'runIds' | 'quizScore' | 'expiresAt'
  >,
): PracticeFacts {
  const isNamed = made.title.trim() !== '';
  const why = isNamed ? whyTooLong([made.title], LONGEST_TITLE) : refusal('text-missing');
  if (why) return fail(why);
  const code = certificateCode(runs);
  if (record.attestations.some((one) => one.code === code)) {
    return refuse('attested-already', [], { code });
  }
  return ok([{ type: 'attested', attestation: { ...made, code } }]);
}

function missingExams(record: PracticeRecord, ids: readonly string[]): readonly string[] {
  return ids.filter((id) => passedExam(record, id) === null);
}

/** Percent of right answers in the attempt that counts; null where it was not taken. */
function percentOf(record: PracticeRecord, itemId: string): number | null {
  const { score, max } = countedQuiz(record, itemId) ?? {};
  return typeof score === 'number' && max ? Math.floor((100 * score) / max) : null;
}
