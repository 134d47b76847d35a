import { owedBriefs } from '../../app/handover/list-waiting.ts';
import { queuePage } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { warnAt } from '../../domain/promise-warning.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { openPromises } from '../../domain/ticket.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import type { Ui } from './ui.ts';

/** What of a ticket can ring. Times are epoch ms. */
export interface RingTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly assigneeId: string | null;
  /** Who made the assignee responsible; null when nobody of the desk did. */
  readonly assignedById: string | null;
  readonly lastCustomerAt: number | null;
  readonly returns: number;
  /** It came back so often that it went on to others: I owe a brief, or keep it until they accept. */
  readonly isLeftWithMe: boolean;
  readonly isUrgentOnMyLine: boolean;
  readonly promises: readonly { readonly dueAt: number; readonly warnAt: number }[];
}

/** The tickets that concern one person at one moment. */
export interface RingSnapshot {
  readonly at: number;
  readonly tickets: ReadonlyMap<string, RingTicket>;
}

export const ringKinds = ['assigned', 'answered', 'urgent', 'promise', 'returned'] as const;
export type RingKind = (typeof ringKinds)[number];

export interface Ring {
  readonly kind: RingKind;
  readonly ticketId: string;
  readonly number: string;
  readonly subject: string;
  /** A promise that has run out by now: nothing could ring in time. */
  readonly isLate: boolean;
}

export interface RingContext {
  readonly meId: string;
  /** Nothing rings until then. */
  readonly mutedUntil: number;
}

/** More tickets than this are nobody's own work; the rest stays silent. */
const MOST = 300;

/**
 * What rings between two snapshots. Exactly five things do: a ticket was given to me, a customer
 * answered in mine, a P1 came to my line, my promise runs out, a ticket came back.
 */
export function ringsOf(
  before: RingSnapshot | null,
  after: RingSnapshot,
  context: RingContext,
): readonly Ring[] {
  if (before === null || context.mutedUntil > after.at) return [];
  return [...after.tickets.values()].flatMap((ticket) => {
    const kind = ringOf(before, after.at, ticket, context);
    const { id: ticketId, number, subject, promises } = ticket;
    const [first] = promises.filter(runsOutBetween(before.at, after.at));
    const isLate = kind === 'promise' && first !== undefined && first.dueAt < after.at;
    return kind ? [{ kind, ticketId, number, subject, isLate }] : [];
  });
}

/** One ticket rings once at a time, with the weightiest reason. */
function ringOf(
  before: RingSnapshot,
  now: number,
  ticket: RingTicket,
  context: RingContext,
): RingKind | null {
  const { meId } = context;
  const old = before.tickets.get(ticket.id) ?? null;
  const isMine = ticket.assigneeId === meId;
  if (isMine && ticket.returns > (old?.returns ?? ticket.returns)) return 'returned';
  if (ticket.isLeftWithMe && !old?.isLeftWithMe) return 'returned';
  if (ticket.isUrgentOnMyLine && !old?.isUrgentOnMyLine && !isOwnDoing(ticket, meId)) {
    return 'urgent';
  }
  if (!isMine) return null;
  if (old?.assigneeId !== meId) return isOwnDoing(ticket, meId) ? null : 'assigned';
  if ((ticket.lastCustomerAt ?? 0) > (old.lastCustomerAt ?? 0)) return 'answered';
  return ticket.promises.some(runsOutBetween(before.at, now)) ? 'promise' : null;
}

function runsOutBetween(before: number, now: number) {
  return ({ warnAt }: RingTicket['promises'][number]) => before < warnAt && warnAt <= now;
}

function isOwnDoing(ticket: RingTicket, meId: string): boolean {
  return ticket.assigneeId === meId && ticket.assignedById === meId;
}

/** Reads what could ring now. `before` spares reading again who assigned a known ticket. */
export function ringSnapshot(ui: Ui, before: RingSnapshot | null = null): RingSnapshot {
  const desk = ui.desk();
  const tickets = new Map<string, RingTicket>();
  for (const id of concerning(ui)) {
    const ticket = desk.tickets.byId(id);
    if (!ticket || ticket.isAutomatic) continue;
    const known = before?.tickets.get(id);
    const isSame = known?.assigneeId === ticket.assigneeId;
    const assignedById = known && isSame ? known.assignedById : assigner(ui, ticket);
    tickets.set(id, ringTicket(ticket, assignedById, desk));
  }
  return { at: desk.clock.now(), tickets };
}

function concerning(ui: Ui): readonly string[] {
  const desk = ui.desk();
  const name = { ru: '', en: '' };
  const ids = (filter: Parameters<typeof selectTickets>[1], line: string) =>
    queuePage(desk, selectTickets(desk, filter, line).selection, { offset: 0, limit: MOST });
  const mine = ids({ code: 'mine', name, filter: { open: true, assignee: 'me' } }, '');
  const urgent = ids({ code: 'p1', name, filter: { open: true, line: 'mine' } }, 'priority:P1');
  const returned = owedBriefs(desk).filter((ticket) => isLeftWith(ticket, desk.me.id));
  return [...new Set([...mine, ...urgent, ...returned].map(({ id }) => id))];
}

function isLeftWith({ brief, careOfId }: Ticket, meId: string): boolean {
  return brief?.state === 'owed' && (brief.owedById === meId || careOfId === meId);
}

function ringTicket(
  ticket: Ticket,
  assignedById: string | null,
  { me, config }: ReturnType<Ui['desk']>,
): RingTicket {
  const { id, number, subject, assigneeId, lastCustomerAt, returns } = ticket;
  const isUrgentOnMyLine = ticket.priority === 'P1' && ticket.line === me.line;
  const promises = openPromises(ticket).map((promise) => {
    return { dueAt: promise.dueAt, warnAt: warnAt(promise, config) };
  });
  return {
    id,
    number,
    subject,
    assigneeId,
    assignedById,
    lastCustomerAt,
    returns,
    isLeftWithMe: isLeftWith(ticket, me.id),
    isUrgentOnMyLine,
    promises,
  };
}

function assigner(ui: Ui, ticket: Ticket): string | null {
  if (ticket.assigneeId === null) return null;
  const events = ui.desk().tickets.events(ticket.id);
  return events.findLast(({ fact }) => fact.type === 'assigned')?.byId ?? null;
}

/**
 * Rings for what happened since `before` and returns the snapshot to compare with next time.
 * Several rings at once become one: the first of them and how many more there are.
 */
export function ringForChanges(ui: Ui, before: RingSnapshot | null): RingSnapshot {
  const after = ringSnapshot(ui, before);
  const { mutedUntil, language, meId } = ui.store.get();
  const rings = ringsOf(before, after, { meId, mutedUntil });
  const [first] = rings;
  if (!first) return after;
  const t = workTexts(language);
  const more = rings.length > 1 ? ` ${t.ringMore(rings.length - 1)}` : '';
  const what = first.isLate ? promiseTexts(language).ringMissed : t.rings[first.kind];
  ui.terminal.ring(`${first.number}: ${what}${more}`, first.subject);
  return after;
}
