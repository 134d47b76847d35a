import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Channel, Language, Status, TicketKind } from '../../domain/vocabulary.ts';

/** How near the end of a promise is. */
export type PromiseState = 'none' | 'far' | 'near' | 'missed';

/** What is known when somebody is about to write: it tells what is likely said next. */
export interface ReplyMoment {
  readonly status: Status;
  readonly kind: TicketKind;
  readonly channel: Channel;
  readonly tags: readonly string[];
  readonly isFirstWord: boolean;
  /** The last word was the customer's. */
  readonly isAwaited: boolean;
  readonly promise: PromiseState;
  /** Null: not known. */
  readonly language: Language | null;
}

const NEAR_MS = 30 * 60_000;

/** What a ticket says about the next words to its customer. */
export function replyMoment(
  ticket: Ticket,
  { now, language }: { readonly now: number; readonly language: Language | null },
): ReplyMoment {
  const { status, kind, channel, tags, lastPublicAt, lastCustomerAt } = ticket;
  return {
    ...{ status, kind, channel, tags, language },
    isFirstWord: lastPublicAt === null,
    isAwaited: (lastCustomerAt ?? 0) > (lastPublicAt ?? 0),
    promise: promiseState(ticket, now),
  };
}

function promiseState(ticket: Ticket, now: number): PromiseState {
  const [next] = openPromises(ticket);
  const isBroken = ticket.promises.some((one) => {
    return one.state === 'broken' && (one.settledAt ?? 0) > (ticket.lastPublicAt ?? 0);
  });
  if (isBroken || (next && next.dueAt <= now)) return 'missed';
  if (next === undefined) return 'none';
  return next.dueAt - now <= NEAR_MS ? 'near' : 'far';
}
