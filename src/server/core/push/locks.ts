import { DESK_SPACE } from '../../../domain/space.ts';
import type { EntityCache } from '../state/entity-cache.ts';
import type { Job } from './ask-op.ts';

/** Operations turned out to change spaces that are not locked: everything begins again with them. */
export class LocksMissing extends Error {
  readonly spaces: readonly string[];

  constructor(spaces: readonly string[]) {
    super(`not locked: ${spaces.join(', ')}`);
    this.spaces = spaces;
  }
}

/** The spaces that some pushes will probably write to, as far as memory tells. */
export function spacesToLock(jobs: readonly Job[], cache: EntityCache): ReadonlySet<string> {
  const spaces = new Set<string>();
  for (const { ops, spaces: seen } of jobs) {
    for (const { op } of ops) {
      if (op === null) continue;
      const known = cache.get({ type: op.entityType, id: op.entityId })?.space;
      const isInGroup = op.entityType === 'ticket' || op.entityType === 'shift';
      const space = isInGroup ? (known ?? op.space) : DESK_SPACE;
      if (seen.has(space)) spaces.add(space);
    }
  }
  return spaces;
}
