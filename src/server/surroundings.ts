import { randomBytes } from 'node:crypto';
import { uuidv7 } from '../util/id.ts';
import type { Surroundings } from './core/server-clock.ts';

/** The machine's own clock and chance; `now` may be another one in drills. */
export function machineSurroundings(now: () => number): Surroundings {
  return { now, makeId: uuidv7, randomBytes };
}
