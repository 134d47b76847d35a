import { warnAt } from '../../domain/promise-warning.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Channel, PromiseKind } from '../../domain/vocabulary.ts';
import type { Desk } from '../desk/desk.ts';
import { queuePage } from './list-queue.ts';
import { selectTickets } from './select-tickets.ts';

/** An open promise on a ticket of mine that is late or comes up today. Times are epoch ms. */
export interface DuePromise {
  readonly ticketId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly kind: PromiseKind;
  readonly dueAt: number;
  /** When to remind of it. */
  readonly warnAt: number;
}

/** What comes later than this can wait for a later look. */
const AHEAD_MS = 24 * 60 * 60_000;
/** Tickets that are looked at. */
const MOST = 300;

/** My promises that are late or come up within a day, nearest first: computed from stored times only. */
export function duePromises(desk: Desk): readonly DuePromise[] {
  const { selection } = selectTickets(desk, null, '');
  const mine = { ...selection, queue: { assignee: 'me', open: true, promised: true } } as const;
  const until = desk.clock.now() + AHEAD_MS;
  return queuePage(desk, mine, { offset: 0, limit: MOST })
    .filter(({ promiseAt }) => promiseAt !== null && promiseAt <= until)
    .flatMap(({ id }) => {
      const ticket = desk.tickets.byId(id);
      return ticket ? promisesOf(desk, ticket) : [];
    })
    .filter(({ dueAt }) => dueAt <= until)
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

function promisesOf(desk: Desk, ticket: Ticket): DuePromise[] {
  const { id: ticketId, number, channel } = ticket;
  return openPromises(ticket).map((promise) => {
    const { kind, dueAt } = promise;
    return { ticketId, number, channel, kind, dueAt, warnAt: warnAt(promise, desk.config) };
  });
}
