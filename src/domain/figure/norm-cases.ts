import {
  type CasesOf,
  counted,
  type FigureContext,
  isWithin,
  noCases,
  type SlaOutcome,
} from './figure-case.ts';
import { lineAt } from './story-moments.ts';
import type { StoryPromise, TicketStory } from './ticket-story.ts';

function outcomesIn(story: TicketStory, context: FigureContext): readonly SlaOutcome[] {
  const { line } = context.period;
  return context.outcomesOf(story).filter(({ at }) => {
    return isWithin(context.period, at) && (line === null || lineAt(story, at) === line);
  });
}

/** Deadlines of which became known in the period whether they were met. */
export const slaCases: CasesOf = (context) => (story) => {
  return outcomesIn(story, context).map(({ target, isMet }) => ({
    ...{ of: target, k: isMet ? 1 : 0, n: 1 },
  }));
};

const firstAnswers = (story: TicketStory, context: FigureContext) =>
  outcomesIn(story, context).filter(({ target }) => target === 'first-answer');

/** First answers in the norm of all that were due. */
export const answeredCases: CasesOf = (context) => (story) => {
  return firstAnswers(story, context).flatMap(({ isMet }) => counted(isMet));
};

/** Customers who had no answer when the norm was over, of all whose answer was due. */
export const unansweredCases: CasesOf = (context) => (story) => {
  return firstAnswers(story, context).flatMap(({ isMet }) => counted(!isMet));
};

/** What was promised for a time in the period and is settled, or late by now; moved ones promise anew. */
function duePromises(story: TicketStory, { period, now }: FigureContext): readonly StoryPromise[] {
  return story.promises.filter(({ dueAt, state }) => {
    const isDue = isWithin(period, dueAt) && (state !== 'open' || dueAt < now);
    const isOnLine = period.line === null || lineAt(story, dueAt) === period.line;
    return isDue && isOnLine && state !== 'moved';
  });
}

/** Promises that were kept, of those that were due. */
export const promiseCases: CasesOf = (context) => (story) => {
  if (story.promises.length === 0) return noCases;
  return duePromises(story, context).map(({ kind, state }) => ({
    ...{ of: kind, k: state === 'kept' ? 1 : 0, n: 1 },
  }));
};

/** News on time: promised ones, and those that an outage or a vendor's work asks for. */
export const updateCases: CasesOf = (context) => (story) => {
  const promised = duePromises(story, context).filter(({ kind }) => kind === 'next-update');
  const owed = outcomesIn(story, context).filter(
    ({ target }) => target === 'status-update' || target === 'outage-update',
  );
  return [
    ...promised.map(({ state }) => state === 'kept'),
    ...owed.map(({ isMet }) => isMet),
  ].flatMap((isKept) => counted(isKept));
};
