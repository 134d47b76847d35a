import { BacklogAges } from '../../domain/figure/backlog-ages.ts';
import type { FigurePeriod } from '../../domain/figure/figure.ts';
import { isWithin, type SlaOutcome } from '../../domain/figure/figure-case.ts';
import { HourlyFlow } from '../../domain/figure/hourly-flow.ts';
import { livesIn } from '../../domain/figure/story-activity.ts';
import { lineAt } from '../../domain/figure/story-moments.ts';
import type { TicketStory } from '../../domain/figure/ticket-story.ts';
import type { ReportCharts } from '../../domain/report/report-charts.ts';
import { StoryReader } from '../../store/figure/story-reader.ts';
import { addDays, createZone, isoWeekday } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';
import type { StoryCounter } from './measure.ts';

const DAY_MS = 86_400_000;
const TREND_DAYS = 14;
const HEAT_DAYS = 56;

type Stretch = StoryCounter['stretch'];

/** Counts what is drawn of a period, ticket by ticket: the same data in the terminal and in SVG. */
export class ChartCounter implements StoryCounter {
  readonly stretch: Stretch;
  readonly #desk: Desk;
  readonly #period: FigurePeriod;
  readonly #days: readonly Stretch[];
  readonly #flow: HourlyFlow;
  readonly #ages: BacklogAges;
  readonly #outcomes: SlaOutcome[] = [];

  constructor(desk: Desk, period: FigurePeriod) {
    this.#desk = desk;
    this.#period = period;
    this.#days = lastDays(desk, period);
    const first = this.#days[0]?.from ?? period.from;
    this.stretch = { from: Math.min(first, period.from), to: period.to };
    this.#flow = new HourlyFlow(period);
    this.#ages = new BacklogAges(Math.min(period.to, desk.clock.now() + 1), period.line);
  }

  add(story: TicketStory, outcomes: readonly SlaOutcome[]): void {
    const { line } = this.#period;
    if (livesIn(story, this.#period)) this.#flow.add(story);
    this.#ages.add(story);
    for (const one of outcomes) {
      const isMeant = line === null || lineAt(story, one.at) === line;
      if (isMeant && isWithin(this.stretch, one.at)) this.#outcomes.push(one);
    }
  }

  charts(): ReportCharts {
    return {
      flow: this.#flow.hours,
      ages: this.#ages.ages(),
      deadlines: deadlinesMet(this.#outcomes, this.#period),
      heat: heatOf(this.#desk, this.#period),
      trend: this.#days.map((day) => ({ at: day.from, ...metIn(this.#outcomes, day) })),
    };
  }
}

function metIn(outcomes: readonly SlaOutcome[], stretch: Stretch) {
  const due = outcomes.filter(({ at }) => isWithin(stretch, at));
  return { met: due.filter(({ isMet }) => isMet).length, due: due.length };
}

function deadlinesMet(all: readonly SlaOutcome[], period: FigurePeriod): ReportCharts['deadlines'] {
  const outcomes = all.filter(({ at }) => isWithin(period, at));
  const byTarget = Map.groupBy(outcomes, ({ target }) => target);
  return [...byTarget].map(([of, own]) => ({
    ...{ of, met: own.filter(({ isMet }) => isMet).length, due: own.length },
  }));
}

/** The days up to the end of a period by the desk's clock, oldest first. */
function lastDays({ config }: Desk, { to }: FigurePeriod): readonly Stretch[] {
  const { partsAt, instantOf } = createZone(config.timeZone);
  const last = { ...partsAt(to - 1), hour: 0, minute: 0, second: 0 };
  // Where clocks change at midnight the day begins an hour later.
  const begin = (ago: number) => {
    const day = addDays(last, -ago);
    return instantOf(day) ?? instantOf({ ...day, hour: 1 }) ?? to - ago * DAY_MS;
  };
  return Array.from({ length: TREND_DAYS }, (_, index) => {
    const ago = TREND_DAYS - 1 - index;
    return { from: begin(ago), to: ago === 0 ? to : begin(ago - 1) };
  });
}

/** Incoming by weekday, Monday 0, and hour over the eight weeks up to the end of a period. */
function heatOf({ config, store }: Desk, { to }: FigurePeriod): ReportCharts['heat'] {
  const { partsAt } = createZone(config.timeZone);
  const cells = Array.from({ length: 7 * 24 }, (_, index) => ({
    ...{ weekday: Math.floor(index / 24), hour: index % 24, n: 0 },
  }));
  const places = new Map<number, number>();
  for (const { hour, n } of new StoryReader(store.sql).cameByHour(to - HEAT_DAYS * DAY_MS, to)) {
    const parts = partsAt(hour);
    const place = (isoWeekday(parts) - 1) * 24 + parts.hour;
    places.set(place, (places.get(place) ?? 0) + n);
  }
  return cells.map((cell, place) => ({ ...cell, n: places.get(place) ?? 0 }));
}
