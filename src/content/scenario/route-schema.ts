import { z } from 'zod';
import { map } from '../desk/words.ts';
import type { Route, RouteCondition } from './answer.ts';
import { maybeSpeech, moodChange, name, named, names, value } from './words.ts';

const CONDITION = /^(<=|>=|==|<|>)\s*([1-5])$/;

// A condition is written as text, a change as a number.
const mood = z.union(
  [moodChange, z.string().regex(CONDITION, 'no-mood-condition')],
  'no-mood-condition',
);

const route = map({
  has: names.default([]),
  lacks: names.default([]),
  ever: names.default([]),
  flag: names.default([]),
  notFlag: names.default([]),
  mood: mood.optional(),
  var: named(value),
  complete: names.default([]),
  broken: z.boolean().nullable().default(null),
  goto: name.optional(),
  else: name.optional(),
  hint: maybeSpeech,
});

type Written = z.output<typeof route>;

/** A way on from a step, with what has to hold for it. */
const routeSchema = route.transform((written, context): Route => {
  const fault = faultOf(written);
  if (fault !== null) context.addIssue({ code: 'custom', message: fault });
  return {
    when: conditionOf(written),
    goto: written.else ?? written.goto ?? '',
    mood: typeof written.mood === 'number' ? written.mood : 0,
    hint: written.hint,
  };
});

/** The ways on from a step, in the order in which they are tried; the last one takes what is left. */
export const routes = z
  .array(routeSchema)
  .min(1)
  // No refinement: that would be asked about routes that could not be read, too.
  .transform((all, context) => {
    const first = all.findIndex(({ when }) => isAlways(when));
    if (first < 0) context.addIssue({ code: 'custom', message: 'routes-no-else' });
    for (let after = first + 1; first >= 0 && after < all.length; after += 1) {
      context.addIssue({ code: 'custom', message: 'routes-after-else', path: [after] });
    }
    return all;
  });

/** Whether nothing has to hold for it. */
export function isAlways(when: RouteCondition): boolean {
  const { has, lacks, ever, flags, notFlags, complete } = when;
  const hasNoNames = [has, lacks, ever, flags, notFlags, complete].every((all) => all.length === 0);
  return hasNoNames && when.mood === null && when.vars.size === 0 && when.isBroken === null;
}

/** A route that is always taken. */
export function always(goto: string, mood = 0): Route {
  return { when: conditionOf({}), goto, mood, hint: null };
}

/** What has to hold for a route, of what was written of it. */
export function conditionOf(written: Partial<Written>): RouteCondition {
  const [, op, number] = CONDITION.exec(String(written.mood)) ?? [];
  return {
    has: written.has ?? [],
    lacks: written.lacks ?? [],
    ever: written.ever ?? [],
    flags: written.flag ?? [],
    notFlags: written.notFlag ?? [],
    // The pattern lets nothing else through.
    mood: op ? { op: op as MoodOperator, value: Number(number) } : null,
    vars: written.var ?? new Map(),
    complete: written.complete ?? [],
    isBroken: written.broken ?? null,
  };
}

type MoodOperator = NonNullable<RouteCondition['mood']>['op'];

function faultOf(written: Written): string | null {
  const hasCondition = !isAlways(conditionOf(written));
  if (written.else !== undefined) {
    if (written.goto !== undefined) return 'route-two-ways';
    return hasCondition ? 'route-else-condition' : null;
  }
  if (written.goto === undefined) return 'route-no-way';
  return hasCondition ? null : 'route-no-condition';
}
