import type { Channel, Priority } from '../../domain/vocabulary.ts';
import type { Random } from '../../util/random.ts';
import { type DemoTime, hourMs, minuteMs } from './demo-time.ts';
import { type Act, actRules, type PlotStatus } from './story-plots.ts';

/** Where a ticket stands in time: minutes before now for a fresh one, or clock times of past days. */
export interface StoryTimes {
  readonly entries: readonly DemoTime[];
  /** A time some minutes after the entry, in the same reckoning. */
  after(entry: number, minutes: number): DemoTime;
  gapMinutes(from: number, to: number): number;
}

/** What the times of a ticket depend on. */
export interface TimesQuestion {
  readonly acts: readonly Act[];
  readonly status: PlotStatus;
  readonly priority: Priority;
  readonly channel: Channel;
  /** How far the customer's clock is ahead of Moscow, minutes. */
  readonly aheadMinutes: number;
}

const dayMinutes = 24 * 60;
/** Younger tickets are told as «40 minutes ago», older ones as «yesterday at 10:15». */
const freshMinutes = 20 * 60;
const targetHours: Readonly<Record<Priority, number>> = { P1: 4, P2: 8, P3: 72, P4: 120 };

/** Lays the acts of a ticket out in time: ascending, in the past whatever the present is. */
export function layOutTimes(question: TimesQuestion, random: Random): StoryTimes {
  const age = ageMinutes(question, random);
  const steps = stepMinutes(question, random);
  const length = steps.at(-1) ?? 0;
  if (question.status !== 'closed' && age < freshMinutes) {
    const squeeze = length > age * 0.9 ? (age * 0.9) / length : 1;
    return reckoned(
      steps.map((step) => step * squeeze - age),
      offset,
    );
  }
  return pastDays(question, age, steps, random);
}

function pastDays(
  { aheadMinutes }: TimesQuestion,
  age: number,
  steps: readonly number[],
  random: Random,
): StoryTimes {
  // The customer's working day, told on the clock of Moscow.
  const start = random.int(8 * 60 + 5, 18 * 60 + 40) - aheadMinutes;
  const minutes = wakeful(
    steps.map((step) => step + start),
    aheadMinutes,
  );
  // Today may not have come far yet, so the last entry is of yesterday at the latest.
  const lastDay = Math.floor((minutes.at(-1) ?? 0) / dayMinutes);
  const days = Math.max(Math.ceil(age / dayMinutes), lastDay + 1);
  return reckoned(
    minutes.map((minute) => minute - days * dayMinutes),
    clock,
  );
}

/** Nobody answers at three in the morning: what falls into the night moves to the next morning. */
function wakeful(at: readonly number[], aheadMinutes: number): readonly number[] {
  let shift = 0;
  return at.map((minute) => {
    const local = (minute + shift + aheadMinutes + 7 * dayMinutes) % dayMinutes;
    if (local > 21 * 60 || local < 7 * 60) shift += (dayMinutes + 8 * 60 + 20 - local) % dayMinutes;
    return minute + shift;
  });
}

function reckoned(minutes: readonly number[], tell: (minutes: number) => DemoTime): StoryTimes {
  return {
    entries: minutes.map(tell),
    after: (entry, more) => tell((minutes[entry] ?? 0) + more),
    gapMinutes: (from, to) => (minutes[to] ?? 0) - (minutes[from] ?? 0),
  };
}

function offset(minutes: number): DemoTime {
  return { type: 'offset', ms: Math.round(minutes * minuteMs) };
}

function clock(minutes: number): DemoTime {
  const days = Math.floor(minutes / dayMinutes);
  return { type: 'clock', days, minutes: minutes - days * dayMinutes };
}

function stepMinutes(question: TimesQuestion, random: Random): readonly number[] {
  let at = 0;
  let isAnswered = false;
  return question.acts.map((act) => {
    const rule = actRules[act];
    const isAnswer = !isAnswered && rule.by === 'engineer' && rule.internal !== true;
    if (isAnswer) isAnswered = true;
    at += isAnswer ? firstAnswerMinutes(question, random) : random.int(...rule.gap);
    return at;
  });
}

/** Usually in time: a chat is answered within two minutes, the rest within hours. */
function firstAnswerMinutes({ channel, acts, priority }: TimesQuestion, random: Random): number {
  const isLate = random.chance(0.06);
  if (channel === 'chat' && acts[1] !== 'note') {
    return isLate ? random.int(3, 9) : 1.2 + random.next() * 0.6;
  }
  if (channel === 'call') return random.int(1, 12);
  if (priority === 'P1') return isLate ? random.int(31, 70) : random.int(2, 12);
  return isLate ? random.int(240, 500) : random.int(5, 95);
}

function ageMinutes({ status, priority }: TimesQuestion, random: Random): number {
  const target = targetHours[priority] * 60;
  const isOverdue = random.chance(0.16);
  switch (status) {
    case 'closed':
      return random.int(1, 59) * dayMinutes;
    case 'new':
      if (priority === 'P1') return random.int(2, 25);
      return isOverdue ? random.int(25, 40) * 60 : random.int(3, random.chance(0.6) ? 90 : 480);
    case 'open':
    case 'waiting-third-party':
      return target * (isOverdue ? 1.05 + random.next() * 0.5 : 0.08 + random.next() * 0.8);
    case 'resolved':
      return random.int(2, 70) * 60;
    default:
      return random.int(3, 120) * 60;
  }
}

/** When an open promise comes due, from now: mostly within the next hours, some already missed. */
export function openPromiseDue(
  { status, priority }: Pick<TimesQuestion, 'status' | 'priority'>,
  random: Random,
): DemoTime {
  const minutes = (from: number, to: number) => random.int(from, to) * minuteMs;
  if (status === 'scheduled') return { type: 'offset', ms: minutes(100, 3000) };
  const share = random.next();
  if (share < 0.12) return { type: 'offset', ms: -minutes(6, 45) };
  if (priority === 'P1') return { type: 'offset', ms: minutes(8, 55) };
  if (share < 0.75 || priority === 'P2') return { type: 'offset', ms: minutes(12, 190) };
  return { type: 'offset', ms: random.int(4, 22) * hourMs };
}
