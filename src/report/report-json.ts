import type { ShiftReport } from '../domain/report/shift-report.ts';
import type { Language } from '../domain/vocabulary.ts';

/** Keys whose numbers are moments. */
const moments: ReadonlySet<string> = new Set([
  ...['startsAt', 'endsAt', 'asOf', 'lastSyncAt', 'plannedFrom', 'plannedTo', 'cameAt', 'leftAt'],
  ...['calledAt', 'dueAt', 'since', 'nudgeAt', 'at', 'until', 'from', 'to', 'startedAt'],
  ...['takenAt', 'restoredAt', 'submittedAt', 'acceptedAt', 'promisedAt'],
]);
/** Keys of people: the name stands there, the id beside. */
const people: ReadonlySet<string> = new Set(['lead', 'nextLead', 'owner', 'newOwner', 'person']);

/** A report for programs: moments in UTC, names of people with their ids beside. */
export function reportJson(report: ShiftReport, language: Language): unknown {
  const { desk, name, ...rest } = report;
  return { desk: desk[language], name: name[language], ...plainJson(rest) };
}

/** The same for any other report. */
export function plainJson(value: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).flatMap(([key, own]) => pairs(key, own)));
}

function pairs(key: string, value: unknown): readonly (readonly [string, unknown])[] {
  if (people.has(key)) {
    const { id = null, name = null } = (value ?? {}) as { id?: string; name?: string };
    return [
      [key, name],
      [`${key}Id`, id],
    ];
  }
  if (moments.has(key) && typeof value === 'number') return [[key, new Date(value).toISOString()]];
  return [[key, deep(value)]];
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep);
  return typeof value === 'object' && value !== null ? plainJson(value) : value;
}
