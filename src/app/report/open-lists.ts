import type { ReportTicket, RestItem, WaitingItem } from '../../domain/report/shift-report.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { Found } from './red-items.ts';
import { type ReportContext, reportTicket } from './report-context.ts';

const DAY = 86_400_000;
/** Nobody has touched it for so long although it is ours to move. */
const DRAGGING = 3 * DAY;

const ours: readonly Status[] = ['new', 'open', 'waiting-third-party'];

/** Open tickets that wait for a customer, a vendor or another line: the longest waiting first. */
export function waitingItems(context: ReportContext, limit: number): Found<WaitingItem> {
  const { past, desk } = context;
  const { tickets, total } = past.open({
    where: {
      text: `l.status IN ('waiting-customer', 'waiting-third-party') OR l.handover = 'waiting'`,
      values: [],
    },
    fits: (ticket) => waitsFor(ticket) !== null,
    orderBy: 'l.updated_at',
    limit,
  });
  const items = tickets.flatMap((ticket): readonly WaitingItem[] => {
    const on = waitsFor(ticket);
    if (on === null) return [];
    const handedAt = ticket.handover?.at ?? ticket.createdAt;
    const since = on === 'line' ? handedAt : (ticket.statusLog.at(-1)?.at ?? ticket.createdAt);
    const nudgeAt = nudgeOf(ticket, on, desk.config.remindEveryMs);
    return [{ ...reportTicket(context, ticket), on, since, nudgeAt }];
  });
  return { items: items.toSorted((a, b) => a.since - b.since).slice(0, limit), total };
}

function waitsFor({ status, handover }: Ticket): WaitingItem['on'] | null {
  if (status === 'waiting-customer') return 'customer';
  if (status === 'waiting-third-party') return 'vendor';
  return handover?.state === 'waiting' ? 'line' : null;
}

function nudgeOf(ticket: Ticket, on: WaitingItem['on'], everyMs: number): number | null {
  if (on === 'vendor') return ticket.vendorCase?.dueAt ?? null;
  if (on === 'line' || ticket.lastPublicAt === null) return null;
  return Math.max(ticket.lastPublicAt, ticket.reminded?.lastAt ?? 0) + everyMs;
}

/** Open tickets whose solution came back, the most often first. */
export function returnedItems(
  context: ReportContext,
  limit: number,
): Found<ReportTicket & { readonly times: number }> {
  const { tickets, total } = context.past.open({
    where: { text: 'l.returns > 0', values: [] },
    fits: ({ returns }) => returns > 0,
    orderBy: 'l.returns DESC, l.seq',
    limit,
  });
  const items = tickets
    .toSorted((a, b) => b.returns - a.returns)
    .slice(0, limit)
    .map((ticket) => ({ ...reportTicket(context, ticket), times: ticket.returns }));
  return { items, total };
}

/** Open tickets that are ours to move and that nobody has touched for days, the longest first. */
export function draggingItems(
  context: ReportContext,
  limit: number,
): Found<ReportTicket & { readonly since: number }> {
  const before = context.asOf - DRAGGING;
  const { tickets, total } = context.past.open({
    where: {
      text: `l.updated_at < ? AND l.status IN ('new', 'open', 'waiting-third-party')`,
      values: [before],
    },
    fits: ({ updatedAt, status }) => updatedAt < before && ours.includes(status),
    orderBy: 'l.updated_at',
    limit,
  });
  const items = tickets
    .toSorted((a, b) => a.updatedAt - b.updatedAt)
    .slice(0, limit)
    .map((ticket) => ({ ...reportTicket(context, ticket), since: ticket.updatedAt }));
  return { items, total };
}

/** Open tickets of the people of the shift, or of everybody where no roster is kept. */
export function restItems(
  context: ReportContext,
  limit: number,
  red: ReadonlySet<string>,
): Found<RestItem> {
  const notes = new Map(context.shift.state?.notes.map((note) => [note.ticketId, note.newOwnerId]));
  const members = context.shift.state?.members.map(({ personId }) => personId) ?? [];
  const isTheirs = ({ assigneeId }: Ticket) =>
    assigneeId !== null && (members.length === 0 || members.includes(assigneeId));
  const { tickets, total } = context.past.open({
    where: {
      text:
        members.length === 0
          ? 'l.assignee_id IS NOT NULL'
          : 'l.assignee_id IN (SELECT value FROM json_each(?))',
      values: members.length === 0 ? [] : [JSON.stringify(members)],
    },
    fits: isTheirs,
    orderBy: 'l.next_action_at',
    limit,
  });
  const others = tickets.filter(({ id }) => !red.has(id));
  return {
    items: others.slice(0, limit).map((ticket) => ({
      ...reportTicket(context, ticket),
      promisedAt: openPromises(ticket)[0]?.dueAt ?? null,
      newOwner: context.named(notes.get(ticket.id) ?? null),
    })),
    total: total - (tickets.length - others.length),
  };
}
