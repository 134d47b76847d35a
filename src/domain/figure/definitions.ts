import type { FigureCode, FigureKind } from './figure.ts';

/** What a figure is counted from. What is not gathered yet leaves its figures out of every report. */
export type FigureSource =
  | 'tickets'
  | 'promises'
  | 'articles'
  | 'searches'
  | 'surveys'
  | 'reviews'
  | 'alerts'
  | 'providers'
  | 'orders'
  | 'telephony';

/** Sources whose data there is. */
const gathered: ReadonlySet<FigureSource> = new Set(['tickets', 'promises', 'articles']);

/** What is the same for every figure of a code; its words stand in both languages. */
export interface FigureDefinition {
  readonly code: FigureCode;
  readonly kind: FigureKind;
  /** What one of its numerator is; durations are ms. */
  readonly unit: 'tickets' | 'time' | 'promises' | 'deadlines' | 'money' | 'things' | 'marks';
  readonly better: 'more' | 'less' | null;
  /** Percent of shares, ms of durations. */
  readonly target: number | null;
  readonly needs: FigureSource;
  /** Who reads it: everybody who works here, who leads a shift or a team, or the head only. */
  readonly readers: 'team' | 'lead' | 'head';
  /** Counted apart for each channel, target, line, … besides the whole. */
  readonly isSplit: boolean;
  /** Split figures whose parts make no sense in one sum. */
  readonly hasTotal: boolean;
  /** A return within the desk's time for it may still change it. */
  readonly mayChange: boolean;
}

type Given = Partial<Omit<FigureDefinition, 'code' | 'kind'>>;

const usual = {
  unit: 'tickets',
  better: null,
  target: null,
  needs: 'tickets',
  readers: 'team',
  isSplit: false,
  hasTotal: true,
  mayChange: false,
} as const;

const HOUR_MS = 3_600_000;
const time = { unit: 'time', better: 'less' } as const;

const table: Readonly<Record<FigureCode, readonly [FigureKind, Given]>> = {
  requests: ['count', { isSplit: true }],
  closed: ['count', {}],
  resolved: ['count', {}],
  backlog: ['count', { better: 'less' }],
  'net-flow': ['count', { better: 'less' }],
  'first-response': ['duration', { ...time, isSplit: true }],
  reaction: ['duration', { ...time, isSplit: true }],
  handling: ['duration', { unit: 'time' }],
  'lead-time': ['duration', time],
  'requester-wait': ['duration', time],
  'answered-in-norm': ['share', { better: 'more' }],
  unanswered: ['count', { better: 'less' }],
  'sla-met': ['share', { unit: 'deadlines', better: 'more', target: 95, isSplit: true }],
  fcr: ['share', { better: 'more', mayChange: true }],
  'one-touch': ['share', { better: 'more', mayChange: true }],
  'first-line-closed': ['share', { target: 80 }],
  'resolved-share': ['share', { better: 'more' }],
  'solved-by-line': ['share', { better: 'more', isSplit: true, hasTotal: false }],
  escalated: ['share', {}],
  'escalation-accuracy': ['share', { unit: 'things', better: 'more' }],
  returned: ['share', { better: 'less', mayChange: true }],
  'third-returns': ['count', { better: 'less' }],
  bounced: ['share', { better: 'less' }],
  'promises-kept': [
    'share',
    { unit: 'promises', needs: 'promises', better: 'more', isSplit: true },
  ],
  'updates-kept': ['share', { unit: 'promises', needs: 'promises', better: 'more' }],
  load: ['mean', { readers: 'lead' }],
  'closed-at-once': ['count', {}],
  'off-topic': ['count', {}],
  'time-per-customer': ['mean', { unit: 'time', readers: 'lead' }],
  'outage-duration': ['duration', { ...time, target: 4 * HOUR_MS }],
  proactive: ['share', { better: 'more', target: 50 }],
  'knowledge-hits': ['share', { unit: 'things', needs: 'searches', better: 'more' }],
  'knowledge-overdue': ['count', { unit: 'things', needs: 'articles', better: 'less' }],
  spend: ['sum', { unit: 'money', readers: 'lead', isSplit: true, hasTotal: false }],
  csat: ['share', { unit: 'marks', needs: 'surveys', better: 'more', target: 95, readers: 'head' }],
  'quality-score': ['mean', { unit: 'marks', needs: 'reviews', better: 'more', readers: 'lead' }],
  'mean-rating': ['mean', { unit: 'marks', needs: 'surveys', better: 'more', readers: 'lead' }],
  'alerts-per-person': [
    'mean',
    { unit: 'things', needs: 'alerts', better: 'less', target: 100, readers: 'lead' },
  ],
  'alert-noise': ['share', { unit: 'things', needs: 'alerts', better: 'less' }],
  'provider-repair': [
    'duration',
    { ...time, needs: 'providers', target: 4 * HOUR_MS, readers: 'head', isSplit: true },
  ],
  'order-days': ['duration', { ...time, needs: 'orders', readers: 'head' }],
  'service-level': ['share', { unit: 'things', needs: 'telephony', better: 'more' }],
};

/** What is the same for every figure of a code. */
export function definitionOf(code: FigureCode): FigureDefinition {
  const [kind, given] = table[code];
  return { ...usual, code, kind, ...given };
}

/** Whether the data of a figure is gathered here. */
export function hasData(code: FigureCode): boolean {
  return gathered.has(definitionOf(code).needs);
}
