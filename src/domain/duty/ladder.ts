import type { DeskConfig } from '../desk-config.ts';
import type { EscalationLadder, LadderStep, LadderTarget } from '../desk-people.ts';
import type { LadderCall } from '../handover/handover.ts';
import type { Customer, Person } from '../person.ts';
import { fitsTicket, type MatchedTicket } from '../ticket-match.ts';
import { byName, headOf, onDuty, seniorOnDuty, teamLeadOf } from './on-duty.ts';
import { isOpenBy } from './open-hours.ts';

/** A step of a ladder with who stands on it now. */
export interface Rung {
  /** From 1, through all ladders that follow one another. */
  readonly number: number;
  readonly ladder: EscalationLadder;
  /** Place in its own ladder, from 0. */
  readonly step: number;
  readonly target: LadderTarget;
  readonly means: LadderStep['means'];
  readonly waitMs: number;
  /** Null when nobody answers at this hour. */
  readonly person: Person | null;
}

/** Who has to be called now, and who next. */
export interface LadderState {
  /** The step that is lit; null once somebody has answered, and when nobody is there at all. */
  readonly lit: Rung | null;
  /** The one after it, and when it lights up by itself, epoch ms; null until a call stays unanswered. */
  readonly next: Rung | null;
  readonly nextAt: number | null;
  /** The call that was answered last, while nobody has been called since. */
  readonly answered: LadderCall | null;
}

/** Where a ladder is climbed: for a ticket, or for nobody's in particular. */
export interface LadderPlace {
  readonly desk: DeskConfig;
  readonly people: readonly Person[];
  readonly at: number;
  readonly customer: Customer | null;
}

/** The ladder of a ticket with those that follow it; nobody's own gets one that fits every ticket. */
export function ladderFor(ticket: MatchedTicket | null, place: LadderPlace): readonly Rung[] {
  const { ladders } = place.desk;
  const fitting = ladders.find((ladder) => isClimbed(ladder, ticket, place));
  const rungs: Rung[] = [];
  const seen = new Set<string>();
  let ladder = fitting ?? (ticket ? null : ladders[0]);
  // The check of a pack refuses circles; a pack that came otherwise must not hang anybody.
  while (ladder && !seen.has(ladder.code)) {
    seen.add(ladder.code);
    for (const [step, { target, means, waitMs }] of ladder.steps.entries()) {
      const person = personOf(target, place);
      rungs.push({ number: rungs.length + 1, ladder, step, target, means, waitMs, person });
    }
    const { next }: EscalationLadder = ladder;
    ladder = ladders.find(({ code }) => code === next);
  }
  return rungs;
}

/** Whether a ladder is for this ticket, or for any, at this hour. */
function isClimbed(
  { when: { inside, outside, ...when } }: EscalationLadder,
  ticket: MatchedTicket | null,
  { desk: { calendars }, customer, at }: LadderPlace,
): boolean {
  if (inside !== undefined && !isOpenBy(calendars, inside, at)) return false;
  if (outside !== undefined && isOpenBy(calendars, outside, at)) return false;
  return ticket ? fitsTicket(when, ticket, customer) : Object.keys(when).length === 0;
}

/**
 * Which step is lit: the first one somebody stands on, until it was called in vain and the time of
 * the policy is over. An answer puts the light out; a call after it lights it again from there.
 */
export function ladderState(
  rungs: readonly Rung[],
  calls: readonly LadderCall[],
  now: number,
): LadderState {
  const last = calls.findLastIndex(({ outcome }) => outcome === 'answered');
  const since = calls.slice(last + 1);
  const answered = calls[last] ?? null;
  if (answered && since.length === 0) return { lit: null, next: null, nextAt: null, answered };
  const manned = rungs.filter(({ person }) => person !== null);
  // Whoever climbs faster than the policy has left the steps below behind.
  const start = Math.max(
    0,
    manned.findLastIndex((rung) => lastCallOf(rung, since) !== null),
  );
  for (const [place, rung] of manned.entries()) {
    if (place < start) continue;
    const next = manned[place + 1] ?? null;
    const called = since.find((call) => isOf(rung, call));
    const until = called ? called.at + rung.waitMs : null;
    if (next === null || until === null || now < until) {
      return { lit: rung, next, nextAt: next && until, answered: null };
    }
  }
  return { lit: null, next: null, nextAt: null, answered: null };
}

/** The last call of a step; null while nobody has called there. */
export function lastCallOf(rung: Rung, calls: readonly LadderCall[]): LadderCall | null {
  return calls.findLast((call) => isOf(rung, call)) ?? null;
}

function isOf({ ladder, step }: Rung, call: LadderCall): boolean {
  return call.ladder === ladder.code && call.step === step;
}

function personOf(target: LadderTarget, place: LadderPlace): Person | null {
  const { people, customer } = place;
  if ('person' in target) return people.find(({ login }) => login === target.person) ?? null;
  if ('personalEngineer' in target) {
    return people.find(({ id }) => id === customer?.personalEngineerId) ?? null;
  }
  const now = onDuty(place.desk, people, place.at);
  if ('duty' in target) {
    return now.find(({ duty }) => duty.code === target.duty)?.people[0] ?? null;
  }
  switch (target.role) {
    case 'lead':
      return seniorOnDuty(place.desk, people, place.at);
    case 'team-lead':
      return teamLeadOf(customer, people);
    case 'head':
      return headOf(people);
    default: {
      const able = people.filter(({ role }) => role === target.role);
      const here = now.flatMap((one) => one.people).find((person) => able.includes(person));
      return here ?? byName(able)[0] ?? null;
    }
  }
}
