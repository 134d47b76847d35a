import type { Refusal } from '../../domain/refusal.ts';
import { playedSkill, type SkillCard } from '../../practice/path/skill-card.ts';
import type { RunScore } from '../../practice/run/run-state.ts';
import { scoreOf } from '../../practice/score/score-of.ts';
import type { StoredRun } from '../../store/practice/run-store.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';
import { finishedRun } from './finished-run.ts';
import { practiceFile } from './practice-file.ts';
import type { EndedRun } from './practice-session.ts';
import { recordRun } from './record-run.ts';
import { type RunScript, scriptOf, stateOf } from './stored-run.ts';

export type EndAs = 'finished' | 'abandoned';

/**
 * Ends a run as it stands on disk. What was finished counts for its skills, once; an exam goes into
 * the practice record. Ending it again changes nothing.
 */
export function settleRun(desk: Desk, runId: string, as: EndAs): EndedRun {
  const { runs, sql } = practiceFile(desk);
  const script = scriptOf(desk, must(runs.byId(runId), 'run'));
  const state = stateOf(script);
  const score = scoreOf(script.scenario, state);
  const finishedAt = desk.clock.now();
  sql.transact(() => {
    const run = must(runs.byId(runId), 'run');
    if (run.state !== 'open') return;
    const { score: points, max, passed } = score;
    const result = JSON.stringify({ ...score, ending: state.ending });
    const end = { state: as, finishedAt, clockAt: script.clockAt, score: points, max, passed };
    runs.end(runId, { ...end, result });
    if (as === 'finished' && script.events.length > 0) rememberSkills(desk, run, script, score);
  });
  const ended = must(runs.byId(runId), 'run');
  const refusal = ended.state === 'finished' && ended.mode === 'exam' ? share(desk, ended) : null;
  const isShared = must(runs.byId(runId), 'run').sharedAt !== null;
  return { runId, state, score, isShared, refusal };
}

/** Puts a finished run of one's own into the practice record, once. */
export function share(desk: Desk, run: StoredRun): Refusal | null {
  if (run.sharedAt !== null) return null;
  const recorded = recordRun(desk, finishedRun(run, scriptOf(desk, run)));
  if (!recorded.ok) return recorded.problem;
  practiceFile(desk).runs.markShared(run.id, desk.clock.now());
  return null;
}

/** Exams whose way into the practice record was cut off: the program was killed in between. */
export function shareLeftExams(desk: Desk): void {
  for (const run of practiceFile(desk).runs.of(desk.me.id)) {
    if (run.state === 'finished' && run.mode === 'exam') share(desk, run);
  }
}

function rememberSkills(
  desk: Desk,
  run: StoredRun,
  { scenario }: RunScript,
  { score, max }: RunScore,
): void {
  const { cards } = practiceFile(desk);
  const known = new Map(cardsOf(desk, run.personId).map((card) => [card.skill, card]));
  const percent = max === 0 ? 0 : (score * 100) / max;
  const played = [...new Set(scenario.skills)].map((skill) =>
    playedSkill(known.get(skill) ?? null, { skill, percent, at: desk.clock.now() }),
  );
  cards.save(
    run.personId,
    played.map((card) => ({ skill: card.skill, card: JSON.stringify(card) })),
  );
}

/** What is remembered of somebody's skills. */
export function cardsOf(desk: Pick<Desk, 'paths'>, personId: string): readonly SkillCard[] {
  // Written by `rememberSkills` only.
  return practiceFile(desk)
    .cards.of(personId)
    .map(({ card }) => JSON.parse(card) as SkillCard);
}
