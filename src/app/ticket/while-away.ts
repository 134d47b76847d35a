import type { TicketEvent } from '../../domain/event.ts';
import { type CustomerPromise, openPromises } from '../../domain/ticket.ts';
import type { Draft } from '../../store/draft/draft-store.ts';
import type { Desk } from '../desk/desk.ts';
import { queuePage } from './list-queue.ts';
import { listDrafts } from './save-draft.ts';
import { selectTickets } from './select-tickets.ts';

/** A ticket of mine in which something happened; what is named is the last of its kind. */
export interface AwayTicket {
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  readonly at: number;
}

export interface AwayPromise extends AwayTicket {
  readonly promise: CustomerPromise;
}

export interface AwayChange extends AwayTicket {
  /** Somebody of the desk. */
  readonly byId: string;
  /** True when the ticket is no longer mine. */
  readonly isTaken: boolean;
}

/** What happened while nobody sat here. Times are epoch ms, lists run from the earliest. */
export interface WhileAway {
  readonly answers: readonly AwayTicket[];
  readonly promises: readonly AwayPromise[];
  readonly changes: readonly AwayChange[];
  readonly drafts: readonly Draft[];
}

/** A promise is near when it is due within this time; those that are late are near too. */
const NEAR_MS = 60 * 60_000;
/** Tickets that are looked at. */
const MOST = 500;

/** Answers in my tickets, promises that are near, what others did to them, and unfinished texts. */
export function whileAway(desk: Desk, since: number): WhileAway {
  const answers: AwayTicket[] = [];
  const changes: AwayChange[] = [];
  for (const id of desk.tickets.changedSince(since, MOST).toReversed()) {
    const news = newsOf(desk, id, since);
    if (news?.answer) answers.push(news.answer);
    if (news?.change) changes.push(news.change);
  }
  return { answers, changes, promises: nearPromises(desk), drafts: listDrafts(desk) };
}

/** What a ticket that is mine, or was when I left, went through. */
function newsOf(desk: Desk, ticketId: string, since: number) {
  const ticket = desk.tickets.byId(ticketId);
  if (!ticket) return null;
  const events = desk.tickets.events(ticketId);
  const isMine = ticket.assigneeId === desk.me.id;
  if (!isMine && holderAt(events, since) !== desk.me.id) return null;
  const later = events.filter((e) => e.at > since);
  const { number, subject } = ticket;
  const answered = later.findLast(isAnswer);
  const changed = later.findLast((e) => e.byId !== null && e.byId !== desk.me.id);
  const change: AwayChange | null = changed?.byId
    ? { ticketId, number, subject, at: changed.at, byId: changed.byId, isTaken: !isMine }
    : null;
  return {
    answer: isMine && answered ? { ticketId, number, subject, at: answered.at } : null,
    change,
  };
}

function holderAt(events: readonly TicketEvent[], at: number): string | null {
  let holder: string | null = null;
  for (const { at: then, fact } of events) {
    if (then > at) break;
    if (fact.type === 'registered') holder = fact.ticket.assigneeId;
    if (fact.type === 'assigned') holder = fact.personId;
  }
  return holder;
}

function isAnswer({ fact }: TicketEvent): boolean {
  return fact.type === 'entry-added' && fact.entry.author.type === 'contact';
}

/** Whether there is anything to tell. */
export function isQuiet({ answers, promises, changes, drafts }: WhileAway): boolean {
  return answers.length + promises.length + changes.length + drafts.length === 0;
}

function nearPromises(desk: Desk): AwayPromise[] {
  const { selection } = selectTickets(desk, null, '');
  const mine = { ...selection, queue: { assignee: 'me', open: true, promised: true } } as const;
  const until = desk.clock.now() + NEAR_MS;
  return queuePage(desk, mine, { offset: 0, limit: MOST }).flatMap((row) => {
    if (row.promiseAt === null || row.promiseAt > until) return [];
    const ticket = desk.tickets.byId(row.id);
    const [promise] = ticket ? openPromises(ticket) : [];
    const { id: ticketId, number, subject } = row;
    return promise ? [{ ticketId, number, subject, at: promise.dueAt, promise }] : [];
  });
}
