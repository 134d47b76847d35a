import { z } from 'zod';
import type { Points } from './answer.ts';
import { name, points } from './words.ts';

/** Points for one section: `points: 3, section: facts`. */
export const pointsIn = {
  points: points.default(0),
  section: name.nullable().default(null),
};

/** Points for one section or several: a number beside `section`, or `{route: 4, deadlines: 4}`. */
export const pointsInMany = {
  points: z.union([points, z.record(name, points)], 'points-wrong').default(0),
  section: name.nullable().default(null),
};

interface Given {
  readonly points: number | Readonly<Record<string, number>>;
  readonly section: string | null;
}

/** The points of something scored; a number alone does not say where it counts. */
export function pointsOf(given: Given, context: z.RefinementCtx): readonly Points[] {
  if (typeof given.points !== 'number') {
    return Object.entries(given.points).map(([section, points]) => ({ section, points }));
  }
  if (given.points === 0) return [];
  if (given.section !== null) return [{ section: given.section, points: given.points }];
  context.addIssue({ code: 'custom', message: 'section-needed', path: ['points'] });
  return [];
}

/** The same for what counts in one section only; without points it counts nowhere. */
export function onePointsOf(
  given: { readonly points: number; readonly section: string | null },
  context: z.RefinementCtx,
): Points | null {
  return pointsOf(given, context)[0] ?? null;
}
