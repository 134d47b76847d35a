import { type AgeBucket, ageBuckets, type ReportCharts } from '../report/report-charts.ts';
import { openStretches } from './story-moments.ts';
import type { TicketStory } from './ticket-story.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const oldest: readonly (readonly [AgeBucket, number])[] = [
  ['4h', 4 * HOUR_MS],
  ['1d', DAY_MS],
  ['3d', 3 * DAY_MS],
  ['7d', 7 * DAY_MS],
];

/** Open tickets at a moment by the time since their registration, rebuilt from their events. */
export class BacklogAges {
  readonly #moment: number;
  readonly #line: string | null;
  readonly #counts = new Map<AgeBucket, number>(ageBuckets.map((code) => [code, 0]));

  constructor(moment: number, line: string | null) {
    this.#moment = moment;
    this.#line = line;
  }

  add(story: TicketStory): void {
    const moment = this.#moment;
    if (story.createdAt >= moment || story.untilAt < moment) return;
    const isOpen = openStretches(story, this.#line).some(({ from, to }) => {
      return from < moment && (to === null || to >= moment);
    });
    if (!isOpen) return;
    const age = moment - story.createdAt;
    const code = oldest.find(([, ms]) => age < ms)?.[0] ?? 'older';
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  ages(): ReportCharts['ages'] {
    return [...this.#counts].map(([code, n]) => ({ code, n }));
  }
}
