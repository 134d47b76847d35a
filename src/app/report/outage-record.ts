import type { ReportIncident } from '../../domain/report/shift-report.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { detailOf } from '../../domain/work/work.ts';
import type { StoredEntry } from '../../store/ticket/entry-row.ts';
import { nextActionOf } from './next-action.ts';
import { type ReportContext, reportTicket, shortened } from './report-context.ts';

const MINUTE = 60_000;
const MOST_TOLD = 20;
const MOST_OUTAGES = 60;

/** Whether a ticket is an outage: critical, of many, or of a provider. */
export function isOutage({ priority, isMassIncident, kind, parentId }: Ticket): boolean {
  if (parentId !== undefined) return false;
  return isMassIncident === true || kind === 'provider-outage' || priority === 'P1';
}

/** What happened in an outage by the moment of a report: seen, told, taken, restored. */
export function outageOf(context: ReportContext, ticket: Ticket): ReportIncident {
  const { desk, asOf } = context;
  const entries = desk.tickets.entries(ticket.id).filter(({ at }) => at <= asOf);
  const startedAt = instantOf(ticket, 'since') ?? ticket.createdAt;
  const restoredAt = instantOf(ticket, 'restored-at') ?? ticket.resolvedAt;
  const note = entries.findLast(({ kind, author }) => kind === 'note' && author.type === 'person');
  const { nextAction } = nextActionOf(context, ticket, note);
  return {
    ...reportTicket(context, ticket),
    startedAt,
    noticedBy: noticedBy(ticket, entries[0]),
    told: toldOf(context, ticket, entries).slice(0, MOST_TOLD),
    takenAt: takenAt(context, ticket),
    restoredAt,
    minutes:
      restoredAt === null ? null : Math.max(0, Math.round((restoredAt - startedAt) / MINUTE)),
    provider: detailOf(ticket, 'provider') ?? ticket.vendorCase?.vendor ?? null,
    cause: shortened(detailOf(ticket, 'cause') ?? detailOf(ticket, 'delay') ?? '', 400),
    nextAction: restoredAt === null ? nextAction : '',
    affected: Math.max(1, ticket.childIds?.length ?? 0),
  };
}

function instantOf(ticket: Ticket, field: string): number | null {
  const at = Date.parse(detailOf(ticket, field) ?? '');
  return Number.isNaN(at) ? null : at;
}

/** Monitoring and colleagues are us; whoever wrote first is a customer otherwise. */
function noticedBy(
  { channel, audience }: Ticket,
  first: StoredEntry | undefined,
): ReportIncident['noticedBy'] {
  if (channel === 'monitoring' || channel === 'internal' || audience === 'internal') return 'us';
  if (first?.author.type === 'contact') return 'customer';
  return first?.author.type === 'person' && first.kind === 'note' ? 'us' : null;
}

/** The customer by our public words, colleagues and vendors by calls of the ladder. */
function toldOf(context: ReportContext, ticket: Ticket, entries: readonly StoredEntry[]) {
  const customer = context.customerName(ticket.customerId) ?? '';
  const said = entries
    .filter(({ visibility, author }) => visibility === 'public' && author.type === 'person')
    .map(({ at }) => ({ to: customer, at }));
  const called = (ticket.ladderCalls ?? [])
    .filter(({ outcome }) => outcome === 'answered')
    .map(({ personId, at }) => ({ to: context.named(personId)?.name ?? '', at }));
  const vendor = ticket.vendorCase;
  const asked = vendor ? [{ to: vendor.vendor, at: vendor.since }] : [];
  return [...said, ...called, ...asked].toSorted((a, b) => a.at - b.at);
}

/** When somebody of the desk first had it. */
function takenAt({ desk, asOf }: ReportContext, ticket: Ticket): number | null {
  const taken = desk.tickets.events(ticket.id).find(({ at, fact }) => {
    if (at > asOf) return false;
    if (fact.type === 'registered') return fact.ticket.assigneeId !== null;
    return fact.type === 'assigned' && fact.personId !== null;
  });
  return taken?.at ?? null;
}

/** Outages that were open at any time of the shift, the latest first, and how many there were. */
export function incidentsOf(context: ReportContext) {
  const { reader, past } = context;
  const { ids, total } = reader.outages(MOST_OUTAGES);
  const items = ids
    .flatMap((id) => past.byId(id) ?? [])
    .filter(isOutage)
    .map((ticket) => outageOf(context, ticket))
    .toSorted((a, b) => b.startedAt - a.startedAt);
  return { items, total: ids.length < total ? total : items.length };
}
