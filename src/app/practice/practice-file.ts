import { join } from 'node:path';
import {
  openPracticeIfThere,
  openPracticeStore,
  type PracticeStore,
} from '../../store/practice/practice-store.ts';
import { UserError } from '../../util/user-error.ts';
import { endWithDesk } from '../desk/close-desk.ts';
import type { Desk } from '../desk/desk.ts';

const opened = new WeakMap<Desk['paths'], PracticeStore>();

/** Where the file of practice of a data folder stands. */
export function practicePath({ dataFolder }: Pick<Desk['paths'], 'dataFolder'>): string {
  return join(dataFolder, 'practice.sqlite');
}

/** The file of practice of a desk, opened when it is first wanted and closed with the desk. */
export function practiceFile(desk: Pick<Desk, 'paths'>): PracticeStore {
  return opened.get(desk.paths) ?? keep(desk, openPracticeStore(practicePath(desk.paths)));
}

/** The same where there is one already: looking makes no file. */
export function practiceFileIfThere(desk: Pick<Desk, 'paths'>): PracticeStore | null {
  const known = opened.get(desk.paths);
  if (known) return known;
  const found = openPracticeIfThere(practicePath(desk.paths));
  return found && keep(desk, found);
}

function keep(desk: Pick<Desk, 'paths'>, store: PracticeStore): PracticeStore {
  opened.set(desk.paths, store);
  endWithDesk(desk, () => {
    opened.delete(desk.paths);
    store.close();
  });
  return store;
}

/** Private runs follow a person who gets another id by joining a server. */
export function adoptPractice(desk: Pick<Desk, 'paths'>, from: string, to: string): void {
  try {
    if (from !== to) practiceFileIfThere(desk)?.adopt(from, to);
  } catch (error) {
    // A broken file of practice keeps nobody from joining: it is told where practice is opened.
    if (!(error instanceof UserError)) throw error;
  }
}
