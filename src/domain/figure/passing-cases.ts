import type { DeskConfig } from '../desk-config.ts';
import { belongs, type CasesOf, counted, isWithin, noCases } from './figure-case.ts';
import { cameBack } from './solving-cases.ts';
import { closingsOf, solvesOf } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

/** A change of the line. */
interface LineChange {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Every change of the line of a ticket. */
function lineChanges({ lines }: TicketStory): readonly LineChange[] {
  return lines.flatMap(({ line, at }, index) => {
    const from = lines[index - 1]?.line;
    return from === undefined || from === line ? [] : [{ at, from, to: line }];
  });
}

/** Whether a change goes up: towards the lines that the desk names later. */
function isUpward({ from, to }: LineChange, { lines }: DeskConfig): boolean {
  const rank = (line: string) => lines.findIndex(({ code }) => code === line);
  return rank(to) > rank(from);
}

/** Tickets that went up at least once, of those that were closed. */
export const escalatedCases: CasesOf = (context) => (story) => {
  if (!closingsOf(story).some((at) => belongs(story, at, context))) return noCases;
  return counted(lineChanges(story).some((one) => isUpward(one, context.desk)));
};

/** Hand-overs between lines that were accepted, of those that were accepted or sent back. */
export const accuracyCases: CasesOf =
  ({ period }) =>
  (story) =>
    story.handovers.flatMap(({ from, to, outcome, settledAt }) => {
      const isMeant = from !== to && (period.line === null || period.line === to);
      if (!isMeant || settledAt === null || !isWithin(period, settledAt)) return noCases;
      return counted(outcome === 'accepted');
    });

/** Solutions that came back within the desk's time for it, of the solutions of the period. */
export const returnedCases: CasesOf = (context) => (story) => {
  const solves = solvesOf(story).filter((at) => belongs(story, at, context));
  if (solves.length === 0) return noCases;
  return counted(cameBack(story, solves, context.desk.reopenWindowMs));
};

/** Tickets that came back once more than a line may have them back, of those solved in the period. */
export const thirdReturnCases: CasesOf = (context) => (story) => {
  const at = story.returns[context.desk.maxReturnsToEngineer];
  const isIn = at !== undefined && belongs(story, at, context);
  const isSolved = solvesOf(story).some((one) => belongs(story, one, context));
  return isIn || isSolved ? [{ of: null, k: isIn ? 1 : 0, n: isSolved ? 1 : 0 }] : noCases;
};

/** Tickets that changed lines twice or more, of those that were closed. */
export const bouncedCases: CasesOf = (context) => (story) => {
  if (!closingsOf(story).some((at) => belongs(story, at, context))) return noCases;
  return counted(lineChanges(story).length >= 2);
};
