import type { ReportCharts } from '../report/report-charts.ts';
import type { FigurePeriod } from './figure.ts';
import { isWithin } from './figure-case.ts';
import { lineAt, solvesOf } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

const HOUR_MS = 3_600_000;

/** What came and what was solved, hour by hour; of a line what came to it and what it solved. */
export class HourlyFlow {
  readonly stretch: FigurePeriod;
  readonly hours: ReportCharts['flow'];
  readonly #hours: { at: number; incoming: number; solved: number }[];

  constructor(period: FigurePeriod) {
    const { from, to } = period;
    this.stretch = period;
    this.#hours = Array.from({ length: Math.ceil((to - from) / HOUR_MS) }, (_, index) => ({
      ...{ at: from + index * HOUR_MS, incoming: 0, solved: 0 },
    }));
    this.hours = this.#hours;
  }

  add(story: TicketStory): void {
    const { line } = this.stretch;
    const came = line === null ? story.lines.slice(0, 1) : story.lines;
    for (const stay of came) {
      const hour = line === null || stay.line === line ? this.#hourOf(stay.at) : undefined;
      if (hour) hour.incoming += 1;
    }
    const solved = solvesOf(story).findLast((at) => {
      return isWithin(this.stretch, at) && (line === null || lineAt(story, at) === line);
    });
    const hour = solved === undefined ? undefined : this.#hourOf(solved);
    if (hour) hour.solved += 1;
  }

  #hourOf(at: number) {
    const { stretch } = this;
    return isWithin(stretch, at)
      ? this.#hours[Math.floor((at - stretch.from) / HOUR_MS)]
      : undefined;
  }
}
