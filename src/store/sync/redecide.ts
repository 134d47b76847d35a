import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import type { DecideArticleContext } from '../../domain/decide-review.ts';
import type { DeskConfig } from '../../domain/desk-config.ts';
import type { Op } from '../../domain/op.ts';
import type { DecidePracticeContext } from '../../domain/practice/practice-context.ts';
import type { DecideShiftContext } from '../../domain/shift/shift-context.ts';
import type { Entry, Ticket } from '../../domain/ticket.ts';
import type { ArticleKey, ParseArticle } from '../article/article-version-store.ts';
import type { PublishedArticles } from '../article/published-articles.ts';

/** An operation whose effects stand here provisionally. */
export type PendingOp = Omit<Op, 'client' | 'isDemo' | 'heldUntil'> & {
  /** Its place in the outbox. */
  readonly seq: number;
};

/** Tickets as they are while pending operations are decided again. */
export interface TicketWorld {
  readonly ticket: (id: string) => Ticket | null;
  readonly entry: (ticketId: string, entryId: string) => Entry | null;
  /** The number for a new ticket: the one it had, where that is still free. */
  readonly nextNumber: () => string;
}

/** What deciding again needs from the desk: its rules, its people, its files. */
export interface Redecide {
  /** The rules in force. */
  desk(): DeskConfig;
  ticket(op: PendingOp & { readonly payload: TicketCommand }, world: TicketWorld): DecideContext;
  article(op: PendingOp, key: ArticleKey): DecideArticleContext;
  shift(op: PendingOp, world: Pick<TicketWorld, 'ticket'>): DecideShiftContext;
  practice(op: PendingOp): DecidePracticeContext;
  /** A number of this device that no ticket has. */
  freshNumber(): string;
  readonly readArticle: ParseArticle;
  readonly published: PublishedArticles;
}
