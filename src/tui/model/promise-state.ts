import type { DuePromise } from '../../app/ticket/due-promises.ts';
import type { UiState } from './ui-state.ts';

const HOUR = 60 * 60_000;

/**
 * Customers who wait on the line or in the chat right now, the nearest time first. From an hour
 * ahead until an hour late the seconds count; after that nobody holds the line any more.
 */
export function runningHolds(promised: readonly DuePromise[], now: number): readonly DuePromise[] {
  return promised.filter(({ kind, dueAt }) => kind === 'hold' && Math.abs(dueAt - now) < HOUR);
}

/** A promise that something can be done about now. */
export interface PromiseOffer {
  readonly promise: DuePromise;
  readonly isMissed: boolean;
  /** Others that are due or late as well. */
  readonly more: number;
}

/** Where a promise is answered: with which template, and in what word the key offers it. */
export interface PromiseAnswer {
  readonly word: 'extend' | 'move' | 'write' | 'apologize';
  /** Null for an empty reply. */
  readonly templateId: string | null;
}

/**
 * The promise to speak of now: first what still can be kept, then what was missed within the hour,
 * that of the ticket at hand before all others, then what that one was promised long ago.
 */
export function offeredPromise(state: UiState): PromiseOffer | null {
  const { promised, now } = state;
  const near = promised.filter(({ dueAt, warnAt }) => warnAt <= now && now <= dueAt);
  const missed = promised.filter(({ dueAt }) => dueAt < now);
  const lately = missed.filter(({ dueAt }) => now - dueAt < HOUR).toReversed();
  const inSight = ticketInSight(state);
  const [atHand] = missed.filter(({ ticketId }) => ticketId === inSight).toReversed();
  const first = lately.filter((one) => one === atHand);
  const due = new Set([...near, ...first, ...lately]);
  const [promise = atHand] = due;
  if (!promise) return null;
  return { promise, isMissed: promise.dueAt < now, more: Math.max(0, due.size - 1) };
}

function ticketInSight({ composer, tab, ticket, queue }: UiState): string | null {
  if (composer) return composer.ticketId;
  if (tab === 'ticket') return ticket?.view.ticket.id ?? null;
  return tab === 'queue' ? queue.selectedId : null;
}

const before = {
  hold: { word: 'extend', templateId: 'hold-extended' },
  deadline: { word: 'move', templateId: 'deadline-moved' },
  'call-back': { word: 'write', templateId: null },
  'next-update': { word: 'write', templateId: null },
} as const satisfies Record<DuePromise['kind'], PromiseAnswer>;

/** What helps: more time before the hour, an honest word after it. On the phone it is spoken. */
export function answerTo({ promise, isMissed }: PromiseOffer): PromiseAnswer {
  const { kind, channel } = promise;
  const { word, templateId }: PromiseAnswer = isMissed
    ? { word: 'apologize', templateId: 'promise-missed' }
    : before[kind];
  const isSpoken = channel === 'call' && (kind === 'hold' || kind === 'call-back');
  return { word, templateId: templateId && isSpoken ? `${templateId}-phone` : templateId };
}
