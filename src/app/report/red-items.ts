import {
  type RedItem,
  type RedReason,
  type ReportPromise,
  redReasons,
} from '../../domain/report/shift-report.ts';
import { hasOneOwner } from '../../domain/shift/blocking.ts';
import { nextDueAt } from '../../domain/sla.ts';
import { isOpenStatus } from '../../domain/status-path.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { policyCustomer } from '../sla/policy-customer.ts';
import { nextActionOf } from './next-action.ts';
import { type ReportContext, reportTicket } from './report-context.ts';

/** A list, and how long it would have been. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Open tickets that cannot wait for their turn: the most severe first. */
export function redItems(context: ReportContext, limit: number): Found<RedItem> {
  const { past, soon, reader } = context;
  const { tickets, total } = past.open({
    where: {
      text: `l.priority IN ('P1', 'P2') OR l.is_mass = 1 OR l.is_breached = 1 OR l.next_due_at < ?`,
      values: [soon],
    },
    fits: (ticket) => whyRed(context, ticket).why.length > 0,
    orderBy: `l.is_mass = 1 OR l.priority = 'P1' DESC, l.priority, l.next_due_at IS NULL, l.next_due_at`,
    limit,
  });
  const red = tickets
    .map((ticket) => ({ ticket, ...whyRed(context, ticket) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => rank(a) - rank(b) || (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))
    .slice(0, limit);
  const notes = reader.lastNotes(red.map(({ ticket }) => ticket.id));
  const items = red.map(({ ticket, why, dueAt }): RedItem => {
    const { newOwnerId, ...next } = nextActionOf(context, ticket, notes.get(ticket.id));
    return {
      ...reportTicket(context, ticket),
      ...next,
      why,
      dueAt,
      newOwner: context.named(newOwnerId),
      hasOneOwner: hasOneOwner(ticket),
    };
  });
  return { items, total };
}

interface Red {
  readonly ticket: Ticket;
  readonly why: readonly RedReason[];
  readonly dueAt: number | null;
}

/** Mass incidents and P1 first, past P2, what was missed, what is due. */
function rank({ why }: Red): number {
  const [first = 'due-soon'] = why;
  return first === 'mass-incident' ? 0 : redReasons.indexOf(first);
}

function whyRed(context: ReportContext, ticket: Ticket): Pick<Red, 'why' | 'dueAt'> {
  const { desk, soon, asOf } = context;
  const dueAt = nextDueAt(ticket, desk.config, policyCustomer(desk, ticket));
  const isMissed = ticket.breaches?.some((breach) => breach.dueAt <= asOf) ?? false;
  const is: Readonly<Record<RedReason, boolean>> = {
    p1: ticket.priority === 'P1',
    p2: ticket.priority === 'P2',
    breached: isMissed || (dueAt !== null && dueAt < asOf),
    'due-soon': dueAt !== null && dueAt >= asOf && dueAt < soon,
    'mass-incident': ticket.isMassIncident === true,
  };
  return { why: redReasons.filter((reason) => is[reason]), dueAt };
}

/** Promises that come due soon after the shift, and those that nobody has kept: the nearest first. */
export function duePromises(context: ReportContext, limit: number): Found<ReportPromise> {
  const { desk, reader, past, soon, shift } = context;
  const notes = new Map(shift.state?.notes.map((note) => [note.ticketId, note.newOwnerId]));
  const rows = reader.openPromises(soon, limit);
  const items = rows.flatMap((row): readonly ReportPromise[] => {
    const ticket = past.byId(row.ticketId);
    if (!ticket || !isOpenStatus(desk.config, ticket.status)) return [];
    return [
      {
        ...reportTicket(context, ticket),
        promiseId: row.id,
        promise: row.kind,
        text: row.text,
        dueAt: row.dueAt,
        newOwner: context.named(notes.get(ticket.id) ?? null),
      },
    ];
  });
  return { items, total: rows.length < limit ? items.length : reader.countPromises(soon) };
}
