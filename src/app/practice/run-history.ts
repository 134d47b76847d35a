import type { Refusal } from '../../domain/refusal.ts';
import type { RunScore } from '../../practice/run/run-state.ts';
import type { StoredRun } from '../../store/practice/run-store.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { listScenarios } from './list-scenarios.ts';
import { practiceFileIfThere } from './practice-file.ts';
import { share } from './settle-run.ts';

/** One's own run in a list. */
export interface PastRun extends StoredRun {
  readonly title: string;
  /** Which run of this scenario it is, from 1. */
  readonly attempt: number;
  readonly ending: 'good' | 'mediocre' | 'bad' | null;
  readonly sections: RunScore['sections'];
}

/** All of one's own runs on this workstation, the latest first. */
export async function runHistory(desk: Desk): Promise<readonly PastRun[]> {
  const runs = practiceFileIfThere(desk)?.runs.of(desk.me.id) ?? [];
  if (runs.length === 0) return [];
  const scenarios = await listScenarios(desk, desk.language);
  const titles = new Map(scenarios.map(({ id, title }) => [id, title]));
  const seen = new Map<string, number>();
  return runs
    .toReversed()
    .map((run) => {
      const attempt = (seen.get(run.scenarioId) ?? 0) + 1;
      seen.set(run.scenarioId, attempt);
      const { ending = null, sections = [] } = resultOf(run);
      return {
        ...run,
        title: titles.get(run.scenarioId) ?? run.scenarioId,
        attempt,
        ending,
        sections,
      };
    })
    .toReversed();
}

/** Gives a finished run of one's own to the mentors. Throws a UserError when there is no such run. */
export function shareRun(desk: Desk, runId: string): Refusal | null {
  return share(desk, mustFindOwn(desk, runId));
}

function mustFindOwn(desk: Desk, wanted: string): StoredRun {
  const run = findOwnRun(desk, wanted);
  if (!run) throw new UserError('practice-run-unknown', { run: wanted });
  if (run.state !== 'finished') throw new UserError('practice-not-finished', { run: wanted });
  return run;
}

/** One's own run here by its id, or the only one whose id begins or ends so; null when there is none. */
export function findOwnRun(desk: Desk, wanted: string): StoredRun | null {
  const found = practiceFileIfThere(desk)?.runs.named(wanted) ?? [];
  const [run, other] = found.filter(({ personId }) => personId === desk.me.id);
  return run && !other && wanted !== '' ? run : null;
}

type Result = Partial<Pick<PastRun, 'ending' | 'sections'>>;

function resultOf({ result }: StoredRun): Result {
  // Written by `settleRun` only.
  return result === null ? {} : (JSON.parse(result) as Result);
}
