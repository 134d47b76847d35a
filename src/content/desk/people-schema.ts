import { z } from 'zod';
import type { LadderTarget } from '../../domain/desk-people.ts';
import { limits, permissions, rankings } from '../../domain/permission.ts';
import { routingStrategies } from '../../domain/routing-rule.ts';
import {
  code,
  day,
  duration,
  ladderMatch,
  lineCode,
  localName,
  map,
  moment,
  oneOrMore,
  priority,
  role,
  routingMatch,
  table,
  text,
  timeZone,
} from './words.ts';

const login = z.string().regex(/^[^\s/\\]{1,64}$/u, 'no-login');

/** `people.yaml`: who works here when the pack is first applied. */
export const peopleSchema = z.array(
  map({
    login,
    name: text,
    role,
    line: lineCode,
    gender: z.enum(['male', 'female']).nullable().default(null),
    skills: z.array(code).default([]),
    phone: text.nullable().default(null),
    timeZone: timeZone.nullable().default(null),
    team: text.nullable().default(null),
  }),
);

/** `duties.yaml`: who answers at which hours. */
export const dutiesSchema = z.array(
  map({
    code,
    name: localName,
    calendar: code,
    role: z.enum(['duty', 'night', 'senior']),
    people: z.array(login).default([]),
    rotation: day.nullable().default(null),
  }),
);

const step = map({
  role: role.optional(),
  duty: code.optional(),
  person: login.optional(),
  personalEngineer: z.literal(true).optional(),
  means: z.enum(['call', 'chat', 'mail']).default('call'),
  wait: duration.prefault('10m'),
}).transform(({ means, wait, ...whom }, context) => {
  const target = targetOf(whom);
  if (target) return { target, means, waitMs: wait };
  context.addIssue({ code: 'custom', message: 'no-target' });
  return z.NEVER;
});

/** Exactly one of what a step may name. */
function targetOf(whom: {
  readonly role?: z.output<typeof role> | undefined;
  readonly duty?: string | undefined;
  readonly person?: string | undefined;
  readonly personalEngineer?: true | undefined;
}): LadderTarget | null {
  if (Object.values(whom).filter((value) => value !== undefined).length !== 1) return null;
  if (whom.role !== undefined) return { role: whom.role };
  if (whom.duty !== undefined) return { duty: whom.duty };
  return whom.person === undefined ? { personalEngineer: true } : { person: whom.person };
}

/** `ladders.yaml`: whom to call, step by step. */
export const laddersSchema = z.array(
  map({
    code,
    name: localName,
    when: ladderMatch.prefault({}),
    steps: z.array(step).min(1),
    next: code.nullable().default(null),
  }),
);

/** `routing.yaml`: where new tickets go; the first rule that fits holds. */
export const routingSchema = z.array(
  map({
    code,
    name: localName,
    when: routingMatch.prefault({}),
    line: lineCode.nullable().default(null),
    priority: priority.nullable().default(null),
    addTags: z.array(text).default([]),
    assign: oneOrMore(z.enum(routingStrategies)).default([]),
    skills: z.array(code).default([]),
  }),
);

/** `works.yaml`: works that were announced. */
export const worksSchema = z.array(
  map({
    code,
    title: localName,
    from: moment,
    to: moment,
    customers: z.array(text).default([]),
    towns: z.array(text).default([]),
    tags: z.array(text).default([]),
    notice: localName.nullable().default(null),
  }),
);

const allowance = z
  .preprocess(
    (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value),
    z.enum(['yes', 'no', ...limits]),
  )
  .transform((word) => (word === 'yes' || word === 'no' ? word : { limit: word }));

/** `permissions.yaml`: who may do what; what stands nowhere is not allowed. */
export const permissionsSchema = table(permissions, table(rankings, allowance));
