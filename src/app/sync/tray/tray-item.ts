import { articleOfEntity } from '../../../domain/article-event.ts';
import { personOfPractice } from '../../../domain/practice/practice-id.ts';
import { shiftRef } from '../../../domain/shift/shift-id.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import { typedBeside } from '../../../domain/typed-text.ts';
import type { Status } from '../../../domain/vocabulary.ts';
import type { Discrepancy, DiscrepancyKind, Settlement } from '../../../store/sync/tray-store.ts';
import type { MessageParams } from '../../../util/user-error.ts';
import type { Desk } from '../../desk/desk.ts';
import { liveText } from '../../knowledge/live-text.ts';
import { type Intent, intentOf } from './intent.ts';
import { type TrayAction, trayActions, writtenIn } from './tray-actions.ts';

export type { DiscrepancyKind, Settlement, TrayAction };

/** What stands there now, in the terms of the desk. */
export interface TheirSide {
  /** Who changed it last; null where nobody of the desk did, or nobody knows. */
  readonly byId: string | null;
  readonly by: string | null;
  readonly at: number | null;
  readonly status: Status | null;
  readonly line: string | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  /** The last public text, or the article as readers see it. */
  readonly text: string;
}

/** What a discrepancy is about. */
export interface TrayPlace {
  readonly type: Discrepancy['entityType'];
  readonly id: string;
  /** The ticket when it is one and I can open it. */
  readonly ticketId: string | null;
  /** Number of the ticket, id of the article, name of the shift; '' for what has no name any more. */
  readonly number: string;
  readonly subject: string;
}

/** One discrepancy as a person decides about it: both sides, and what can be done. */
export interface TrayItem {
  readonly id: string;
  readonly opId: string;
  readonly kind: DiscrepancyKind;
  readonly code: string;
  readonly params: MessageParams;
  readonly about: TrayPlace;
  /** What I intended. */
  readonly mine: Intent;
  /** Everything I typed. */
  readonly text: string;
  /** Of that, what others were to read. */
  readonly written: string;
  /** Of that, what stood beside it: reasons, what was promised. */
  readonly beside: readonly string[];
  readonly typedAt: number;
  /** Null for what I may not see. */
  readonly theirs: TheirSide | null;
  readonly createdAt: number;
  readonly can: readonly TrayAction[];
  readonly settled: Discrepancy['settled'];
}

/** A discrepancy with what stands there now. */
export function trayItem(desk: Desk, found: Discrepancy): TrayItem {
  const { id, opId, kind, code, params, text, typedAt, createdAt, settled } = found;
  const ticket = found.entityType === 'ticket' ? desk.tickets.byId(found.entityId) : null;
  return {
    ...{ id, opId, kind, code, text, typedAt, createdAt, settled },
    params: withName(desk, params),
    about: placeOf(desk, found, ticket),
    mine: intentOf(desk, found),
    written: writtenIn(found),
    beside: found.mine === null ? [] : typedBeside(found.mine),
    theirs: theirSide(desk, found, ticket),
    can: settled === null ? trayActions(desk, found) : [],
  };
}

/** Rules know ids only, a sentence needs the name. */
function withName(desk: Desk, params: MessageParams): MessageParams {
  const { personId } = params;
  const person = typeof personId === 'string' ? desk.people.person(personId)?.name : undefined;
  return person === undefined ? params : { ...params, person };
}

function placeOf(desk: Desk, found: Discrepancy, ticket: Ticket | null): TrayPlace {
  const { entityType: type, entityId: id, mine } = found;
  const about = { type, id, ticketId: ticket?.id ?? null };
  if (ticket) return { ...about, number: ticket.number, subject: ticket.subject };
  if (mine?.type === 'register') return { ...about, number: '', subject: mine.subject };
  const article = articleOfEntity(id);
  if (article) return { ...about, number: article.id, subject: '' };
  if (type === 'shift') return { ...about, number: shiftRef(id), subject: '' };
  const learner = personOfPractice(id);
  if (learner !== null) return { ...about, number: '', subject: recordName(desk, learner) };
  return { ...about, number: '', subject: nameIn(mine) ?? recordName(desk, id) };
}

/** The name of what was to be saved: it may be known nowhere else. */
function nameIn(mine: Discrepancy['mine']): string | null {
  switch (mine?.type) {
    case 'save-person':
      return mine.person.name;
    case 'save-customer':
      return mine.customer.name;
    case 'save-contact':
      return mine.contact.name;
    case 'save-asset':
      return mine.asset.name;
    case 'save-queue':
      return mine.queue.title;
    default:
      return null;
  }
}

function recordName({ people }: Desk, id: string): string {
  const record = people.person(id) ?? people.customer(id) ?? people.contact(id);
  return record?.name ?? '';
}

function theirSide(desk: Desk, found: Discrepancy, ticket: Ticket | null): TheirSide | null {
  const { theirs, entityId } = found;
  const article = articleOfEntity(entityId);
  const now = ticket ? ticketSide(desk, ticket, found.opId) : null;
  // What the server said with its refusal may be news that has not come here yet.
  if (now !== null && (theirs?.at ?? 0) <= (now.at ?? 0)) return now;
  if (theirs === null && article === null) return null;
  const name = (id: string | null) => (id === null ? null : (desk.people.person(id)?.name ?? null));
  const [byId, assigneeId] = [theirs?.byId ?? null, theirs?.assigneeId ?? null];
  return {
    ...{ byId, by: name(byId), at: theirs?.at ?? null },
    // What the server says goes by the codes of the desk; another one is shown as it is.
    status: (theirs?.status as Status | undefined) ?? null,
    line: theirs?.line ?? null,
    ...{ assigneeId, assignee: name(assigneeId) },
    text: (article ? liveText(desk, article)?.text : null) ?? theirs?.text ?? '',
  };
}

/** The ticket as it stands here, without what is being decided about; others are named before me. */
function ticketSide(desk: Desk, ticket: Ticket, opId: string): TheirSide {
  const events = desk.tickets.events(ticket.id).filter((event) => event.opId !== opId);
  // What the server noted by itself was done by nobody.
  const isOthers = ({ byId }: { readonly byId: string | null }) =>
    byId !== null && byId !== desk.me.id;
  const last = events.findLast(isOthers) ?? events.at(-1);
  const entry = desk.tickets
    .entries(ticket.id)
    .findLast(({ id, visibility }) => visibility === 'public' && !id.startsWith(`${opId}:`));
  const byId = last?.byId ?? null;
  return {
    byId,
    by: byId === null ? null : (desk.people.person(byId)?.name ?? null),
    at: last?.at ?? null,
    status: ticket.status,
    line: ticket.line,
    assigneeId: ticket.assigneeId,
    assignee: ticket.assigneeId && (desk.people.person(ticket.assigneeId)?.name ?? null),
    text: entry?.text ?? '',
  };
}
