import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { runningDeadlines } from '../../domain/sla.ts';
import type { ReportedFact } from '../../store/report/report-reader.ts';
import { policyCustomer } from '../sla/policy-customer.ts';
import { type ReportContext, reportTicket } from './report-context.ts';

type Breached = ShiftReport['breached'][number];

const MOST_LATE = 500;

/** Deadlines that passed in the time of a report, the oldest first; none twice. */
function breachedItems(context: ReportContext, facts: readonly ReportedFact[]) {
  const { scope, asOf } = context;
  const found = new Map<string, { ticketId: string; target: string; dueAt: number }>();
  const add = (ticketId: string, target: string, dueAt: number) => {
    if (dueAt < scope.from || dueAt > asOf) return;
    found.set(`${ticketId} ${target} ${dueAt}`, { ticketId, target, dueAt });
  };
  for (const { ticketId, fact } of facts) {
    if (fact.type === 'deadline-missed') add(ticketId, fact.breach.target, fact.breach.dueAt);
  }
  const late = lateNow(context);
  for (const { ticketId, target, dueAt } of late.deadlines) add(ticketId, target, dueAt);
  const items = [...found.values()]
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .flatMap(({ ticketId, target, dueAt }): readonly Breached[] => {
      const ticket = context.past.byId(ticketId);
      return ticket ? [{ ...reportTicket(context, ticket), target, dueAt }] : [];
    });
  return { items, total: items.length + late.more };
}

/** Deadlines that have passed and that nobody has noted as missed yet; `more` tickets are not looked at. */
function lateNow({ past, desk, scope, asOf }: ReportContext) {
  const { tickets, total } = past.open({
    where: { text: 'l.next_due_at >= ? AND l.next_due_at < ?', values: [scope.from, asOf] },
    fits: () => true,
    orderBy: 'l.next_due_at',
    limit: MOST_LATE,
  });
  const deadlines = tickets.flatMap((ticket) =>
    runningDeadlines(ticket, desk.config, policyCustomer(desk, ticket))
      .filter(({ dueAt }) => dueAt < asOf)
      .map(({ target, dueAt }) => ({ ticketId: ticket.id, target, dueAt })),
  );
  return { deadlines, more: total - tickets.length };
}

/** How often tickets went from one line to another, or to somebody who decides; the most first. */
function escalationsOf(
  { asOf }: ReportContext,
  facts: readonly ReportedFact[],
): ShiftReport['escalations'] {
  const counted = new Map<string, { readonly from: string; readonly to: string; n: number }>();
  for (const { fact } of facts) {
    if (fact.type !== 'handed-over' || fact.handover.at > asOf) continue;
    const { kind, fromLine, toLine } = fact.handover;
    const to = kind === 'line' || kind === 'vendor' ? toLine : kind;
    const key = `${fromLine} ${to}`;
    const known = counted.get(key);
    counted.set(key, { from: fromLine, to, n: (known?.n ?? 0) + 1 });
  }
  return [...counted.values()].toSorted((a, b) => b.n - a.n);
}

/** What was missed and handed on in the time of a report. */
export function missedOf(context: ReportContext) {
  const facts = context.reader.reportedFacts();
  return { breached: breachedItems(context, facts), escalations: escalationsOf(context, facts) };
}
