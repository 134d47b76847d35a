import type { HelpRequest, Review } from '../../domain/supervision/supervision.ts';
import { waitingReview } from '../../domain/supervision/supervision.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { type HelpCount, SupervisionReader } from '../../store/supervision/supervision-reader.ts';
import type { Desk } from '../desk/desk.ts';
import { type TicketNews, ticketNews } from '../ticket/ticket-news.ts';

export type { HelpCount };

/** A reply that waits for a mentor. */
export interface WaitingReview {
  readonly ticket: Ticket;
  readonly review: Review;
}

/** Somebody who waits for a helping hand. */
export interface OpenHelp {
  readonly ticket: Ticket;
  readonly help: HelpRequest;
}

/** Replies on review, the longest waiting first. */
export function waitingReviews(desk: Desk): readonly WaitingReview[] {
  return new SupervisionReader(desk.store.sql)
    .onReview()
    .flatMap((ticket) => {
      const review = waitingReview(ticket);
      return review ? [{ ticket, review }] : [];
    })
    .toSorted((a, b) => a.review.since - b.review.since);
}

/** Calls for help, the longest waiting first. */
export function openHelps(desk: Desk): readonly OpenHelp[] {
  return new SupervisionReader(desk.store.sql)
    .needingHelp()
    .flatMap((ticket) => (ticket.helps ?? []).map((help) => ({ ticket, help })))
    .toSorted((a, b) => a.help.at - b.help.at);
}

/** How many replies and calls for help wait. */
export function supervisionCounts(desk: Desk): {
  readonly reviews: number;
  readonly helps: number;
} {
  const reader = new SupervisionReader(desk.store.sql);
  return { reviews: reader.reviewsWaiting(), helps: reader.helpsOpen() };
}

/** Help asked and given by each person between two moments (epoch ms): both are to their credit. */
export function helpStats(
  desk: Desk,
  { from, until }: { readonly from: number; readonly until: number },
): ReadonlyMap<string, HelpCount> {
  return new SupervisionReader(desk.store.sql).helpCounts(from, until);
}

/** What happened to a ticket since a reply was handed in: the customer may have written again. */
export function newsSinceReview(desk: Desk, { id, review }: Ticket): readonly TicketNews[] {
  const events = desk.tickets.events(id);
  const asked = events.findLastIndex(({ fact }) => {
    return fact.type === 'review-asked' && fact.review.id === review?.id;
  });
  const news = asked < 0 ? [] : ticketNews(desk, id, asked + 1);
  // What colleagues tell each other changes nothing of what the customer is to get.
  return news.filter(({ kind }) => kind !== 'noted');
}

/** What became of a reply of mine that a mentor settled. */
export interface SettledReview {
  readonly ticket: Ticket;
  readonly review: Review;
}

/** Replies of mine that a mentor settled since a moment and that I was not told of yet: once each. */
export function takeSettledReviews(desk: Desk, since: number): readonly SettledReview[] {
  const settled = new SupervisionReader(desk.store.sql).settledSince(desk.me.id, since);
  return settled.flatMap((ticketId) => {
    const ticket = desk.tickets.byId(ticketId);
    const review = ticket?.review;
    const key = `told-review/${review?.id}/${review?.state}`;
    if (!ticket || !review || desk.meta.get(key) !== null) return [];
    desk.meta.set(key, '1');
    return [{ ticket, review }];
  });
}
