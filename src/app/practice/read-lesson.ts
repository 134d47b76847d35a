import { itemsOf } from '../../content/learning/learning-path.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { readLearningPath } from './learning-path.ts';
import { recordLesson } from './record-run.ts';

/** Notes that a lesson of the path was read. Throws a UserError when the path has no such lesson. */
export async function finishLesson(desk: Desk, itemId: string): Promise<Refusal | null> {
  const { path } = await readLearningPath(desk);
  const item = itemsOf(path).find(({ id }) => id === itemId);
  if (item?.kind !== 'lesson') throw new UserError('no-such-path-item', { item: itemId });
  const done = recordLesson(desk, { itemId, score: null, max: null });
  return done.ok ? null : done.problem;
}
