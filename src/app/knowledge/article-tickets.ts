import type { QueueRow } from '../../domain/selection.ts';
import { toFtsQuery } from '../../search/index-text.ts';
import type { Desk } from '../desk/desk.ts';
import { ticketRow } from '../ticket/ticket-row.ts';
import { articleMarks } from './reader-stores.ts';

/** A ticket that an article has to do with. */
export interface ArticleTicket {
  readonly ticket: QueueRow;
  /** Somebody said from the ticket that the article helped; else its text is quoted there. */
  readonly hasHelped: boolean;
}

/** A word of an id stands in many tickets: so many of the newest are looked through. */
const MOST_CANDIDATES = 200;

/** The tickets that an article helped with or that mention it as `[its-id]`, the helped first. */
export function articleTickets(desk: Desk, articleId: string): readonly ArticleTicket[] {
  const helped = new Set(articleMarks(desk).ticketsHelped(articleId));
  const solved = [...helped].flatMap((id) => desk.tickets.byId(id) ?? []);
  return [
    ...solved.map((ticket) => ({ ticket: ticketRow(desk, ticket), hasHelped: true })),
    ...mentions(desk, articleId)
      .filter(({ id }) => !helped.has(id))
      .map((ticket) => ({ ticket, hasHelped: false })),
  ];
}

function mentions(desk: Desk, articleId: string): readonly QueueRow[] {
  const match = toFtsQuery(articleId, { prefixLast: false });
  if (match === null) return [];
  const selection = {
    queue: null,
    conditions: [],
    match,
    number: null,
    sort: [],
    group: null,
    meId: desk.me.id,
    myLine: desk.me.line,
    now: desk.clock.now(),
  };
  const name = `[${articleId}]`;
  return desk.queues
    .page(selection, { offset: 0, limit: MOST_CANDIDATES })
    .filter(({ id }) => desk.tickets.entries(id).some(({ text }) => text.includes(name)));
}
