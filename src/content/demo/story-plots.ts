import type { Status } from '../../domain/vocabulary.ts';
import type { DemoEntry } from './demo-story.ts';

/** One thing that happens in a ticket. */
export const acts = [
  'tell',
  'nudge',
  'ask',
  'answer',
  'ack',
  'note',
  'escalate',
  'thirdNote',
  'progress',
  'fix',
  'thanks',
  'again',
  'refix',
  'remind',
  'vendorNote',
  'vendorMsg',
  'plan',
  'callFix',
  'callConfirm',
] as const;
export type Act = (typeof acts)[number];

/** Who does it, how long after the act before it (minutes), and what it changes. */
export interface ActRule {
  readonly by: 'contact' | 'engineer' | 'third';
  readonly gap: readonly [from: number, to: number];
  readonly internal?: true;
  readonly isCall?: true;
  readonly promises?: 'next-update' | 'deadline';
  readonly event?: DemoEntry['event'];
}

export const actRules: Readonly<Record<Act, ActRule>> = {
  tell: { by: 'contact', gap: [0, 0] },
  nudge: { by: 'contact', gap: [35, 190] },
  ask: { by: 'engineer', gap: [4, 70], event: 'take' },
  answer: { by: 'contact', gap: [3, 90] },
  ack: { by: 'engineer', gap: [4, 60], event: 'take', promises: 'next-update' },
  note: { by: 'engineer', gap: [7, 55], internal: true },
  escalate: { by: 'engineer', gap: [10, 40], internal: true, event: 'escalate' },
  thirdNote: { by: 'third', gap: [15, 120], internal: true },
  progress: { by: 'engineer', gap: [20, 90], promises: 'next-update' },
  fix: { by: 'engineer', gap: [6, 75], event: 'resolve' },
  thanks: { by: 'contact', gap: [3, 200], event: 'confirm' },
  again: { by: 'contact', gap: [300, 1900], event: 'return' },
  refix: { by: 'engineer', gap: [25, 140], event: 'resolve' },
  remind: { by: 'engineer', gap: [900, 1800] },
  vendorNote: { by: 'engineer', gap: [20, 90], internal: true },
  vendorMsg: { by: 'engineer', gap: [3, 25], promises: 'next-update' },
  plan: { by: 'engineer', gap: [10, 90], promises: 'deadline' },
  callFix: { by: 'engineer', gap: [6, 60], isCall: true, event: 'resolve' },
  callConfirm: { by: 'engineer', gap: [45, 900], isCall: true, event: 'confirm' },
};

/** A course that tickets of a status take, and how common it is. */
export interface Plot {
  readonly weight: number;
  readonly acts: readonly Act[];
}

export type PlotStatus = Exclude<Status, 'merged'>;

/** How many of a hundred tickets stand in each status. */
export const statusShares: readonly { readonly status: PlotStatus; readonly weight: number }[] = [
  { status: 'closed', weight: 84 },
  { status: 'new', weight: 2.2 },
  { status: 'open', weight: 5.3 },
  { status: 'waiting-customer', weight: 3 },
  { status: 'waiting-third-party', weight: 1.6 },
  { status: 'scheduled', weight: 1.4 },
  { status: 'resolved', weight: 2.5 },
];

const thirdLine: readonly Act[] = ['tell', 'ack', 'escalate', 'thirdNote'];

export const plots: Readonly<Record<PlotStatus, readonly Plot[]>> = {
  closed: [
    { weight: 20, acts: ['tell', 'fix', 'thanks'] },
    { weight: 18, acts: ['tell', 'ask', 'answer', 'note', 'fix', 'thanks'] },
    { weight: 14, acts: ['tell', 'ask', 'answer', 'fix', 'thanks'] },
    { weight: 14, acts: ['tell', 'ack', 'note', 'fix', 'thanks'] },
    { weight: 8, acts: ['tell', 'callFix', 'thanks'] },
    { weight: 8, acts: ['tell', 'ack', 'note', 'fix', 'callConfirm'] },
    { weight: 6, acts: ['tell', 'ask', 'answer', 'callFix', 'callConfirm'] },
    { weight: 7, acts: [...thirdLine, 'fix', 'thanks'] },
    { weight: 5, acts: ['tell', 'note', 'fix', 'again', 'refix', 'thanks'] },
  ],
  new: [
    { weight: 3, acts: ['tell'] },
    { weight: 1, acts: ['tell', 'nudge'] },
  ],
  open: [
    { weight: 5, acts: ['tell', 'ack'] },
    { weight: 4, acts: ['tell', 'ack', 'note'] },
    { weight: 4, acts: ['tell', 'ask', 'answer'] },
    { weight: 3, acts: ['tell', 'ask', 'answer', 'note', 'progress'] },
    { weight: 3, acts: thirdLine },
    { weight: 2, acts: [...thirdLine, 'progress'] },
    { weight: 1, acts: ['tell', 'note', 'fix', 'again'] },
    { weight: 1, acts: ['tell', 'ack', 'nudge'] },
  ],
  'waiting-customer': [
    { weight: 4, acts: ['tell', 'ask'] },
    { weight: 2, acts: ['tell', 'ask', 'remind'] },
    { weight: 1, acts: ['tell', 'ack', 'ask'] },
  ],
  'waiting-third-party': [
    { weight: 2, acts: ['tell', 'ack', 'vendorNote', 'vendorMsg'] },
    { weight: 1, acts: ['tell', 'ask', 'answer', 'vendorNote', 'vendorMsg'] },
  ],
  scheduled: [
    { weight: 2, acts: ['tell', 'note', 'plan'] },
    { weight: 1, acts: ['tell', 'ask', 'answer', 'plan'] },
  ],
  resolved: [
    { weight: 3, acts: ['tell', 'ask', 'answer', 'fix'] },
    { weight: 3, acts: ['tell', 'ack', 'note', 'fix'] },
    { weight: 1, acts: ['tell', 'note', 'fix'] },
  ],
};
