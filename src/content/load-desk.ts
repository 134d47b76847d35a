import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DeskConfig } from '../domain/desk-config.ts';
import { channels, kinds, languages, priorities, statuses } from '../domain/vocabulary.ts';
import { type ContentProblem, checkYaml } from './content-problem.ts';

const name = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const duration = z
  .string()
  .regex(/^\d+[smhd]$/, 'a duration such as 30s, 15m, 4h or 3d')
  .transform((text) => Number.parseInt(text, 10) * units[text.slice(-1) as keyof typeof units]);

const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'an IANA time zone such as Europe/Moscow');

const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const perChannel = z.partialRecord(z.enum(channels), duration);
const channelDurations = z
  .looseObject({ default: duration })
  .transform(({ default: fallback, ...rest }) => ({ default: fallback, rest }))
  .pipe(z.object({ default: z.number(), rest: perChannel }))
  .transform(({ default: fallback, rest }) => ({ ...rest, default: fallback }));

const schemas = {
  desk: z
    .strictObject({
      name,
      timeZone,
      language: z.enum(languages),
      ticketWord: name,
      reopenWindow: duration,
      maxReturnsToEngineer: z.int().min(0),
      undoWindow: channelDurations,
      mailAddress: z.string(),
      faqAddress: z
        .url({ protocol: /^https?$/ })
        .nullable()
        .default(null),
      organisations: z
        .array(
          z
            .strictObject({
              customers: z.array(z.string().min(1)).min(1),
              name,
              signature: name.optional(),
            })
            .transform((one) => ({ ...one, signature: one.signature ?? one.name })),
        )
        .default([]),
      shifts: z.array(z.strictObject({ name, from: clockTime, to: clockTime })).default([]),
    })
    .transform(({ reopenWindow, undoWindow, ...rest }) => ({
      ...rest,
      reopenWindowMs: reopenWindow,
      undoWindowMs: undoWindow,
    })),
  lines: z
    .array(
      z.strictObject({
        code: z.string().regex(/^([1-5]|vendor)$/, 'a line 1 to 5, or vendor'),
        name,
        short: name,
        // YAML reads a bare yes and no as words, but some editors quote them or write booleans.
        talksToCustomer: z
          .union([z.enum(['yes', 'via', 'no']), z.boolean()])
          .transform((v) =>
            typeof v === 'boolean' ? (v ? ('yes' as const) : ('no' as const)) : v,
          ),
      }),
    )
    .min(2),
  statuses: z.array(
    z.strictObject({
      code: z.enum(statuses),
      name,
      isOpen: z.boolean(),
      pausesSla: z.boolean(),
      showsDeadline: z.boolean(),
    }),
  ),
  kinds: z.array(z.strictObject({ code: z.enum(kinds), name })),
  priorities: z.array(z.strictObject({ code: z.enum(priorities), name })),
  calendars: z
    .array(z.strictObject({ code: z.string(), name, timeZone, week: z.literal('always') }))
    .min(1),
  policies: z
    .array(
      z
        .strictObject({
          code: z.string(),
          name,
          calendar: z.string(),
          firstAnswer: channelDurations,
          resolve: z.record(z.enum(priorities), duration),
          statusUpdate: duration,
          outageUpdate: duration.prefault('30m'),
          outageTags: z.array(z.string().min(1)).default(['outage', 'авария']),
          warnBefore: duration,
          warnOfPromise: duration.prefault('10m'),
        })
        .transform(
          ({
            firstAnswer,
            resolve,
            statusUpdate,
            outageUpdate,
            warnBefore,
            warnOfPromise,
            ...rest
          }) => ({
            ...rest,
            firstAnswerMs: firstAnswer,
            resolveMs: resolve,
            statusUpdateMs: statusUpdate,
            outageUpdateMs: outageUpdate,
            warnBeforeMs: warnBefore,
            warnOfPromiseMs: warnOfPromise,
          }),
        ),
    )
    .min(1),
  queues: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a code in small Latin letters'),
      name,
      filter: z
        .strictObject({
          assignee: z.enum(['me', 'none']).optional(),
          line: z.literal('mine').optional(),
          open: z.boolean().optional(),
          status: z.array(z.enum(statuses)).optional(),
          dueWithin: duration.optional(),
          promised: z.boolean().optional(),
        })
        .transform(({ dueWithin, ...rest }) => ({ ...rest, dueWithinMs: dueWithin })),
    }),
  ),
} as const;

/** A desk pack, or everything that is wrong with it. */
export type LoadedDesk =
  | { readonly ok: true; readonly desk: DeskConfig }
  | { readonly ok: false; readonly problems: readonly ContentProblem[] };

/**
 * Reads a desk pack. A file of `overlay` stands in for the shipped one of the same name.
 * All problems of all files are reported, each with its place.
 */
export function loadDesk(folder: string, overlay: string | null): LoadedDesk {
  const problems: ContentProblem[] = [];
  const read = <Output>(part: string, schema: z.ZodType<Output>): Output | null => {
    const file = deskFile(`${part}.yaml`, folder, overlay);
    if (!existsSync(file)) {
      problems.push({ file, line: 1, column: 1, path: '', message: 'the file is missing' });
      return null;
    }
    const checked = checkYaml(file, readFileSync(file, 'utf8'), schema);
    if (checked.ok) return checked.value;
    problems.push(...checked.problem);
    return null;
  };
  const desk = read('desk', schemas.desk);
  const lines = read('lines', schemas.lines);
  const statusRules = read('statuses', schemas.statuses);
  const kindNames = read('kinds', schemas.kinds);
  const priorityNames = read('priorities', schemas.priorities);
  const calendars = read('calendars', schemas.calendars);
  const policies = read('policies', schemas.policies);
  const queues = read('queues', schemas.queues);
  if (
    !desk ||
    !lines ||
    !statusRules ||
    !kindNames ||
    !priorityNames ||
    !calendars ||
    !policies ||
    !queues
  ) {
    return { ok: false, problems };
  }
  const vocabulary = { statuses: statusRules, kinds: kindNames, priorities: priorityNames };
  return { ok: true, desk: { ...desk, ...vocabulary, lines, calendars, policies, queues } };
}

/** The file that holds a part of the pack: the desk's own when there is one. */
export function deskFile(name: string, folder: string, overlay: string | null): string {
  const own = overlay === null ? null : join(overlay, name);
  return own !== null && existsSync(own) ? own : join(folder, name);
}
