import type { TicketArticle } from '../../app/knowledge/ticket-articles.ts';
import type { SimilarTicket } from '../../app/ticket/similar-tickets.ts';

/** What may help with one ticket. It appears by itself and does nothing by itself. */
export interface Beside {
  readonly ticketId: string;
  /** Null while it is looked for. */
  readonly articles: readonly TicketArticle[] | null;
  readonly similar: readonly SimilarTicket[] | null;
  /** Place of the item that the keys mean, among all of them. */
  readonly selected: number;
}

/** A resolved ticket that could come again. */
export interface Lesson {
  readonly ticketId: string;
  readonly number: string;
}

/** One thing beside a ticket. */
export type BesideItem =
  | ({ readonly kind: 'article' } & TicketArticle)
  | { readonly kind: 'ticket'; readonly ticket: SimilarTicket };

/** Everything beside a ticket in the order in which it is walked through. */
export function besideItems(beside: Beside | null): readonly BesideItem[] {
  const articles = (beside?.articles ?? []).map((found): BesideItem => {
    return { kind: 'article', ...found };
  });
  const tickets = (beside?.similar ?? []).map((ticket): BesideItem => ({ kind: 'ticket', ticket }));
  return [...articles, ...tickets];
}

/** The item that the keys mean. */
export function selectedBeside(beside: Beside | null): BesideItem | null {
  return beside === null ? null : (besideItems(beside)[beside.selected] ?? null);
}

/** Whether a row is kept for it: while it is looked for too, so that no text jumps when it is found. */
export function hasBeside(beside: Beside | null, ticketId: string | undefined): boolean {
  if (beside === null || beside.ticketId !== ticketId) return false;
  return beside.similar === null || besideItems(beside).length > 0;
}
