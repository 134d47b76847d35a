import { z } from 'zod';
import { channels, kinds, statuses } from '../../domain/vocabulary.ts';
import {
  clockTime,
  code,
  duration,
  kind,
  language,
  lineCode,
  localName,
  map,
  status,
  table,
  text,
  timeZone,
} from './words.ts';

const organisation = map({
  customers: z.array(text).min(1),
  name: localName,
  signature: localName.optional(),
}).transform((one) => ({ ...one, signature: one.signature ?? one.name }));

const undoWindow = z
  .looseObject({ default: duration })
  .transform(({ default: usual, ...rest }) => ({ usual, rest }))
  .pipe(z.object({ usual: z.number(), rest: table(channels, duration) }))
  .transform(({ usual, rest }) => ({ ...rest, default: usual }));

const spending = map({
  limit: z.number().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/, 'no-currency'),
});

const autoConfirm = map({ after: duration, warnBefore: duration }).transform(
  ({ after, warnBefore }) => ({ afterMs: after, warnBeforeMs: warnBefore }),
);

const massIncident = map({ tickets: z.int().min(2), within: duration }).transform(
  ({ tickets, within }) => ({ tickets, withinMs: within }),
);

/** Where tickets of a code go that the pack does not know any more. */
const renames = map({
  lines: z.record(lineCode, lineCode).default({}),
  statuses: table(statuses, status).default({}),
  kinds: table(kinds, kind).default({}),
});

/** `desk.yaml`: what the desk is called and the rules that hold for all of it. */
export const deskSchema = map({
  name: localName,
  timeZone,
  language,
  ticketWord: localName,
  reopenWindow: duration,
  maxReturnsToEngineer: z.int().min(0),
  undoWindow,
  mailAddress: z.string(),
  faqAddress: z
    .url({ protocol: /^https?$/, error: 'no-address' })
    .nullable()
    .default(null),
  organisations: z.array(organisation).default([]),
  shifts: z.array(map({ name: localName, from: clockTime, to: clockTime })).default([]),
  spending: spending.nullable().default(null),
  autoConfirm: autoConfirm.nullable().default(null),
  massIncident: massIncident.prefault({ tickets: 3, within: '10m' }),
  idle: duration.prefault('5m'),
  remindEvery: duration.prefault('3d'),
  renames: renames.prefault({}),
}).transform(({ reopenWindow, undoWindow, idle, remindEvery, ...rest }) => ({
  ...rest,
  reopenWindowMs: reopenWindow,
  undoWindowMs: undoWindow,
  idleMs: idle,
  remindEveryMs: remindEvery,
}));
/** What `desk.yaml` says. */
export type DeskPart = z.output<typeof deskSchema>;
/** Where tickets of codes go that are gone. */
export type Renames = DeskPart['renames'];

const line = map({
  code: lineCode,
  name: localName,
  short: localName,
  // Some editors write the words yes and no as booleans.
  talksToCustomer: z.preprocess(
    (value) => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value),
    z.enum(['yes', 'via', 'no']),
  ),
  isExternal: z.boolean().default(false),
  needsDiagnosis: z.boolean().default(false),
  acceptWithin: duration.nullable().default(null),
  workWithin: duration.nullable().default(null),
  kpis: z.array(code).default([]),
}).transform(({ acceptWithin, workWithin, ...rest }) => ({
  ...rest,
  acceptWithinMs: acceptWithin,
  workWithinMs: workWithin,
}));

/** `lines.yaml` */
export const linesSchema = z.array(line).min(1);

/** `queues.yaml`, in the order of the tabs. */
export const queuesSchema = z.array(
  map({
    code,
    name: localName,
    /** A filter line that holds besides. */
    query: z.string().optional(),
    filter: map({
      assignee: z.enum(['me', 'none']).optional(),
      line: z.literal('mine').optional(),
      open: z.boolean().optional(),
      status: z.array(status).optional(),
      dueWithin: duration.optional(),
      promised: z.boolean().optional(),
    }).transform(({ dueWithin, ...rest }) => ({ ...rest, dueWithinMs: dueWithin })),
  }),
);
