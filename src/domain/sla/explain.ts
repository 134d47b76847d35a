import type { Breach } from '../clock-state.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { TicketMatch } from '../match-rule.ts';
import type { Deadline } from '../sla.ts';
import type { SlaPolicy } from '../sla-policy.ts';
import { isOpenStatus } from '../status-path.ts';
import { type CustomerPromise, openPromises, type Ticket } from '../ticket.ts';
import { fitsTicket, type MatchedCustomer } from '../ticket-match.ts';
import type { Status } from '../vocabulary.ts';
import type { Pause } from '../working-time.ts';
import { stillStatuses, workingTimeOf } from './desk-time.ts';
import type { SlaClock } from './sla-clock.ts';
import { dueWithout, type TicketSla, ticketSla } from './ticket-sla.ts';
import { levelOf, minutesLeft, pausesUntil } from './time-left.ts';

/** One condition of a policy, and what stands in the ticket instead. */
export interface PolicyCondition {
  readonly field: keyof TicketMatch;
  readonly wanted: readonly string[];
  readonly actual: readonly string[];
  readonly holds: boolean;
}

/** A policy that was tried on a ticket. */
export interface PolicyTrial {
  readonly policy: SlaPolicy;
  readonly fits: boolean;
  readonly conditions: readonly PolicyCondition[];
}

/** What became of a clock. A clock that was satisfied too late is missed, and so is one that still runs. */
export type ClockFate =
  | 'ok'
  | 'amber'
  | 'red'
  | 'missed'
  | 'satisfied'
  | 'paused'
  | 'stopped'
  | 'idle';

/** One clock of a ticket at a moment; minutes are working minutes. */
export interface ExplainedClock {
  readonly clock: SlaClock;
  readonly fate: ClockFate;
  readonly usedMinutes: number;
  readonly leftMinutes: number;
  /** Epoch ms; null while nothing runs. */
  readonly dueAt: number | null;
}

/** A stay in one status; `to` is null while it lasts. */
export interface StatusStay {
  readonly status: Status;
  readonly from: number;
  readonly to: number | null;
  readonly minutes: number;
  /** The clocks stood still. */
  readonly isPause: boolean;
}

/** Why nothing is due: it came by itself, no policy, the status pauses, it is over, no clock runs. */
export type NothingDue = 'automatic' | 'no-policy' | 'paused' | 'over' | 'no-clock';

/** Everything that the deadlines of a ticket follow from at one moment. */
export interface SlaExplanation {
  /** As it stood then. */
  readonly ticket: Ticket;
  /** Epoch ms. */
  readonly at: number;
  /** Policies in their order up to the one that holds. */
  readonly trials: readonly PolicyTrial[];
  readonly policy: SlaPolicy | null;
  readonly clocks: readonly ExplainedClock[];
  readonly stays: readonly StatusStay[];
  readonly next: Deadline | null;
  readonly nothingDue: NothingDue | null;
  readonly promises: readonly CustomerPromise[];
  readonly breaches: readonly Breach[];
}

/** Explains the deadlines of a ticket, as it stood at a moment. */
export function explainSla(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null,
  at: number,
): SlaExplanation {
  const sla = ticketSla(ticket, desk, customer);
  const clocks = sla
    ? sla.clocks.map((clock) => explainClock(clock, { sla, ticket, desk, at }))
    : [];
  const next = nearestOf(clocks);
  return {
    ticket,
    at,
    trials: sla || !ticket.isAutomatic ? tryPolicies(desk, ticket, customer) : [],
    policy: sla?.policy ?? null,
    clocks,
    stays: sla ? staysOf(ticket, sla, desk, at) : [],
    next,
    nothingDue: next ? null : whyNothing(ticket, sla, desk),
    promises: openPromises(ticket),
    breaches: ticket.breaches ?? [],
  };
}

function tryPolicies(
  desk: DeskConfig,
  ticket: Ticket,
  customer: MatchedCustomer | null,
): readonly PolicyTrial[] {
  const trials = desk.policies.map((policy) => ({
    policy,
    fits: fitsTicket(policy.when, ticket, customer),
    conditions: conditionsOf(policy.when, ticket, customer),
  }));
  const chosen = trials.findIndex(({ fits }) => fits);
  return chosen < 0 ? trials : trials.slice(0, chosen + 1);
}

function conditionsOf(
  when: TicketMatch,
  ticket: Ticket,
  customer: MatchedCustomer | null,
): readonly PolicyCondition[] {
  const actual: Record<keyof TicketMatch, readonly string[]> = {
    kinds: [ticket.kind],
    priorities: [ticket.priority],
    channels: [ticket.channel],
    audience: [ticket.audience],
    lines: [ticket.line],
    tags: ticket.tags,
    customers: customer ? [customer.name] : [],
    levels: customer ? [customer.level] : [],
  };
  const fields = Object.keys(actual) as (keyof TicketMatch)[];
  return fields.flatMap((field) => {
    const wanted = when[field];
    if (wanted === undefined) return [];
    const holds = fitsTicket({ [field]: wanted }, ticket, customer);
    return [{ field, wanted: [wanted].flat(), actual: actual[field], holds }];
  });
}

interface Moment {
  readonly sla: TicketSla;
  readonly ticket: Ticket;
  readonly desk: DeskConfig;
  readonly at: number;
}

function explainClock(clock: SlaClock, { sla, ticket, desk, at }: Moment): ExplainedClock {
  const { startedAt, metAt } = clock;
  if (startedAt === null) {
    const leftMinutes = Math.ceil(clock.targetMs / 60_000);
    return { clock, fate: 'idle', usedMinutes: 0, leftMinutes, dueAt: null };
  }
  const until = metAt ?? at;
  const pauses = pausesBefore(sla.pauses, until);
  const leftMinutes = minutesLeft(clock, pauses, desk, until);
  const usedMinutes = workingTimeOf(desk, clock.calendar).elapsed(startedAt, until, pauses);
  const due = dueWithout(clock, pauses, desk);
  const told = { clock, usedMinutes, leftMinutes };
  if (metAt !== null) {
    return { ...told, dueAt: due, fate: due !== null && due < metAt ? 'missed' : 'satisfied' };
  }
  if (sla.isStill)
    return { ...told, dueAt: null, fate: isOpenStatus(desk, ticket.status) ? 'paused' : 'stopped' };
  const isMissed = due !== null && due < at;
  return {
    ...told,
    dueAt: due,
    fate: isMissed ? 'missed' : levelOf(leftMinutes, clock, sla.policy),
  };
}

/** What began later changes nothing of what was satisfied before. */
function pausesBefore(pauses: readonly Pause[], until: number): readonly Pause[] {
  return pausesUntil(
    pauses.filter(({ from }) => from < until),
    until,
  );
}

function nearestOf(clocks: readonly ExplainedClock[]): Deadline | null {
  let next: Deadline | null = null;
  for (const { clock, dueAt } of clocks) {
    if (clock.metAt !== null || dueAt === null) continue;
    if (next === null || dueAt < next.dueAt) next = { target: clock.target, dueAt };
  }
  return next;
}

function staysOf(
  { statusLog }: Ticket,
  { policy }: TicketSla,
  desk: DeskConfig,
  at: number,
): readonly StatusStay[] {
  const time = workingTimeOf(desk, policy.calendar);
  const still = stillStatuses(desk, policy);
  return statusLog.map(({ status, at: from }, index) => {
    const to = statusLog[index + 1]?.at ?? null;
    const minutes = time.elapsed(from, Math.max(from, to ?? at), []);
    return { status, from, to, minutes, isPause: still.has(status) };
  });
}

function whyNothing(ticket: Ticket, sla: TicketSla | null, desk: DeskConfig): NothingDue {
  if (ticket.isAutomatic) return 'automatic';
  if (!sla) return 'no-policy';
  if (!isOpenStatus(desk, ticket.status)) return 'over';
  return sla.isStill ? 'paused' : 'no-clock';
}
