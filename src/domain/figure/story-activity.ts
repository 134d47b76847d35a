import type { FigurePeriod } from './figure.ts';
import { isWithin, type SlaOutcome } from './figure-case.ts';
import type { TicketStory } from './ticket-story.ts';

type Stretch = Pick<FigurePeriod, 'from' | 'to'>;

/** Whether a ticket was there in a stretch, and not over before it. */
export function livesIn({ createdAt, untilAt }: TicketStory, { from, to }: Stretch): boolean {
  return createdAt < to && untilAt >= from;
}

/**
 * In which of some periods anything of a ticket lies that a figure may count. In the others it only
 * stands among the open ones.
 */
export function activeIn(
  story: TicketStory,
  runs: readonly { readonly period: Stretch }[],
  outcomes: readonly SlaOutcome[],
): readonly boolean[] {
  const active = runs.map(() => false);
  // A report asks this of every ticket of two months: one look at each moment.
  const meets = (at: number | null) => {
    if (at === null) return;
    for (let index = 0; index < runs.length; index += 1) {
      const run = runs[index];
      if (run && isWithin(run.period, at)) active[index] = true;
    }
  };
  const { heard, acted, returns, statuses, said, lines, worked, spent } = story;
  for (const at of [story.createdAt, story.takenAt, story.offTopicAt]) meets(at);
  for (const times of [heard, acted, returns]) {
    for (const at of times) meets(at);
  }
  for (const deeds of [statuses, said, lines, worked, spent, outcomes]) {
    for (const { at } of deeds) meets(at);
  }
  for (const { settledAt } of story.handovers) meets(settledAt);
  for (const { dueAt } of story.promises) meets(dueAt);
  return active;
}
