import { Chance } from './chance.ts';
import type { StepKind } from './plan.ts';

type Weights = Readonly<Record<StepKind, number>>;

/** What kind of days a schedule consists of. */
export interface Profile {
  readonly clients: readonly number[];
  readonly weights: Weights;
  /** How much of the work is on customers, people, queues and articles only. */
  readonly records: number;
  /** How much of it is on the shift; absent: none. */
  readonly shift?: number;
  /** How much of it is on practice records; absent: none. */
  readonly practice?: number;
  /** How much of the rest is replies that go through a mentor, and help; absent: none. */
  readonly supervised?: number;
}

/** How often each kind comes; work and sync are most of a day. */
const ordinary: Weights = {
  work: 46,
  sync: 30,
  pass: 9,
  'bad-network': 3,
  'good-network': 1.2,
  partition: 1.2,
  'server-down': 0.6,
  'crash-client': 2.4,
  'crash-server': 2,
  'disk-full': 0.8,
  'store-busy': 0.8,
  'server-trouble': 0.8,
  'clock-jump': 0.7,
  'second-window': 0.8,
  poison: 0.4,
  revoke: 0.25,
  'change-role': 0.4,
  'move-ticket': 0.8,
  expel: 0.35,
  admit: 0.7,
  'forget-cursor': 0.5,
  compact: 0.5,
  'old-program': 0.5,
  'old-server': 0.25,
  backup: 0.8,
  restore: 0.25,
  clone: 0.25,
};

const few = [2, 2, 3];
const usual = [2, 2, 3, 3, 4, 5, 8];

/** Days on which one kind of trouble comes again and again find what ordinary days seldom do. */
const profiles = {
  ordinary: { clients: usual, weights: ordinary, records: 0 },
  restored: { clients: few, weights: { ...ordinary, backup: 5, restore: 4 }, records: 0.1 },
  copied: { clients: few, weights: { ...ordinary, clone: 4, pass: 14 }, records: 0 },
  compacted: {
    clients: few,
    weights: { ...ordinary, compact: 5, 'forget-cursor': 4, partition: 3 },
    records: 0.2,
  },
  moved: {
    clients: usual,
    weights: { ...ordinary, 'move-ticket': 5, expel: 3, admit: 4 },
    records: 0,
  },
  crashing: {
    clients: few,
    weights: { ...ordinary, 'crash-client': 14, 'crash-server': 10, 'store-busy': 4 },
    records: 0.1,
  },
  quarrelling: {
    clients: few,
    weights: { ...ordinary, work: 60, sync: 50, 'clock-jump': 5, partition: 5, pass: 14 },
    records: 0.7,
  },
  'bad-line': {
    clients: few,
    weights: { ...ordinary, sync: 50, 'bad-network': 9, 'second-window': 4, pass: 14 },
    records: 0.1,
  },
  poisoned: {
    clients: few,
    weights: { ...ordinary, poison: 5, 'server-trouble': 5, pass: 14 },
    records: 0.1,
  },
  mixed: {
    clients: usual,
    weights: { ...ordinary, 'old-program': 5, 'old-server': 3, revoke: 2, 'change-role': 2 },
    records: 0.1,
  },
} as const satisfies Readonly<Record<string, Profile>>;

const shares: Readonly<Record<keyof typeof profiles, number>> = {
  ordinary: 8,
  restored: 3,
  copied: 3,
  compacted: 1,
  moved: 1,
  crashing: 1,
  quarrelling: 3,
  'bad-line': 1,
  poisoned: 1,
  mixed: 1,
};

/** A shift is opened, logged and handed over, by people who all may do so. */
const handingOver: Profile = {
  clients: [3, 3, 4],
  weights: { ...ordinary, work: 60, sync: 34, 'change-role': 1.5, partition: 2.5 },
  records: 0,
  shift: 0.6,
};

/** Exams are recorded and judged, by people who all learn and mentor one another. */
const practising: Profile = {
  clients: [2, 3, 3, 4],
  weights: { ...ordinary, work: 60, sync: 34, 'change-role': 1.5, partition: 2.5 },
  records: 0,
  practice: 0.6,
  supervised: 0.5,
};

/** Whether the days of a seed are about practice: every seventh is. */
export function isPracticeDay(seed: number): boolean {
  return seed % 7 === 2;
}

/** Whether the days of a seed are about handing a shift over: every seventh is. */
export function isShiftDay(seed: number): boolean {
  return seed % 7 === 6;
}

/** The days of a seed. */
export function profileOf(seed: number): Profile {
  if (isShiftDay(seed)) return handingOver;
  if (isPracticeDay(seed)) return practising;
  return profiles[new Chance(`${seed}/profile`).weighted(shares)];
}
