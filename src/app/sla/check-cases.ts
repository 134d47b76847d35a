import {
  type CaseProblem,
  loadSlaCases,
  type RefusedCalendar,
} from '../../content/load-sla-cases.ts';
import type { SlaCase } from '../../content/sla-case.ts';
import type { WorkCalendar } from '../../domain/calendar.ts';
import { ticketClocks } from '../../domain/ticket-clocks.ts';
import { createWorkingTime, type WorkingTime } from '../../domain/working-time.ts';
import { must } from '../../util/must.ts';
import { ok, type Result } from '../../util/result.ts';

/** An instant as ISO text, a number of minutes, or nothing. */
export type CaseValue = string | number | null;

/** A value that came out otherwise than a case expects. */
export interface CaseFailure {
  readonly id: string;
  readonly key: string;
  readonly expected: CaseValue;
  readonly got: CaseValue;
}

/** What came of a file of cases. */
export interface CheckedCases {
  /** Cases, and calendars that should have been refused and were not. */
  readonly total: number;
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly CaseFailure[];
  readonly refused: readonly RefusedCalendar[];
}

/** Works out every case of a file and compares; or everything that is wrong with the file. */
export function checkSlaCases(text: string): Result<CheckedCases, readonly CaseProblem[]> {
  const loaded = loadSlaCases(text);
  if (!loaded.ok) return loaded;
  const { cases, calendars } = loaded.value;
  const timeOf = openCalendars(calendars);
  const found = cases.map((one) => failuresOf(one, timeOf(one.calendar)));
  const accepted = loaded.value.refused.filter(({ reasons }) => reasons.length === 0);
  const failedCases = found.filter((failures) => failures.length > 0).length;
  return ok({
    total: cases.length + accepted.length,
    passed: cases.length - failedCases,
    failed: failedCases + accepted.length,
    failures: [...found.flat(), ...accepted.map(({ id }) => acceptedCalendar(id))],
    refused: loaded.value.refused.filter(({ reasons }) => reasons.length > 0),
  });
}

function openCalendars(calendars: ReadonlyMap<string, WorkCalendar>): (id: string) => WorkingTime {
  const opened = new Map<string, WorkingTime>();
  return (id) => {
    const time = opened.get(id) ?? createWorkingTime(must(calendars.get(id), `calendar ${id}`));
    opened.set(id, time);
    return time;
  };
}

function acceptedCalendar(id: string): CaseFailure {
  return { id, key: 'calendar', expected: 'refused', got: 'accepted' };
}

function failuresOf(one: SlaCase, time: WorkingTime): readonly CaseFailure[] {
  const values: Readonly<Record<string, CaseValue>> = workOut(one, time);
  return Object.entries(one.expect as Readonly<Record<string, CaseValue>>)
    .filter(([key]) => !isOtherConvention(one, key))
    .map(([key, expected]) => ({ id: one.id, key, expected, got: values[key] }))
    .filter(({ expected, got }) => {
      if (got === undefined) return true;
      return ![expected, ...one.alsoAccept].some((value) => agrees(value, got, one.toleranceSec));
    })
    .map((failure) => ({ ...failure, got: failure.got ?? null }));
}

/** Files also say when work goes on after a target was used up at closing time. */
function isOtherConvention({ kind }: SlaCase, key: string): boolean {
  return kind === 'deadline' && key === 'latest';
}

function workOut(one: SlaCase, time: WorkingTime): Readonly<Record<string, CaseValue>> {
  switch (one.kind) {
    case 'deadline':
      return { earliest: instant(time.deadlineOf(one.start, one.minutes, one.pauses)) };
    case 'elapsed':
      return { minutes: time.elapsed(one.from, one.to, one.pauses) };
    case 'remaining':
      return { remaining: time.remaining(one.start, one.minutes, one.asOf, one.pauses) };
    case 'ticket': {
      const clocks = ticketClocks(time, one.sla, { ...one, states: one.stateLog });
      return {
        ...clocks,
        firstResponseDue: instant(clocks.firstResponseDue),
        updateDue: instant(clocks.updateDue),
        solutionDue: instant(clocks.solutionDue),
        nextDue: instant(clocks.nextDue),
      };
    }
  }
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace('.000Z', 'Z');
}

function agrees(expected: CaseValue, got: CaseValue, toleranceSec: number): boolean {
  if (typeof expected === 'string' && typeof got === 'string') {
    return Math.abs(Date.parse(expected) - Date.parse(got)) <= toleranceSec * 1000;
  }
  if (typeof expected === 'number' && typeof got === 'number') {
    return Math.abs(expected - got) * 60 <= toleranceSec;
  }
  return expected === got;
}
