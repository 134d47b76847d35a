import type { FigureCode, FigurePeriod } from '../../domain/figure/figure.ts';
import { ticketFigures } from '../../domain/figure/ticket-figures.ts';
import type { Desk } from '../desk/desk.ts';
import { openFigures } from './figure-desk.ts';

/** The tickets that a figure counts, by id: those above the line, and those below it. */
export interface TicketsBehind {
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

/** The tickets behind one figure of a period; none of a figure that is not counted from tickets. */
export function ticketsBehind(
  desk: Desk,
  { code, of }: { readonly code: FigureCode; readonly of: string | null },
  period: FigurePeriod,
): TicketsBehind {
  const figures = openFigures(desk, period, [period]);
  const casesOf = ticketFigures[code]?.(figures.contextOf(period));
  const numerator: string[] = [];
  const denominator: string[] = [];
  for (const story of casesOf ? figures.each() : []) {
    const cases = casesOf?.(story).filter((one) => of === null || one.of === of) ?? [];
    if (cases.some(({ k }) => k !== 0)) numerator.push(story.ticketId);
    if (cases.some(({ n }) => n !== 0)) denominator.push(story.ticketId);
  }
  return { numerator, denominator };
}
