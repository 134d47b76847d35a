import { must } from '../../util/must.ts';
import type { DemoEntry, DemoPromise, DemoStory } from './demo-story.ts';
import { dayMs, minuteMs, resolveDemoTime } from './demo-time.ts';
import { tellTimes } from './tell-times.ts';

/** A story at a given present: all times are epoch ms, and all of them are past. */
export interface ResolvedStory extends Omit<DemoStory, 'entries'> {
  readonly createdAt: number;
  /** When a scheduled ticket comes back; null for the others. */
  readonly scheduledUntil: number | null;
  readonly entries: readonly ResolvedEntry[];
}

export interface ResolvedEntry extends Omit<DemoEntry, 'at' | 'call' | 'promise'> {
  readonly at: number;
  readonly callMs: number | null;
  readonly promise: ResolvedPromise | null;
}

export interface ResolvedPromise extends Omit<DemoPromise, 'due'> {
  readonly dueAt: number;
}

const promiseStepMs = 5 * minuteMs;

/**
 * Puts a story at its times as seen from `now`. A clock time that has not come yet today, or that
 * would overtake the next entry, is drawn back, so that a desk opened at any hour has a past only.
 * `timeZone` is the customer's: the times that texts name are told on their clock.
 */
export function resolveStory(
  story: DemoStory,
  now: number,
  timeZone: string | null = null,
): ResolvedStory {
  const times = pastTimes(story.entries, now);
  const entries = story.entries.map((entry, i): ResolvedEntry => {
    const { call, promise, text, ...rest } = entry;
    const at = must(times[i], 'entry time');
    const due = promise && { ...promise, dueAt: dueAt(promise, at, now) };
    return {
      ...rest,
      at,
      callMs: call,
      text: tellTimes(text, { at, dueAt: due?.dueAt ?? null, timeZone }),
      promise: due && { kind: due.kind, state: due.state, dueAt: due.dueAt },
    };
  });
  return {
    ...story,
    entries,
    createdAt: must(times[0], 'first entry'),
    scheduledUntil: story.status === 'scheduled' ? wakeUpAt(entries, now) : null,
  };
}

function pastTimes(entries: readonly DemoEntry[], now: number): readonly number[] {
  let next = now;
  const drawn = entries.toReversed().map((entry) => {
    const at = resolveDemoTime(entry.at, now);
    next = at < next ? at : next - minuteMs;
    return next;
  });
  return drawn.toReversed();
}

function dueAt(promise: DemoPromise, madeAt: number, now: number): number {
  const exact = resolveDemoTime(promise.due, now);
  // People promise 14:30, not 14:28.
  const round = Math.ceil(exact / promiseStepMs) * promiseStepMs;
  return Math.max(round, madeAt + promiseStepMs);
}

function wakeUpAt(entries: readonly ResolvedEntry[], now: number): number {
  const promised = entries.findLast((entry) => entry.promise?.state === 'open')?.promise?.dueAt;
  return promised !== undefined && promised > now ? promised : now + dayMs;
}
