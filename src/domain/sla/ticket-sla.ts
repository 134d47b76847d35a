import type { DeskConfig } from '../desk-config.ts';
import type { SlaPolicy, SlaTarget } from '../sla-policy.ts';
import type { Ticket } from '../ticket.ts';
import type { MatchedCustomer } from '../ticket-match.ts';
import type { Pause } from '../working-time.ts';
import { choosePolicy, chooseTarget } from './choose-policy.ts';
import { stillStatuses, workingTimeOf } from './desk-time.ts';
import { newsClock } from './news-clock.ts';
import type { SlaClock } from './sla-clock.ts';

/** The policy of a ticket and its clocks, all of what happened: nothing here is a stored sum. */
export interface TicketSla {
  readonly policy: SlaPolicy;
  readonly clocks: readonly SlaClock[];
  /** Stays in statuses that stop the clocks, the last one without an end while it lasts. */
  readonly pauses: readonly Pause[];
  /** The present status stops the clocks. */
  readonly isStill: boolean;
}

/** What the clocks of a ticket follow from; null for one that no policy fits or that came by itself. */
export function ticketSla(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null,
): TicketSla | null {
  const policy = ticket.isAutomatic ? null : choosePolicy(desk, ticket, customer);
  if (!policy) return null;
  const still = stillStatuses(desk, policy);
  const clocks = [...policyClocks(ticket, policy), ...lineClocks(ticket, desk, policy)];
  const news = newsClock(ticket, desk, policy);
  if (news?.isPromised) clocks.push(news.clock);
  return { policy, clocks, pauses: pausesOf(ticket, still), isStill: still.has(ticket.status) };
}

/** When a running clock is due; null while it stands still, was satisfied or nobody waits. */
export function dueAt(clock: SlaClock, { isStill, pauses }: TicketSla, desk: DeskConfig) {
  if (isStill || clock.metAt !== null) return null;
  return dueWithout(clock, pauses, desk);
}

/** When a clock is due, or was, with some pauses taken out, whatever became of it since. */
export function dueWithout(
  { startedAt, calendar, targetMs }: SlaClock,
  pauses: readonly Pause[],
  desk: DeskConfig,
): number | null {
  if (startedAt === null) return null;
  return workingTimeOf(desk, calendar).deadlineOf(startedAt, targetMs / MINUTE_MS, pauses);
}

const MINUTE_MS = 60_000;

function pausesOf({ statusLog }: Ticket, still: ReadonlySet<string>): readonly Pause[] {
  return statusLog.flatMap(({ status, at }, index) => {
    return still.has(status) ? [{ from: at, to: statusLog[index + 1]?.at ?? null }] : [];
  });
}

/** What the customer is promised by the policy. Among ourselves only the solution counts. */
function policyClocks(ticket: Ticket, policy: SlaPolicy): SlaClock[] {
  const { createdAt, resolvedAt, firstAnsweredAt, lastPublicAt } = ticket;
  const clock = (target: SlaTarget, startedAt: number | null, metAt: number | null): SlaClock[] => {
    const { ms, source } = chooseTarget(policy[tables[target]], ticket);
    if (ms === null) return [];
    const calendar = policy.calendarOf[target] ?? policy.calendar;
    return [{ target, calendar, targetMs: ms, source, startedAt, metAt }];
  };
  const resolve = clock('resolve', createdAt, resolvedAt);
  if (ticket.audience !== 'customer') return resolve;
  const first = clock('first-answer', createdAt, firstAnsweredAt);
  // Until there was a first answer its own clock is the one that counts, however short the others.
  const isFirst = first.length > 0 && firstAnsweredAt === null;
  return [
    ...first,
    ...clock('reply', isFirst ? null : waitsSince(ticket), null),
    ...clock('update', isFirst ? null : (lastPublicAt ?? createdAt), null),
    ...resolve,
  ];
}

/** A letter may be older than the ticket it was put into. */
function waitsSince({ unansweredSince, createdAt }: Ticket): number | null {
  return unansweredSince === undefined ? null : Math.max(unansweredSince, createdAt);
}

const tables = {
  'first-answer': 'firstAnswer',
  reply: 'reply',
  update: 'update',
  resolve: 'resolve',
} as const;

/** What the line has to accept a ticket that is handed to it, and to work on one that it has. */
function lineClocks(ticket: Ticket, desk: DeskConfig, { calendar }: SlaPolicy): SlaClock[] {
  const { handover, resolvedAt } = ticket;
  const isWaiting = handover?.state === 'waiting';
  const code = isWaiting ? handover.toLine : ticket.line;
  const line = desk.lines.find((one) => one.code === code);
  const common = { calendar, source: { by: 'line', code } } as const;
  const clocks: SlaClock[] = [];
  if (line?.acceptWithinMs && isWaiting) {
    const clock = { ...common, target: 'accept', targetMs: line.acceptWithinMs } as const;
    clocks.push({ ...clock, startedAt: handover.at, metAt: null });
  }
  if (line?.workWithinMs) {
    const clock = { ...common, target: 'line-work', targetMs: line.workWithinMs } as const;
    clocks.push({ ...clock, startedAt: isWaiting ? null : onLineSince(ticket), metAt: resolvedAt });
  }
  return clocks;
}

/** Since when the line has the ticket: accepted what was handed to it, else since it stands there. */
function onLineSince({ handover, lineLog, line, createdAt }: Ticket): number {
  const standsSince = lineLog?.at(-1)?.at ?? createdAt;
  const isAccepted = handover?.state === 'accepted' && handover.toLine === line;
  return Math.max(standsSince, isAccepted ? (handover.settledAt ?? 0) : 0);
}
