import type { Named, ReportTicket } from '../../domain/report/shift-report.ts';
import { nextPlan } from '../../domain/shift/plan-shift.ts';
import { readShiftId } from '../../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import { isOpenStatus } from '../../domain/status-path.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { ReportReader } from '../../store/report/report-reader.ts';
import type { ReportScope } from '../../store/report/report-scope.ts';
import { TicketsThen } from '../../store/report/tickets-then.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';

const HOUR = 3_600_000;
/** What comes due so soon after a shift is handed over by name. */
const AHEAD = 2 * HOUR;

/** What the parts of a report are compiled from. */
export interface ReportContext {
  readonly desk: Desk;
  readonly shift: FoundShift;
  readonly scope: ReportScope;
  readonly asOf: number;
  /**
   * The end of what is counted, which is outside: of the shift, or of the night after it where
   * nobody works. What happens as the next one begins is counted there.
   */
  readonly until: number;
  /** What is due before this cannot wait for the next shift to look round. Epoch ms. */
  readonly soon: number;
  readonly past: TicketsThen;
  readonly reader: ReportReader;
  readonly named: (personId: string | null) => Named | null;
  readonly customerName: (customerId: string | null) => string | null;
}

/** Opens what a report is compiled from. */
export function reportContext(desk: Desk, shift: FoundShift, asOf: number): ReportContext {
  const { plan, id } = shift;
  const space = readShiftId(id)?.space ?? MAIN_SPACE;
  const scope = { space, line: plan.line, from: plan.startsAt, asOf };
  const { sql } = desk.store;
  const persons = new Map(desk.people.persons().map((person) => [person.id, person.name]));
  const customers = new Map<string, string | null>();
  return {
    desk,
    shift,
    scope,
    asOf,
    until: Math.min(asOf + 1, Math.max(plan.endsAt, nextPlan(desk.config, plan).startsAt)),
    soon: Math.max(plan.endsAt, asOf) + AHEAD,
    past: ticketsThen(desk, scope),
    reader: new ReportReader(sql, scope),
    named: (personId) => {
      return personId === null ? null : { id: personId, name: persons.get(personId) ?? personId };
    },
    customerName: (customerId) => {
      if (customerId === null) return null;
      const known = customers.get(customerId);
      if (known !== undefined) return known;
      const name = desk.people.customer(customerId)?.name ?? null;
      customers.set(customerId, name);
      return name;
    },
  };
}

function ticketsThen(desk: Desk, scope: ReportScope): TicketsThen {
  return new TicketsThen(desk.store.sql, scope, ({ status }) => isOpenStatus(desk.config, status));
}

/** How many tickets were open at a moment. */
export function openThen(desk: Desk, scope: ReportScope): number {
  const wish = { where: { text: '1', values: [] }, fits: () => true, orderBy: 'l.seq', limit: 0 };
  return ticketsThen(desk, scope).open(wish).total;
}

const LONGEST_SUBJECT = 200;

/** A ticket as every list of a report shows it. */
export function reportTicket(context: ReportContext, ticket: Ticket): ReportTicket {
  const { id, number, subject, kind, priority, status, line, assigneeId, customerId } = ticket;
  return {
    ticketId: id,
    number,
    subject: shortened(subject, LONGEST_SUBJECT),
    kind,
    priority,
    status,
    line,
    customer: context.customerName(customerId),
    owner: context.named(assigneeId),
  };
}

/** A text of one line that is not longer than a report can show. */
export function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}
