import { z } from 'zod';
import { weekdays } from '../../domain/calendar.ts';
import { slaTargets } from '../../domain/sla-policy.ts';
import { channels, kinds, priorities } from '../../domain/vocabulary.ts';
import { code, day, duration, localName, map, status, table, text, ticketMatch } from './words.ts';

// What the hours themselves have wrong is told by `readCalendar`, all of it together.
const clock = z.string('no-clock-time');
const hours = z.array(z.tuple([clock, clock], 'no-interval'), 'needs-list');
const hoursByDay = z.record(z.string(), hours, 'no-week');
const week = z.unknown().transform((value, context) => {
  if (value === 'always') return value;
  const read = hoursByDay.safeParse(value);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues) {
    context.addIssue({ code: 'custom', message, path });
  }
  return z.NEVER;
});

/** `calendars.yaml`: working hours. */
export const calendarsSchema = z
  .array(
    map({
      code,
      name: localName,
      timeZone: z.string().optional(),
      week,
      holidays: z.array(z.string()).default([]),
      overrides: z.record(z.string(), hours).default({}),
      production: code.nullable().default(null),
    }),
  )
  .min(1);
/** A calendar as a pack writes it. */
export type CalendarPart = z.output<typeof calendarsSchema>[number];

/** `production.yaml`: the days off of a country, year by year, for calendars that name it. */
export const productionSchema = z.array(
  map({
    code,
    name: localName,
    years: z
      .array(
        map({
          year: z.int().min(1970).max(9999),
          basis: text,
          isOfficial: z.boolean(),
          holidays: z.array(day),
          /** One hour shorter than its weekday. */
          shortened: z.array(day).default([]),
          /** Worked although it is a weekend: with the hours of that weekday. */
          working: z.partialRecord(day, z.enum(weekdays)).default({}),
        }),
      )
      .min(1),
  }),
);
/** The production calendars of a pack. */
export type ProductionPart = z.output<typeof productionSchema>;

const targetCodes = [...channels, ...priorities, ...kinds] as const;
const target = duration.nullable();
const targetTable = z
  .preprocess(
    (value) => (typeof value === 'string' || value === null ? { default: value } : value),
    table(['default', ...targetCodes], target),
  )
  .transform((table) => ({ ...table, default: table.default ?? null }));
const noTarget = { default: null };

const threshold = map({ before: duration, share: z.number().min(0).max(1) }).transform(
  ({ before, share }) => ({ ms: before, share }),
);

/** `policies.yaml`: what is promised to which tickets; the first that fits holds. */
export const policiesSchema = z
  .array(
    map({
      code,
      name: localName,
      when: ticketMatch.prefault({}),
      calendar: code,
      calendarOf: table(slaTargets, code).default({}),
      firstAnswer: targetTable.default(noTarget),
      reply: targetTable.default(noTarget),
      update: targetTable.default(noTarget),
      resolve: targetTable.default(noTarget),
      pausedIn: z.array(status).nullable().default(null),
      statusUpdate: duration.prefault('2d'),
      outageUpdate: duration.prefault('30m'),
      outageTags: z.array(text).default(['outage', 'авария']),
      warnBefore: duration.prefault('1h'),
      amber: threshold.optional(),
      red: threshold.optional(),
      warnOfPromise: duration.prefault('10m'),
    }).transform(
      ({ statusUpdate, outageUpdate, warnBefore, amber, red, warnOfPromise, ...rest }) => ({
        ...rest,
        statusUpdateMs: statusUpdate,
        outageUpdateMs: outageUpdate,
        amber: amber ?? { ms: warnBefore, share: 0.5 },
        red: red ?? { ms: warnBefore / 4, share: 0.25 },
        warnOfPromiseMs: warnOfPromise,
      }),
    ),
  )
  .min(1);
