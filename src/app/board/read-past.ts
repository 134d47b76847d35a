import type { FigurePeriod } from '../../domain/figure/figure.ts';
import { HourlyFlow } from '../../domain/figure/hourly-flow.ts';
import type { BoardReader, WaitingRow } from '../../store/board/board-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { measure } from '../figure/measure.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { shiftLoad } from '../shift/shift-load.ts';
import { allWorks } from '../work/current-works.ts';
import type { BoardPast, BoardWaiting, BoardWork } from './board.ts';

const DAY_MS = 86_400_000;

/** Counts what of the shift so far follows from events, and what is planned. */
export function readPast(desk: Desk, shift: FoundShift, reader: BoardReader): BoardPast {
  const begun = performance.now();
  const now = desk.clock.now();
  const period = shiftPeriod(shift, now);
  const flow = new HourlyFlow(period);
  const figures = measure(desk, period, {
    codes: ['requests', 'resolved', 'sla-met', 'promises-kept', 'unanswered'],
    compareKind: null,
    beside: [flow],
  });
  const past = {
    asOf: now,
    flow: flow.hours,
    figures,
    onCustomer: waiting(reader, 'waiting-customer'),
    onVendor: waiting(reader, 'waiting-third-party'),
    load: shiftLoad(desk, shift),
    works: worksAhead(desk, now),
  };
  return { ...past, costMs: performance.now() - begun };
}

/** The shift so far, as figures are counted over it. */
export function shiftPeriod({ plan }: Pick<FoundShift, 'plan'>, now: number): FigurePeriod {
  const { startsAt, endsAt, line } = plan;
  const to = Math.max(startsAt + 1, Math.min(now + 1, endsAt));
  return { from: startsAt, to, line, customerId: null, space: null };
}

function waiting(reader: BoardReader, status: string): BoardWaiting {
  const n = reader.inStatus(status);
  const longest: WaitingRow | null = n === 0 ? null : reader.longestIn(status);
  return { n, longest };
}

function worksAhead(desk: Desk, now: number): readonly BoardWork[] {
  return allWorks(desk)
    .filter(({ from, to }) => to > now && from < now + DAY_MS)
    .map(({ code, title, from, to }) => ({
      ...{ code, title, from, to },
      ticketId: desk.tickets.idByNumber(code),
    }));
}
