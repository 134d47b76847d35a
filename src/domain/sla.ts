import type { Calendar, DeskConfig, SlaPolicy } from './desk-config.ts';
import { openPromises, type StatusSpan, type Ticket } from './ticket.ts';
import type { Status } from './vocabulary.ts';

/** The deadlines of a ticket that still run; epoch ms. */
export interface Deadline {
  readonly target: 'first-answer' | 'resolve' | 'status-update';
  readonly dueAt: number;
}

/** The moment `ms` of working time after `from`, by the calendar. */
export function addWorkingTime(_calendar: Calendar, from: number, ms: number): number {
  return from + ms;
}

/** How long the clock stood still between the first status and `until`. */
export function pausedMs(
  log: readonly StatusSpan[],
  until: number,
  isPaused: (s: Status) => boolean,
): number {
  let total = 0;
  for (const [i, span] of log.entries()) {
    const end = log[i + 1]?.at ?? until;
    if (isPaused(span.status)) total += Math.max(0, Math.min(end, until) - span.at);
  }
  return total;
}

/**
 * Running deadlines of a ticket, nearest first; none while its status pauses or stops the clock.
 * First answer: within a day whatever the load, chats and live events in minutes. Resolve: by
 * priority. Status update: a long fix in somebody else's hands is reported at least every two days.
 */
export function runningDeadlines(ticket: Ticket, desk: DeskConfig): readonly Deadline[] {
  const rule = desk.statuses.find((s) => s.code === ticket.status);
  const policy = desk.policies[0];
  if (!rule || !policy || rule.pausesSla || !rule.isOpen) return [];
  const calendar = desk.calendars.find((c) => c.code === policy.calendar);
  if (!calendar || ticket.isAutomatic) return [];
  const deadlines = [resolveDeadline(ticket, desk, policy, calendar)];
  if (ticket.firstAnsweredAt === null && ticket.audience === 'customer') {
    const target = policy.firstAnswerMs[ticket.channel] ?? policy.firstAnswerMs.default;
    deadlines.push({
      target: 'first-answer',
      dueAt: addWorkingTime(calendar, ticket.createdAt, target),
    });
  }
  if (ticket.status === 'waiting-third-party' && ticket.lastPublicAt !== null) {
    const dueAt = addWorkingTime(calendar, ticket.lastPublicAt, policy.statusUpdateMs);
    deadlines.push({ target: 'status-update', dueAt });
  }
  return deadlines.toSorted((a, b) => a.dueAt - b.dueAt);
}

function resolveDeadline(
  ticket: Ticket,
  desk: DeskConfig,
  policy: SlaPolicy,
  calendar: Calendar,
): Deadline {
  const pauses = new Set(desk.statuses.filter((s) => s.pausesSla).map((s) => s.code));
  const last = ticket.statusLog.at(-1)?.at ?? ticket.createdAt;
  const paused = pausedMs(ticket.statusLog, last, (status) => pauses.has(status));
  const target = policy.resolveMs[ticket.priority] + paused;
  return { target: 'resolve', dueAt: addWorkingTime(calendar, ticket.createdAt, target) };
}

/** The nearest running deadline, epoch ms, or null: the one indexed projection of the service clock. */
export function nextDueAt(ticket: Ticket, desk: DeskConfig): number | null {
  return runningDeadlines(ticket, desk)[0]?.dueAt ?? null;
}

/** What the list is sorted by: the nearest deadline, promise or wake-up, epoch ms, or null. */
export function nextActionAt(ticket: Ticket, desk: DeskConfig): number | null {
  const times = [
    nextDueAt(ticket, desk),
    openPromises(ticket)[0]?.dueAt ?? null,
    ticket.scheduledUntil,
  ].filter((at) => at !== null);
  return times.length > 0 ? Math.min(...times) : null;
}
