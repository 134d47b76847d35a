import { openJudge } from '../../app/practice/judge-answer.ts';
import { keepRun } from '../../app/practice/keep-run.ts';
import { type PlayedRun, playAnswers } from '../../app/practice/play-answers.ts';
import { spellingTrouble } from '../../app/wording/open-speller.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import { loadPracticeRunTexts } from '../../i18n/practice-run-texts.ts';
import type { RunMode } from '../../practice/run/run-state.ts';
import type { CommandInput } from '../command-input.ts';
import { playedRunJson } from '../practice-run-json.ts';
import { printPlayedRun } from '../print-played-run.ts';
import { readWhole } from '../read-text.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';
import { instantOf } from '../typed-instant.ts';
import { oneOf, UsageError, wholeNumber } from '../usage-error.ts';
import { wantedScenario } from '../wanted-scenario.ts';
import { wrongAnswerText } from '../wrong-answer-text.ts';

const MODES = ['practice', 'exam'] as const;
/** The same for everybody who names none, so that the same answers give the same run. */
const USUAL_SEED = '1';

/** `smena practice run ID`: plays a run on the screens, or by written answers, and scores it. */
export async function practiceRun(session: Session, input: CommandInput): Promise<void> {
  const file = input.value('answers');
  const mode = oneOf(input.value('mode') ?? 'practice', MODES, '--mode');
  if (file === undefined) return playOnScreens(session, input.required(0), mode);
  const seed = wholeNumber(input.value('seed') ?? USUAL_SEED, '--seed');
  const scenario = await wantedScenario(session, input.required(0));
  const lines = (await readWhole(session, file)).split('\n').map(plain);
  const played = await play(session, scenario, { mode, seed, lines });
  if (!played.ok) {
    const texts = await loadPracticeRunTexts(session.language);
    const details = wrongAnswerText(texts, file, played.problem);
    throw new UsageError('answers-wrong', { details });
  }
  const kept = input.has('record') ? await record(session, played.value) : null;
  if (session.output.isJson) {
    const run = kept === null ? {} : { run: kept };
    session.output.json({ ...playedRunJson(played.value), ...run });
  } else await printPlayedRun(session.output, played.value, session.language);
}

/** The run counts as one's own: for skills, the path and, as an exam, for the practice record. */
async function record(session: Session, played: PlayedRun): Promise<string> {
  const desk = await session.desk();
  const { runId, refusal } = await keepRun(desk, played);
  if (refusal) throw refusedError(desk, refusal, null);
  return runId;
}

/** Without answers it is played by a person: that needs a terminal. */
async function playOnScreens(session: Session, name: string, mode: RunMode): Promise<void> {
  const { io, options, output } = session;
  const isTerminal = output.isTerminal && io.stdin.isTTY === true;
  if (!isTerminal || output.isJson || output.isPlain || options.input === false) {
    throw new UsageError('option-missing', { name: '--answers' });
  }
  const { id } = await wantedScenario(session, name);
  const { openWorkstation } = await import('../open-workstation.ts');
  await openWorkstation(session, { scenarioId: id, mode });
}

async function play(
  session: Session,
  scenario: Scenario,
  order: {
    readonly mode: (typeof MODES)[number];
    readonly seed: number;
    readonly lines: readonly string[];
  },
) {
  const { mode, seed, lines } = order;
  const startedAt = startOf(session, scenario);
  const judge = await openJudge(session, scenario);
  const played = await playAnswers(judge, { scenario, setup: { mode, seed, startedAt }, lines });
  if ((await spellingTrouble(session)) !== null) {
    session.output.problem((await loadPracticeRunTexts(session.language)).noDictionary);
  }
  return played;
}

/** An hour of no zone is one on the clock of the scenario, wherever it is played. */
function startOf({ options: { now }, clock }: Session, scenario: Scenario): number {
  if (now === undefined) return scenario.clock.start;
  return instantOf(now, scenario.clock.zone) ?? clock.now();
}

function plain(line: string, index: number): string {
  const text = line.replace(/\r$/, '');
  return index === 0 ? text.replace(/^\uFEFF/, '') : text;
}
