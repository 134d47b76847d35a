import type { ClockTarget } from '../clock-state.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { SlaPolicy } from '../sla-policy.ts';
import { isOpenStatus } from '../status-path.ts';
import type { Ticket } from '../ticket.ts';
import type { MatchedCustomer } from '../ticket-match.ts';
import type { Pause } from '../working-time.ts';
import { neverCloses, workingTimeOf } from './desk-time.ts';
import type { SlaClock } from './sla-clock.ts';
import { dueWithout, ticketSla } from './ticket-sla.ts';

/** How near a deadline is. A ticket whose clocks stand still is paused, however late it was. */
export const dueStates = ['ok', 'amber', 'red', 'late', 'paused'] as const;
export type DueState = (typeof dueStates)[number];

/** What is left until the nearest deadline of a ticket. */
export interface TimeLeft {
  readonly target: ClockTarget;
  /** Epoch ms; null while the clock is paused. */
  readonly dueAt: number | null;
  /** Whole working minutes; negative when late. They stand still outside of hours and in pauses. */
  readonly minutes: number;
  readonly state: DueState;
  /** The code of the calendar it is counted by. */
  readonly calendar: string;
  /** That calendar never closes: a day of it is a day of the clock. */
  readonly isRoundTheClock: boolean;
}

/** The time left of a ticket at a moment; null when nothing is due in it. */
export function timeLeft(
  ticket: Ticket,
  desk: DeskConfig,
  customer: MatchedCustomer | null,
  now: number,
): TimeLeft | null {
  if (!isOpenStatus(desk, ticket.status)) return null;
  const sla = ticketSla(ticket, desk, customer);
  if (!sla) return null;
  const pauses = pausesUntil(sla.pauses, now);
  let nearest: { readonly clock: SlaClock; readonly dueAt: number } | null = null;
  for (const clock of sla.clocks) {
    // Of a paused ticket: when it would be due if work went on now.
    const at = clock.metAt === null ? dueWithout(clock, pauses, desk) : null;
    if (at !== null && (nearest === null || at < nearest.dueAt)) nearest = { clock, dueAt: at };
  }
  if (!nearest) return null;
  const { clock, dueAt } = nearest;
  const minutes = minutesLeft(clock, pauses, desk, now);
  const isRoundTheClock = desk.calendars.some((one) => {
    return one.code === clock.calendar && neverCloses(one);
  });
  const { target, calendar } = clock;
  const running = { target, minutes, calendar, isRoundTheClock };
  if (sla.isStill) return { ...running, dueAt: null, state: 'paused' };
  const state = dueAt < now ? 'late' : levelOf(minutes, clock, sla.policy);
  return { ...running, dueAt, state };
}

/** Pauses as they are at a moment: one that lasts ends there. */
export function pausesUntil(pauses: readonly Pause[], now: number): readonly Pause[] {
  return pauses.map(({ from, to }) => ({ from, to: to ?? Math.max(from, now) }));
}

/** Whole working minutes of a target that are left at a moment; negative when late. */
export function minutesLeft(
  { startedAt, calendar, targetMs }: SlaClock,
  pauses: readonly Pause[],
  desk: DeskConfig,
  now: number,
): number {
  const target = targetMs / MINUTE_MS;
  const from = startedAt ?? now;
  const left = Math.ceil(workingTimeOf(desk, calendar).remaining(from, target, now, pauses));
  // Half a minute late is no minute late, and not minus nothing.
  return left === 0 ? 0 : left;
}

/** The colour of a clock that runs: by what is left and by the thresholds of its policy. */
export function levelOf(
  minutes: number,
  { targetMs }: SlaClock,
  { amber, red }: SlaPolicy,
): 'ok' | 'amber' | 'red' {
  const left = minutes * MINUTE_MS;
  if (left <= Math.min(red.ms, red.share * targetMs)) return 'red';
  return left <= Math.min(amber.ms, amber.share * targetMs) ? 'amber' : 'ok';
}

const MINUTE_MS = 60_000;
