import { dayIn } from '../../domain/desk-day.ts';
import type { FigureCode } from '../../domain/figure/figure.ts';
import type { Customer } from '../../domain/person.ts';
import type { CustomerReport } from '../../domain/report/customer-report.ts';
import { planAt } from '../../domain/shift/plan-shift.ts';
import { shiftId } from '../../domain/shift/shift-id.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { RegisteredRow } from '../../store/report/report-reader.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { measure } from '../figure/measure.ts';
import { listTimes } from '../work/list-spent.ts';
import { momentsOf, monthPeriod } from '../work/work-period.ts';
import { isOutage, outageOf } from './outage-record.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import { topicsAmong, volumesOf } from './volume.ts';

/** What a customer is told in numbers: how we kept our word, never who of us did. */
const told: readonly FigureCode[] = [
  'first-response',
  'lead-time',
  'sla-met',
  'promises-kept',
  'updates-kept',
];
const MOST_OPEN = 100;
const MOST_OUTAGES = 200;

/** Tags are our own words about a customer: only what the subjects say is told. */
function untagged(rows: readonly RegisteredRow[]): readonly RegisteredRow[] {
  return rows.map((row) => ({ ...row, tags: '[]' }));
}

interface Owned {
  readonly customerId: string | null;
}

/** A month of a customer, by what had happened until its end. Throws a UserError for one to come. */
export function customerReport(desk: Desk, customer: Customer, month: string): CustomerReport {
  const days = monthPeriod(month);
  const { from, before } = momentsOf(desk, days);
  const [begin, end] = [from ?? 0, before ?? 0];
  if (begin > desk.clock.now()) throw new UserError('period-future', { from: month });
  const asOf = Math.min(desk.clock.now(), end - 1);
  const context = contextOf(desk, begin, asOf);
  const own = ({ customerId }: Owned) => customerId === customer.id;
  const rows = context.reader.registered(begin, end).filter(own);
  const earlier = context.reader.registered(monthBefore(desk, begin), begin).filter(own);
  const volume = volumesOf(context, rows).filter(({ by }) => by === 'channel' || by === 'kind');
  const period = { from: begin, to: asOf + 1, line: null, customerId: customer.id, space: null };
  const figures = measure(desk, period, { codes: [...told, 'resolved'], compareKind: null });
  const times = listTimes(desk, { ...days, personId: null, customerId: customer.id });
  return {
    customer: customer.name,
    customerId: customer.id,
    month,
    language: languageOf(desk, customer),
    timeZone: desk.config.timeZone,
    from: begin,
    to: end,
    asOf,
    incoming: rows.length,
    solved: figures.find(({ code, of }) => code === 'resolved' && of === null)?.numerator ?? 0,
    volume,
    topics: topicsAmong(untagged(rows), untagged(earlier)),
    figures: figures.filter(({ code }) => told.includes(code)),
    incidents: outagesOf(context, customer.id),
    open: openOf(context, customer.id),
    timeSpentMs: times.seconds * 1000,
  };
}

/** A report reads by a shift; of a month any will do, since only its ends count. */
function contextOf(desk: Desk, from: number, asOf: number): ReportContext {
  const plan = { ...planAt(desk.config, from), startsAt: from, endsAt: asOf };
  const day = dayIn(desk.config.timeZone, from);
  const id = shiftId({ space: MAIN_SPACE, day, kind: plan.kind, line: null });
  return reportContext(desk, { id, plan, state: null }, asOf);
}

function monthBefore(desk: Desk, from: number): number {
  const month = dayIn(desk.config.timeZone, from - 1).slice(0, 7);
  return momentsOf(desk, monthPeriod(month)).from ?? from;
}

/** What its people write in; where nobody knows, the language of the desk. */
function languageOf({ people, config }: Desk, { id }: Customer): Language {
  const spoken = people.contactsOf(id).flatMap(({ language }) => language ?? []);
  const isEnglish = spoken.filter((one) => one === 'en').length * 2 > spoken.length;
  if (spoken.length === 0) return config.language;
  return isEnglish ? 'en' : 'ru';
}

function outagesOf(context: ReportContext, customerId: string): CustomerReport['incidents'] {
  return context.reader
    .outages(MOST_OUTAGES, customerId)
    .ids.flatMap((id) => context.past.byId(id) ?? [])
    .filter((ticket) => ticket.parentId !== undefined || isOutage(ticket))
    .map((ticket) => outageOf(context, ticket))
    .map(({ number, subject, startedAt, restoredAt, minutes, provider }) => {
      return { number, subject, startedAt, restoredAt, minutes, provider };
    });
}

function openOf({ past }: ReportContext, customerId: string): CustomerReport['open'] {
  const { tickets } = past.open({
    where: { text: 'l.customer_id = ?', values: [customerId] },
    fits: (ticket) => ticket.customerId === customerId,
    orderBy: 'l.created_at',
    limit: MOST_OPEN,
  });
  return tickets.map(({ number, subject }) => ({ number, subject }));
}
