import type { TicketEvent } from '../../domain/event.ts';
import type { OutageReport, OutageStep } from '../../domain/report/outage-report.ts';
import { planAt } from '../../domain/shift/plan-shift.ts';
import type { CustomerPromise, Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';
import { idOfPlan } from '../shift/current-shift.ts';
import { isOutage, outageOf } from './outage-record.ts';
import { type ReportContext, reportContext, shortened } from './report-context.ts';

type Row = OutageReport['timeline'][number];

const LONGEST = 200;

/** The record of an outage as it stands; null for a ticket that is none. */
export function outageReport(desk: Desk, ticket: Ticket): OutageReport | null {
  if (!isOutage(ticket)) return null;
  const plan = planAt(desk.config, desk.clock.now());
  const shift = { id: idOfPlan(desk, plan), plan, state: null };
  const context = reportContext(desk, shift, desk.clock.now());
  const incident = outageOf(context, ticket);
  return {
    incident,
    timeline: timelineOf(context, ticket, incident.startedAt),
    updates: updatesOf(ticket, context.asOf),
  };
}

function timelineOf(context: ReportContext, ticket: Ticket, startedAt: number): readonly Row[] {
  const { desk } = context;
  const texts = new Map(desk.tickets.entries(ticket.id).map(({ id, text }) => [id, text]));
  const rows = desk.tickets.events(ticket.id).flatMap((event): readonly Row[] => {
    const [step, text] = stepOf(context, event, texts);
    if (step === null) return [];
    const by = context.named(event.byId)?.name ?? null;
    const { fact } = event;
    const dueAt = fact.type === 'promise-made' ? fact.promise.dueAt : null;
    return [{ at: event.at, step, by, text: shortened(text, LONGEST), dueAt }];
  });
  const noticed: Row = { at: startedAt, step: 'noticed', by: null, text: '', dueAt: null };
  return [noticed, ...rows].toSorted((a, b) => a.at - b.at);
}

const nothing = [null, ''] as const;

function stepOf(
  context: ReportContext,
  { fact }: TicketEvent,
  texts: ReadonlyMap<string, string>,
): readonly [OutageStep | null, string] {
  const name = (id: string | null) => context.named(id)?.name ?? '';
  switch (fact.type) {
    case 'registered':
      return ['registered', fact.ticket.subject];
    case 'assigned':
      return fact.personId === null ? nothing : ['taken', name(fact.personId)];
    case 'entry-added': {
      const { visibility, author, id } = fact.entry;
      const isTold = visibility === 'public' && author.type === 'person';
      return isTold ? ['told', texts.get(id) ?? ''] : nothing;
    }
    case 'handed-over':
      return ['handed', [fact.handover.toLine, name(fact.handover.toId)].filter(Boolean).join(' ')];
    case 'vendor-noted':
      return ['handed', [fact.vendorCase.vendor, fact.vendorCase.ref].filter(Boolean).join(' ')];
    case 'ladder-called':
      return ['called', name(fact.call.personId)];
    case 'many-written':
      return ['told', numbersOf(context, fact.ticketIds)];
    case 'promise-made':
      return ['promised', fact.promise.text];
    case 'status-changed':
      if (fact.to === 'resolved') return ['restored', ''];
      return fact.to === 'closed' ? ['closed', ''] : nothing;
    default:
      return nothing;
  }
}

function numbersOf({ desk }: ReportContext, ids: readonly string[]): string {
  return ids.flatMap((id) => desk.tickets.byId(id)?.number ?? []).join(', ');
}

/** Of promises that were moved the new one counts. */
function updatesOf({ promises }: Ticket, now: number): OutageReport['updates'] {
  const isKept = ({ state }: CustomerPromise) => state === 'kept';
  const due = promises.filter((one) => {
    if (one.kind !== 'next-update' || one.state === 'moved') return false;
    return one.state !== 'open' || one.dueAt < now;
  });
  return { numerator: due.filter(isKept).length, denominator: due.length };
}
