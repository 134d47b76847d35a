import { type PastRun, runHistory, shareRun } from '../../app/practice/run-history.ts';
import { abandonOpenRun } from '../../app/practice/start-run.ts';
import { explainWords } from '../../i18n/deadline-words.ts';
import { fill } from '../../i18n/fill.ts';
import { loadPracticePathTexts } from '../../i18n/practice-path-texts.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { refusedError } from '../refused.ts';
import type { Session } from '../session.ts';

/** `smena practice history`: one's own runs on this workstation, the latest first. */
export async function practiceHistory(session: Session): Promise<void> {
  const desk = await session.desk();
  const runs = await runHistory(desk);
  const { output } = session;
  if (output.isJson) return output.json(runs.map(runJson));
  const texts = await loadPracticePathTexts(session.language);
  if (runs.length === 0) return output.talk(texts.noHistory);
  const { moment } = explainWords(desk);
  for (const run of runs) {
    const score = run.score === null ? texts.runStates[run.state] : `${run.score}/${run.max}`;
    const verdict = run.passed === null ? '' : run.passed ? texts.passed : texts.notPassed;
    const about = [
      ...[run.id, moment(run.startedAt, desk.clock.now()), run.title, texts.modes[run.mode]],
      ...[fill(texts.attempt, { attempt: run.attempt }), score, verdict],
      run.sharedAt === null ? '' : texts.shared,
    ];
    output.row(about.filter((part) => part !== '').join(output.isPlain ? '\t' : ' · '));
  }
}

function runJson(run: PastRun) {
  const { id, scenarioId, title, lang, scenarioHash, mode, seed, attempt, state } = run;
  return {
    ...{ id, scenarioId, title, lang, hash: scenarioHash, mode, seed, attempt, state },
    ...{ startedAt: iso(run.startedAt), finishedAt: iso(run.finishedAt) },
    ...{ score: run.score, max: run.max, passed: run.passed, ending: run.ending },
    sections: run.sections.map((one) => ({
      ...{ id: one.id, score: one.score, max: one.max, zeroed: one.isZeroed },
    })),
    sharedAt: iso(run.sharedAt),
  };
}

/** `smena practice share RUN`: the mentors may see a run of practice. */
export async function practiceShare(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const run = input.required(0);
  const refusal = shareRun(desk, run);
  if (refusal) throw refusedError(desk, refusal, null);
  if (session.output.isJson) return session.output.json({ run, shared: true });
  session.output.talk((await loadPracticePathTexts(session.language)).nowShared);
}

/** `smena practice abandon`: ends the open run; an exam counts as it stands. */
export async function practiceAbandon(session: Session): Promise<void> {
  const desk = await session.desk();
  const ended = abandonOpenRun(desk);
  const { output } = session;
  if (output.isJson) {
    const { runId = null, score } = ended ?? {};
    return output.json({ run: runId, score: score?.score ?? null, max: score?.max ?? null });
  }
  const texts = await loadPracticePathTexts(session.language);
  output.talk(ended ? texts.abandoned : texts.nothingOpen);
}
