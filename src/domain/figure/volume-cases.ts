import { belongs, type CasesOf, counted, isWithin, noCases } from './figure-case.ts';
import { closingsOf, lineStays, openStretches, solvesOf } from './story-moments.ts';

const MINUTE_MS = 60_000;

/** Requests that came: created here, or, for a line, come to it. */
export const requestCases: CasesOf = (context) => (story) => {
  const { period } = context;
  if (period.line === null) {
    return isWithin(period, story.createdAt) ? counted(true, story.channel) : noCases;
  }
  const came = lineStays(story).filter(({ line, from }) => {
    return line === period.line && isWithin(period, from);
  });
  return came.map(() => ({ of: story.channel, k: 1, n: 1 }));
};

/** Tickets that were closed. */
export const closedCases: CasesOf = (context) => (story) => {
  return closingsOf(story).some((at) => belongs(story, at, context)) ? counted(true) : noCases;
};

/** Tickets that were solved. */
export const resolvedCases: CasesOf = (context) => (story) => {
  return solvesOf(story).some((at) => belongs(story, at, context)) ? counted(true) : noCases;
};

/** Open tickets at the end of the period, or now while it lasts: rebuilt from their events. */
export const backlogCases: CasesOf =
  ({ period, now }) =>
  (story) => {
    const end = Math.min(period.to, now + 1);
    const isOpen = openStretches(story, period.line).some(
      ({ from, to }) => from < end && (to === null || to >= end),
    );
    return isOpen ? counted(true) : noCases;
  };

/** What came in less what went out; of a line also what was passed to it and on from it. */
export const netFlowCases: CasesOf =
  ({ period }) =>
  (story) => {
    const stretches = openStretches(story, period.line);
    const came = stretches.filter(({ from }) => isWithin(period, from)).length;
    const left = stretches.filter(({ to }) => to !== null && isWithin(period, to)).length;
    return came + left === 0 ? noCases : [{ of: null, k: came - left, n: came }];
  };

/** Requests that were registered and solved in one go, of all that came. */
export const closedAtOnceCases: CasesOf = (context) => (story) => {
  if (!belongs(story, story.createdAt, context)) return noCases;
  const [solved] = solvesOf(story);
  const isAtOnce = solved !== undefined && solved - story.createdAt < MINUTE_MS;
  return counted(isAtOnce && story.cameAt === null);
};

/** What was closed as nothing of ours, of all that was closed. */
export const offTopicCases: CasesOf = (context) => (story) => {
  const { offTopicAt } = story;
  const isIn = offTopicAt !== null && belongs(story, offTopicAt, context);
  const isClosed = closingsOf(story).some((at) => belongs(story, at, context));
  return isIn || isClosed ? counted(isIn) : noCases;
};
