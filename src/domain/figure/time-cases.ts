import { workingTimeOf } from '../sla/desk-time.ts';
import type { Pause } from '../working-time.ts';
import {
  belongs,
  type CasesOf,
  type FigureCase,
  type FigureContext,
  isWithin,
  noCases,
} from './figure-case.ts';
import { closingsOf, firstReplyOf, lineStays, solvesOf, staysIn } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

const MINUTE_MS = 60_000;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly pauses?: readonly Pause[] | undefined;
  readonly of?: string | undefined;
}

/** A duration of a ticket, by the calendar and by the working hours of its policy. */
function lasted(story: TicketStory, span: Span, { desk, policyOf }: FigureContext): FigureCase {
  const { from, to, pauses = [], of = null } = span;
  const paused = pauses.reduce((sum, pause) => sum + (pause.to ?? to) - pause.from, 0);
  const calendar = policyOf(story)?.calendar;
  const worked = calendar
    ? workingTimeOf(desk, calendar).elapsed(from, to, pauses) * MINUTE_MS
    : null;
  return { of, k: Math.max(0, to - from - paused), n: 1, business: worked };
}

/** From the registration, or from the moment a line accepted it, to the first answer to it. */
export const firstResponseCases: CasesOf = (context) => (story) => {
  const { period } = context;
  if (story.cameAt !== null) return noCases;
  if (period.line !== null) return lineResponses(story, period.line, context);
  const to = firstReplyOf(story);
  if (to === null || !isWithin(period, to)) return noCases;
  return [lasted(story, { from: story.createdAt, to, of: story.channel }, context)];
};

/**
 * On a line that was handed a ticket its first deed counts: it may not talk to customers at all. Where
 * the ticket began a line that talks has to answer.
 */
function lineResponses(story: TicketStory, line: string, context: FigureContext): FigureCase[] {
  const talks = context.desk.lines.some(
    (one) => one.code === line && one.talksToCustomer === 'yes',
  );
  return lineStays(story).flatMap((stay, index) => {
    if (stay.line !== line) return [];
    const end = stay.to ?? Number.POSITIVE_INFINITY;
    const from = acceptedAt(story, { ...stay, to: end }) ?? stay.from;
    const deeds = [...story.said.map(({ at }) => at), ...story.acted];
    const to =
      index === 0 && talks
        ? (firstReplyOf(story) ?? end)
        : Math.min(...deeds.filter((at) => at > stay.from && at >= from));
    if (to >= end || !isWithin(context.period, to)) return [];
    return [lasted(story, { from, to, of: story.channel }, context)];
  });
}

/** When a line accepted what was handed to it for a stay. */
function acceptedAt(
  { handovers }: TicketStory,
  stay: { readonly line: string; readonly from: number; readonly to: number },
): number | undefined {
  const accepted = handovers.find(({ to, outcome, settledAt }) => {
    const isMeant = to === stay.line && outcome === 'accepted' && settledAt !== null;
    return isMeant && settledAt >= stay.from && settledAt < stay.to;
  });
  return accepted?.settledAt ?? undefined;
}

/** From the registration until somebody has it and works on it. */
export const reactionCases: CasesOf = (context) => (story) => {
  const { takenAt, createdAt, cameAt, channel } = story;
  if (takenAt === null || cameAt !== null || !belongs(story, takenAt, context)) return noCases;
  return [lasted(story, { from: createdAt, to: takenAt, of: channel }, context)];
};

/** The last solution of a ticket in the period. */
function solvedIn(story: TicketStory, context: FigureContext): number | undefined {
  return solvesOf(story).findLast((at) => belongs(story, at, context));
}

/** From the registration to the solution, without the time that we waited for the customer. */
export const leadTimeCases: CasesOf = (context) => (story) => {
  const to = solvedIn(story, context);
  if (to === undefined) return noCases;
  const pauses = staysIn(story, to, (status) => status === 'waiting-customer');
  return [lasted(story, { from: story.createdAt, to, pauses }, context)];
};

const waits = new Set(['new', 'open', 'waiting-third-party', 'scheduled']);

/** How long the customer waited for us until the solution, whoever of us had it. */
export const requesterWaitCases: CasesOf = (context) => (story) => {
  const to = solvedIn(story, context);
  if (to === undefined) return noCases;
  const pauses = staysIn(story, to, (status) => !waits.has(status));
  return [lasted(story, { from: story.createdAt, to, pauses }, context)];
};

/** The working time that was written down in tickets that were closed. */
export const handlingCases: CasesOf = (context) => (story) => {
  if (story.worked.length === 0) return noCases;
  if (!closingsOf(story).some((at) => belongs(story, at, context))) return noCases;
  return [{ of: null, k: story.worked.reduce((sum, { ms }) => sum + ms, 0), n: 1 }];
};

/** What many suffer from: outages of providers, mass incidents, and P1. */
export function isCritical({ kind, priority, isMassIncident }: TicketStory): boolean {
  return kind === 'provider-outage' || isMassIncident || (kind === 'incident' && priority === 'P1');
}

/** From the moment a critical incident was noticed until it was restored. */
export const outageCases: CasesOf = (context) => (story) => {
  const to = isCritical(story) ? solvedIn(story, context) : undefined;
  return to === undefined ? noCases : [lasted(story, { from: story.createdAt, to }, context)];
};
