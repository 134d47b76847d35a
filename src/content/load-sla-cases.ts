import { z } from 'zod';
import { type CalendarProblemCode, readCalendar, type WorkCalendar } from '../domain/calendar.ts';
import { jsonFaultOf } from '../util/json-fault.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { MessageParams } from '../util/user-error.ts';
import { caseFaults, type SlaCase, slaCase } from './sla-case.ts';

/** What can be wrong in a file of cases. */
export type CaseProblemCode =
  | CalendarProblemCode
  | (typeof caseFaults)[number]
  | (typeof wrongTypes)[keyof typeof wrongTypes]
  | 'not-json'
  | 'missing'
  | 'no-value'
  | 'not-one-of'
  | 'negative'
  | 'kind-unknown'
  | 'calendar-missing';

/** Something wrong in a file of cases. */
export interface CaseProblem {
  readonly code: CaseProblemCode;
  /** Where in the document, `cases[3].start`; empty for the document itself. */
  readonly path: string;
  readonly params: MessageParams;
}

/** A calendar that has to be refused, and why it is; without a reason it was not. */
export interface RefusedCalendar {
  readonly id: string;
  readonly reasons: readonly CaseProblem[];
}

/** A file of worked cases, read. */
export interface SlaCases {
  readonly calendars: ReadonlyMap<string, WorkCalendar>;
  readonly cases: readonly SlaCase[];
  readonly refused: readonly RefusedCalendar[];
}

const wrongTypes = {
  string: 'no-string',
  number: 'no-number',
  array: 'no-array',
  object: 'no-object',
  record: 'no-object',
  tuple: 'no-pair',
} as const;

type Path = readonly PropertyKey[];
type Problems = readonly CaseProblem[];

const intervals = z.array(z.tuple([z.string(), z.string()]));
const calendar = z.object({
  timeZone: z.string(),
  week: z.record(z.string(), intervals),
  holidays: z.array(z.string()).default([]),
  overrides: z.record(z.string(), intervals).default({}),
});

const file = z.object({
  format: z.literal('sla-cases/1').optional(),
  calendars: z.record(z.string(), z.unknown()),
  cases: z.array(slaCase),
  invalidCalendars: z.array(z.looseObject({ id: z.string() })).default([]),
});

/** Reads a file of worked cases: all of it, or everything that is wrong with it. */
export function loadSlaCases(text: string): Result<SlaCases, Problems> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const parsed = file.safeParse(json.value);
  const written = parsed.data?.calendars ?? calendarsIn(json.value);
  const read = Object.entries(written).map(([id, calendar]) => {
    return [id, loadCalendar(calendar, ['calendars', id])] as const;
  });
  const problems = [
    ...(parsed.success
      ? withoutCalendar(parsed.data)
      : issueProblems(parsed.error, json.value, [])),
    ...read.flatMap(([, calendar]) => (calendar.ok ? [] : calendar.problem)),
  ];
  if (!parsed.success || problems.length > 0) return fail(problems);
  return ok({
    calendars: new Map(read.flatMap(([id, one]) => (one.ok ? [[id, one.value]] : []))),
    cases: parsed.data.cases,
    refused: parsed.data.invalidCalendars.map(({ id, ...given }) => {
      // Only the week is given: what the format leaves out is no reason.
      const refused = loadCalendar({ timeZone: 'UTC', ...given }, []);
      return { id, reasons: refused.ok ? [] : refused.problem };
    }),
  });
}

/** Calendars are looked at also where the cases are broken: everything is told at once. */
function calendarsIn(root: unknown): Readonly<Record<string, unknown>> {
  return file.pick({ calendars: true }).safeParse(root).data?.calendars ?? {};
}

function withoutCalendar({ cases, calendars }: z.infer<typeof file>): Problems {
  return cases.flatMap(({ calendar: value }, index) => {
    if (Object.hasOwn(calendars, value)) return [];
    return [problemAt(['cases', index, 'calendar'], 'calendar-missing', { value })];
  });
}

function parseJson(written: string): Result<unknown, Problems> {
  const text = written.replace(/^\uFEFF/, '');
  try {
    return ok(JSON.parse(text));
  } catch {
    const lines = text.slice(0, jsonFaultOf(text) ?? 0).split('\n');
    const params = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
    return fail([problemAt([], 'not-json', params)]);
  }
}

function loadCalendar(written: unknown, place: Path): Result<WorkCalendar, Problems> {
  const parsed = calendar.safeParse(written);
  if (!parsed.success) return fail(issueProblems(parsed.error, written, place));
  const read = readCalendar(parsed.data);
  if (read.ok) return read;
  return fail(
    read.problem.map(({ code, path, value }) => problemAt([...place, ...path], code, { value })),
  );
}

function issueProblems({ issues }: z.ZodError, root: unknown, place: Path): Problems {
  return issues.map((issue) => {
    const value = valueAt(root, issue.path);
    const [code, params] = value === undefined ? (['missing', {}] as const) : readIssue(issue);
    const shown = String(JSON.stringify(value)).slice(0, 80);
    return problemAt([...place, ...issue.path], code, { value: shown, ...params });
  });
}

function readIssue(
  issue: z.core.$ZodIssue,
): readonly [code: CaseProblemCode, params: MessageParams] {
  switch (issue.code) {
    case 'custom':
      return [caseFaults.find((code) => code === issue.message) ?? 'no-value', {}];
    case 'invalid_union':
      return [issue.path.at(-1) === 'kind' ? 'kind-unknown' : 'no-value', {}];
    case 'invalid_value':
      return ['not-one-of', { known: issue.values.map(String).join(', ') }];
    case 'invalid_type':
      return [wrongTypes[issue.expected as keyof typeof wrongTypes] ?? 'no-value', {}];
    default:
      return [issue.code === 'too_small' && issue.origin === 'number' ? 'negative' : 'no-pair', {}];
  }
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function problemAt(path: Path, code: CaseProblemCode, params: MessageParams): CaseProblem {
  return { code, path: describePath(path), params };
}

/** As jq takes it after the leading dot: `calendars["msk-5x9"].week.mon[0]`. */
function describePath(path: Path): string {
  return path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      const name = String(key);
      return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    })
    .join('')
    .replace(/^\./, '');
}
