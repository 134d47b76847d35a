import {
  belongs,
  type CasesOf,
  counted,
  type FigureContext,
  isWithin,
  noCases,
} from './figure-case.ts';
import { closingsOf, lineAt, lineStays, solvesOf } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';
import { isCritical } from './time-cases.ts';

/** Whether one of some solutions came back before the time for it was over: the next mends nothing. */
export function cameBack(
  { returns }: TicketStory,
  solves: readonly number[],
  windowMs: number,
): boolean {
  return solves.some((solvedAt) => {
    return returns.some((at) => at > solvedAt && at <= solvedAt + windowMs);
  });
}

function closedIn(story: TicketStory, context: FigureContext): number | undefined {
  return closingsOf(story).findLast((at) => belongs(story, at, context));
}

/** Closed with one word of the customer, never passed on, and not come back. */
export const fcrCases: CasesOf = (context) => (story) => {
  const closedAt = closedIn(story, context);
  if (closedAt === undefined) return noCases;
  const solves = solvesOf(story).filter((at) => at <= closedAt);
  const isBack = cameBack(story, solves, context.desk.reopenWindowMs);
  return counted(story.heard.length <= 1 && story.lines.length === 1 && !isBack);
};

/** Solved by the line with one public message, and not come back. */
export const oneTouchCases: CasesOf = (context) => (story) => {
  const solvedAt = solvesOf(story).findLast((at) => belongs(story, at, context));
  if (solvedAt === undefined) return noCases;
  const line = lineAt(story, solvedAt);
  const said = story.said.filter(({ at }) => at <= solvedAt && lineAt(story, at) === line);
  const solves = solvesOf(story).filter((at) => at <= solvedAt && lineAt(story, at) === line);
  return counted(said.length === 1 && !cameBack(story, solves, context.desk.reopenWindowMs));
};

/** Closed without ever leaving the first line. */
export const firstLineCases: CasesOf = (context) => {
  const first = context.desk.lines[0]?.code;
  return (story) => {
    if (closedIn(story, context) === undefined) return noCases;
    return counted(story.lines.every(({ line }) => line === first));
  };
};

/** Solved in the period for each that came in it: more than all when old ones are worked off. */
export const resolvedShareCases: CasesOf = (context) => (story) => {
  const isNew = belongs(story, story.createdAt, context);
  const isSolved = solvesOf(story).some((at) => belongs(story, at, context));
  return isNew || isSolved ? [{ of: null, k: isSolved ? 1 : 0, n: isNew ? 1 : 0 }] : noCases;
};

/** Of each line: solved by it, for each that it got. */
export const lineSolvedCases: CasesOf = (context) => (story) => {
  const { period } = context;
  const isMeant = (line: string) => period.line === null || period.line === line;
  const got = lineStays(story).filter(({ line, from }) => isMeant(line) && isWithin(period, from));
  const solvedAt = solvesOf(story).findLast((at) => belongs(story, at, context));
  return [
    ...got.map(({ line }) => ({ of: line, k: 0, n: 1 })),
    ...(solvedAt === undefined ? [] : [{ of: lineAt(story, solvedAt), k: 1, n: 0 }]),
  ];
};

/** Critical incidents that somebody of us had in work before the customer wrote about them. */
export const proactiveCases: CasesOf = (context) => (story) => {
  if (!isCritical(story) || !belongs(story, story.createdAt, context)) return noCases;
  const { takenAt, heard, channel, createdAt } = story;
  const isOurOwn = channel === 'monitoring' || channel === 'internal';
  const contact = heard[0] ?? (isOurOwn ? Number.POSITIVE_INFINITY : createdAt);
  return counted(takenAt !== null && takenAt < contact);
};
