import { definitionOf, hasData } from '../../domain/figure/definitions.ts';
import {
  type Figure,
  type FigureCode,
  type FigurePeriod,
  figureCodes,
} from '../../domain/figure/figure.ts';
import type { FigureContext, SlaOutcome } from '../../domain/figure/figure-case.ts';
import {
  bandOf,
  FEWEST_FOR_SHARE,
  isVisibleChange,
  trendOf,
} from '../../domain/figure/statistics.ts';
import { activeIn, livesIn } from '../../domain/figure/story-activity.ts';
import { comparedBy, Tally } from '../../domain/figure/tally.ts';
import { ticketFigures } from '../../domain/figure/ticket-figures.ts';
import type { TicketStory } from '../../domain/figure/ticket-story.ts';
import type { Desk } from '../desk/desk.ts';
import { earlierStretches } from './earlier-stretches.ts';
import { type FigureDesk, openFigures } from './figure-desk.ts';
import { overdueArticles } from './overdue-articles.ts';

/** Something else that is counted in the same go over the tickets: reading them costs most. */
export interface StoryCounter {
  /** Tickets that were there in it are counted. */
  readonly stretch: Pick<FigurePeriod, 'from' | 'to'>;
  readonly add: (story: TicketStory, outcomes: readonly SlaOutcome[]) => void;
}

/** What is measured, and what it is compared with. */
export interface MeasureOptions {
  /** Only these; absent: all whose data exists. */
  readonly codes?: readonly FigureCode[] | undefined;
  /**
   * `shift`: the same hours and weekday of the weeks before; `period`: as many whole weeks before as
   * it is long; null or absent: nothing.
   */
  readonly compareKind?: 'shift' | 'period' | null | undefined;
  /** Counted along with the figures, over tickets of the same line, customer and space. */
  readonly beside?: readonly StoryCounter[] | undefined;
}

/** The figures of a period, in the order of their codes. What has no data here is left out. */
export function measure(
  desk: Desk,
  period: FigurePeriod,
  { codes = figureCodes, compareKind = null, beside = [] }: MeasureOptions = {},
): readonly Figure[] {
  const wanted = codes.filter(hasData);
  const before = compareKind === null ? [] : earlierStretches(desk, period);
  const periods = [period, ...before];
  const stretches = beside.map(({ stretch }) => stretch);
  const figures = openFigures(desk, period, [...periods, ...stretches]);
  const [found = [], ...earlier] = countAll(figures, { periods, codes: wanted, beside });
  const isRecent = period.to > desk.clock.now() - desk.config.reopenWindowMs;
  const kept = wanted.includes('knowledge-overdue') ? overdueArticles(desk) : [];
  return [...found, ...kept].map((figure) => ({
    ...withBefore(figure, earlier),
    isIncomplete: isRecent && definitionOf(figure.code).mayChange,
  }));
}

/** Where nothing happens to a ticket it is only one of the open ones. */
const ofStanding: ReadonlySet<FigureCode> = new Set(['backlog']);

interface Counting {
  readonly periods: readonly FigurePeriod[];
  readonly codes: readonly FigureCode[];
  readonly beside: readonly StoryCounter[];
}

/** Counts all figures of all periods in one go over the tickets. */
function countAll(
  figures: FigureDesk,
  { periods, codes, beside }: Counting,
): readonly (readonly Figure[])[] {
  const runs = periods.map((period) => runOf(figures.contextOf(period), codes));
  for (const story of figures.each()) {
    for (const one of beside) {
      if (livesIn(story, one.stretch)) one.add(story, figures.outcomesOf(story));
    }
    const own = runs.filter(({ period }) => livesIn(story, period));
    if (own.length === 0) continue;
    // To look costs more than it saves while there is only one period.
    const active = runs.length === 1 || activeIn(story, own, figures.outcomesOf(story));
    for (const [index, { counters, standing }] of own.entries()) {
      const isActive = active === true || active[index] === true;
      for (const { casesOf, tally } of isActive ? counters : standing) tally.add(casesOf(story));
    }
  }
  return runs.map(({ counters }) => counters.flatMap(({ tally }) => tally.figures()));
}

/** Everything that is counted of one period, and of it what is counted of tickets that only stand. */
function runOf(context: FigureContext, codes: readonly FigureCode[]) {
  const counters = codes.flatMap((code) => {
    const casesOf = ticketFigures[code]?.(context);
    return casesOf ? [{ code, casesOf, tally: new Tally(code) }] : [];
  });
  const standing = counters.filter(({ code }) => ofStanding.has(code));
  return { period: context.period, counters, standing };
}

function withBefore(figure: Figure, earlier: readonly (readonly Figure[])[]): Figure {
  const values = earlier.flatMap((stretch) => {
    const then = stretch.find(({ code, of }) => code === figure.code && of === figure.of);
    const value = then ? comparedBy(then) : null;
    return value === null ? [] : [value];
  });
  const before = bandOf(values);
  const isTooFew = figure.kind === 'share' && figure.denominator < FEWEST_FOR_SHARE;
  const value = isTooFew ? null : comparedBy(figure);
  const trend = trendOf(value, before, definitionOf(figure.code).better);
  const isSeen = before === null || isVisibleChange(figure.interval, before.median);
  return { ...figure, before, trend: trend === null || isSeen ? trend : 'same' };
}
