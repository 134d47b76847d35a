import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import type { PlayedRun } from './play-answers.ts';
import { practiceFile } from './practice-file.ts';
import type { EndedRun } from './practice-session.ts';
import { settleRun } from './settle-run.ts';
import { assertMayPlay, newRun, resumable } from './start-run.ts';
import { toStored } from './stored-run.ts';

/**
 * Keeps a run that was played by written answers as one's own: it counts for skills and the path, an
 * exam goes into the practice record. Throws a UserError where a run played by hand could not begin.
 */
export async function keepRun(
  desk: Desk,
  { scenario, state, events }: PlayedRun,
): Promise<EndedRun> {
  const { setup } = state;
  const open = resumable(desk);
  if (open) throw new UserError('practice-run-open', { title: open.title });
  await assertMayPlay(desk, scenario, setup.mode);
  const { runs, sql } = practiceFile(desk);
  const run = newRun(desk, scenario, setup);
  sql.transact(() => {
    runs.begin(run, scenario.source);
    for (const event of events) {
      runs.append(run.id, toStored(event), { clockAt: event.at, endsDraft: false });
    }
    runs.moveClock(run.id, state.now);
  });
  return settleRun(desk, run.id, 'finished');
}
