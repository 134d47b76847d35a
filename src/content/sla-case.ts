import { z } from 'zod';

/** What a value of the right type can still have wrong. */
export const caseFaults = [
  'no-instant',
  'pause-backwards',
  'reply-and-update',
  'nothing-expected',
] as const;

type CaseFault = (typeof caseFaults)[number];

/** An instant as cases write it: UTC, whole seconds, of the last century to the next. */
function isInstant(text: string): boolean {
  if (!/^(?:19|2[01])\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text.slice(0, -1));
}

const instantText = z.string().refine(isInstant, 'no-instant' satisfies CaseFault);
const instant = instantText.transform((text) => Date.parse(text));
const pauses = z
  .array(
    z
      .tuple([instant, instant.nullable()])
      .refine(([from, to]) => to === null || to >= from, 'pause-backwards' satisfies CaseFault)
      .transform(([from, to]) => ({ from, to })),
  )
  .default([]);
const minutes = z.number().min(0);
const target = minutes
  .nullable()
  .optional()
  .transform((value) => value || null);

const common = {
  id: z.string(),
  calendar: z.string(),
  toleranceSec: z.number().min(0).default(0),
  alsoAccept: z.array(z.union([z.string(), z.number()])).default([]),
};

const runningStates = ['new', 'open'] as const;
const pausedStates = ['waiting', 'pending_close', 'closed', 'merged'] as const;

const targets = z
  .object({ firstResponse: target, reply: target, update: target, solution: target })
  .refine(
    ({ reply, update }) => reply === null || update === null,
    'reply-and-update' satisfies CaseFault,
  );

const states = z.array(
  z
    .object({ at: instant, state: z.enum([...runningStates, ...pausedStates]) })
    .transform(({ at, state }) => ({ at, isPaused: pausedStates.some((one) => one === state) })),
);

const contacts = z.array(
  z.object({ at: instant, by: z.enum(['customer', 'agent', 'internal-note']) }),
);

const due = instantText.nullable().optional();
const counted = z.number().nullable().optional();
const ticketExpect = z
  .looseObject({
    firstResponseDue: due,
    updateDue: due,
    solutionDue: due,
    nextDue: due,
    firstResponseMin: counted,
    firstResponseLeft: counted,
    updateMin: counted,
    updateLeft: counted,
    closeMin: counted,
    closeLeft: counted,
  })
  .refine((expected) => Object.keys(expected).length > 0, 'nothing-expected' satisfies CaseFault);

/** One worked case: what is given, and what must come of it. */
export const slaCase = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('deadline'),
    start: instant,
    minutes,
    pauses,
    expect: z.looseObject({ earliest: instantText.nullable() }),
  }),
  z.object({
    ...common,
    kind: z.literal('elapsed'),
    from: instant,
    to: instant,
    pauses,
    expect: z.looseObject({ minutes: z.number() }),
  }),
  z.object({
    ...common,
    kind: z.literal('remaining'),
    start: instant,
    minutes,
    pauses,
    asOf: instant,
    expect: z.looseObject({ remaining: z.number() }),
  }),
  z.object({
    ...common,
    kind: z.literal('ticket'),
    sla: targets,
    createdAt: instant,
    stateLog: states,
    contacts,
    firstResponseAt: instant.nullable().default(null),
    closedAt: instant.nullable().default(null),
    expect: ticketExpect,
  }),
]);

/** One worked case, read. */
export type SlaCase = z.infer<typeof slaCase>;
