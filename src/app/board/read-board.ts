import { ageBuckets } from '../../domain/report/report-charts.ts';
import { BoardReader, type RedRow } from '../../store/board/board-reader.ts';
import { PromiseReader } from '../../store/promise/promise-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { everyPromise } from '../promise/list-promises.ts';
import { currentShift } from '../shift/current-shift.ts';
import { timesLeft } from '../sla/time-left-of.ts';
import type { Board, BoardPast, BoardPromise, RedTicket } from './board.ts';
import { boardShift } from './board-shift.ts';
import { readPast } from './read-past.ts';
import { type Stations, silentSince } from './stations.ts';

/** Promises that come within so long stand on the board. */
const AHEAD_MS = 2 * 3_600_000;
/** What is counted from events is counted again after so long, and where it costs much after longer. */
const PAST_MS = 2_000;
const PAST_SHARE = 150;
const MOST_RED = 20;
const MOST_PROMISES = 300;

/**
 * The board of the shift that is on. `stations` is what the server tells of colleagues; null without
 * one. What was read before spares counting the past of the same shift again at once.
 */
export function readBoard(
  desk: Desk,
  stations: Stations | null = null,
  before: Board | null = null,
): Board {
  const now = desk.clock.now();
  const found = currentShift(desk);
  const { line } = found.plan;
  const reader = new BoardReader(desk.store.sql, line);
  const counts = reader.counts(now);
  const promises = promisesDue(desk, line, stations);
  const kept = before?.shift.id === found.id && isFresh(before.past, now) ? before.past : null;
  const { open, free, critical, late, mass, returned, dragging } = counts;
  return {
    ...{ asOf: now, open, free, critical, late, mass, returned, dragging },
    shift: boardShift(desk, found),
    red: { rows: redTickets(desk, reader.red(now, MOST_RED)), total: counts.red },
    promises: { rows: promises, total: promises.length },
    missedPromises: promises.filter(({ dueAt }) => dueAt < now).length,
    silent: promises.filter((one) => one.silentSince !== null).length,
    mine: {
      open: reader.openOf(desk.me.id),
      promises: promises.filter(({ ownerId }) => ownerId === desk.me.id).length,
    },
    lines: reader.lines(),
    ages: ageBuckets.map((code, i) => ({ code, n: counts.ages[i] ?? 0 })),
    past: kept ?? readPast(desk, found, reader),
  };
}

function isFresh({ asOf, costMs }: BoardPast, now: number): boolean {
  return Math.abs(now - asOf) < Math.max(PAST_MS, costMs * PAST_SHARE);
}

function redTickets(desk: Desk, rows: readonly RedRow[]): readonly RedTicket[] {
  const left = timesLeft(
    desk,
    rows.map(({ ticketId: id }) => ({ id })),
  );
  const now = desk.clock.now();
  return rows.map((row) => ({ ...redTicket(row, now), left: left.get(row.ticketId) ?? null }));
}

function redTicket({ isMass, ...row }: RedRow, now: number): Omit<RedTicket, 'left'> {
  const isCritical = row.priority === 'P1' || row.priority === 'P2';
  const isLate = row.dueAt !== null && row.dueAt < now;
  return {
    ...row,
    why: [
      ...(isCritical ? ([row.priority === 'P1' ? 'p1' : 'p2'] as const) : []),
      ...(isLate ? (['late'] as const) : []),
      ...(isMass === 1 ? (['mass'] as const) : []),
    ],
  };
}

function promisesDue(
  desk: Desk,
  line: string | null,
  stations: Stations | null,
): readonly BoardPromise[] {
  const now = desk.clock.now();
  const selection = { ...everyPromise, state: 'open', dueBefore: now + AHEAD_MS, line } as const;
  const due = new PromiseReader(desk.store.sql).list(selection, MOST_PROMISES);
  return due.map(({ id, ticketId, number, subject, text, dueAt, customer, ...one }) => ({
    ...{ promiseId: id, ticketId, number, subject, text, dueAt, customer },
    ownerId: one.assigneeId,
    owner: one.assignee,
    silentSince: silentSince(stations, { ownerId: one.assigneeId, dueAt, meId: desk.me.id }, now),
  }));
}
