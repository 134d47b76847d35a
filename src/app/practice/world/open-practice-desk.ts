import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from '../../../config/paths.ts';
import { copyArticles } from '../../../store/article/copy-articles.ts';
import type { Clock } from '../../../util/clock.ts';
import { closeDesk } from '../../desk/close-desk.ts';
import type { Desk } from '../../desk/desk.ts';
import { openDesk } from '../../desk/open-desk.ts';
import { lendSpeller } from '../../wording/open-speller.ts';
import { markPractice, practiceRunOf } from './practice-mark.ts';

/** A larger base is not copied for every run: its shipped articles are read again there. */
const MOST_COPIED = 5_000;

/** The run whose tickets a practice desk holds. */
export interface PracticeDeskOrder {
  readonly runId: string;
  readonly clock: Clock;
}

/** Where the tickets of a run lie: beside the live store and never in it. */
export function practiceFolder({ dataFolder }: Pick<Paths, 'dataFolder'>, runId: string): string {
  return join(dataFolder, 'practice', 'desk', runId);
}

/**
 * Opens the desk that one run is played at: a store of its own, the rules, articles and templates
 * of the live desk, and no way out for letters. Whoever learns works there as an engineer.
 */
export async function openPracticeDesk(
  live: Desk,
  { runId, clock }: PracticeDeskOrder,
): Promise<Desk> {
  const desk = await openDesk({
    paths: practicePaths(live.paths, runId),
    settings: {
      ...live.settings,
      deliver: { command: null, smtp: null, from: null },
      undoSeconds: 0,
    },
    language: live.language,
    clock,
    makeId: live.makeId,
    seat: { login: live.me.login, name: live.me.name, role: 'engineer', line: live.me.line },
  });
  const isNew = practiceRunOf(desk) === null;
  if (isNew && live.articles.size().count <= MOST_COPIED) {
    copyArticles(live.store.sql, desk.store.sql);
  }
  markPractice(desk, runId);
  // The rules may have come from a server, which this store never hears of.
  const practice = { ...desk, config: live.config };
  lendSpeller(live, practice);
  return practice;
}

/** Closes the desk of a run and takes its folder away: it is told again from the run. */
export function dropPracticeDesk(desk: Desk): void {
  closeDesk(desk);
  rmSync(desk.paths.dataFolder, { recursive: true, force: true });
}

/** Takes the folder of a run away that is open nowhere: it was given up. */
export function dropPracticeFolder(paths: Pick<Paths, 'dataFolder'>, runId: string): void {
  rmSync(practiceFolder(paths, runId), { recursive: true, force: true });
}

function practicePaths(live: Paths, runId: string): Paths {
  const dataFolder = practiceFolder(live, runId);
  return {
    ...live,
    dataFolder,
    store: join(dataFolder, 'smena.db'),
    attachments: join(dataFolder, 'attachments'),
    statusFile: join(dataFolder, 'status'),
  };
}
