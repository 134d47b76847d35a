import type { Calendar, DeskConfig } from '../../domain/desk-config.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkStatuses } from './check-statuses.ts';
import { checkTimes } from './check-times.ts';
import type { DeskProblem } from './desk-problem.ts';
import type { Renames } from './desk-schema.ts';
import type { PackValues, PartName } from './pack-parts.ts';
import { withProduction, writtenWeek } from './production-days.ts';
import { type PackPlace, partNames, readPack } from './read-pack.ts';
import { Review } from './review.ts';
import { followersOf } from './ticket-schema.ts';

/** A desk pack that holds together. */
export interface DeskPack {
  readonly desk: DeskConfig;
  readonly renames: Renames;
  /** The file that each part comes from. */
  readonly files: ReadonlyMap<PartName, string>;
}

export type LoadedPack =
  | { readonly ok: true; readonly pack: DeskPack }
  | { readonly ok: false; readonly problems: readonly DeskProblem[] };

/**
 * Reads a desk pack: each part from the first of the places that has it. All problems of all files
 * are told at once, in the order of the parts.
 */
export function loadPack(places: readonly PackPlace[]): LoadedPack {
  const read = readPack(places);
  const review = new Review(read);
  checkReferences(review);
  checkStatuses(review);
  checkTimes(review);
  checkRules(review);
  const problems = [...read.problems, ...review.problems];
  if (problems.length > 0) return { ok: false, problems: inOrder(problems, read.files) };
  // Nothing is wrong, so every part is there.
  const values = read.values as PackValues;
  return {
    ok: true,
    pack: { desk: deskOf(values), renames: values.desk.renames, files: read.files },
  };
}

function inOrder(
  problems: readonly DeskProblem[],
  files: ReadonlyMap<PartName, string>,
): readonly DeskProblem[] {
  const order = partNames.map((part) => files.get(part));
  return problems.toSorted(
    (a, b) =>
      order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

function deskOf(values: PackValues): DeskConfig {
  const { renames: _, ...desk } = values.desk;
  const { priorities, lines, kinds, policies, queues } = values;
  const statuses = values.statuses.map((rule, _, all) => ({
    ...rule,
    next: followersOf(rule, all),
  }));
  const { people, duties, ladders, routing, works, permissions } = values;
  return {
    ...desk,
    ...{ lines, statuses, kinds, priorities, policies, queues },
    ...{ people, duties, ladders, routing, works, permissions },
    calendars: calendarsOf(values),
    priorityMatrix: values.matrix,
    riskClasses: values.risks,
  };
}

function calendarsOf({ calendars, production, desk }: PackValues): readonly Calendar[] {
  return calendars.map((calendar) => {
    const { code, name, timeZone = desk.timeZone } = calendar;
    const { holidays, overrides } = withProduction(calendar, production);
    const isExact = holidays.length > 0 || Object.keys(overrides).length > 0;
    const week = isExact ? writtenWeek(calendar) : calendar.week;
    return { code, name, timeZone, week, holidays, overrides };
  });
}
