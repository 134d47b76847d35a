import { dayIn } from '../../domain/desk-day.ts';
import type {
  ReportItem,
  ReportMember,
  ReportWork,
  ShiftReport,
} from '../../domain/report/shift-report.ts';
import { emptyMember } from '../../domain/shift/decide-roster.ts';
import type { ShiftItem } from '../../domain/shift/shift.ts';
import type { ShiftHandover } from '../../domain/shift/shift-handover.ts';
import { WorkReader } from '../../store/work/work-reader.ts';
import { allWorks } from '../work/current-works.ts';
import { type ReportContext, reportTicket, shortened } from './report-context.ts';

const DAY = 86_400_000;
const MOST_SEARCHES = 10;

/** Planned works of the shift and of the day after it, the earliest first. */
export function worksOf({ desk, scope, asOf, shift }: ReportContext): readonly ReportWork[] {
  const until = Math.max(asOf, shift.plan.endsAt) + DAY;
  return allWorks(desk)
    .filter(({ from, to }) => to > scope.from && from < until)
    .map(({ code, title, from, to, customers, towns, tags }) => ({
      number: desk.tickets.idByNumber(code) === null ? null : code,
      title: shortened(title[desk.language], 200),
      from,
      to,
      affected: shortened([...customers, ...towns, ...tags].join(', '), 200),
      isDone: to <= asOf,
    }));
}

/** What was spent meanwhile, oldest first. */
export function spentIn({ desk, scope, asOf, past }: ReportContext): ShiftReport['spent'] {
  return new WorkReader(desk.store.sql)
    .spends({ from: scope.from, before: asOf + 1, personId: null, customerId: null })
    .filter(({ ticketId }) => past.isInScope(ticketId))
    .map(({ number, amount, currency, reason }) => {
      return { number, amount, currency, reason: shortened(reason, 200) };
    });
}

/** What became of the base of knowledge meanwhile. */
export function knowledgeOf({ desk, reader, asOf }: ReportContext): ShiftReport['knowledge'] {
  return {
    created: reader.articles(true),
    updated: reader.articles(false),
    overdue: reader.overdueArticles(dayIn(desk.config.timeZone, asOf)),
    missed: reader.lostSearches(MOST_SEARCHES),
  };
}

/** Who was there or worked though nobody wrote them down, by name, with how many conversations each had. */
export function membersOf(
  context: ReportContext,
  conversations: ReadonlyMap<string, number>,
): readonly ReportMember[] {
  const { plan, state } = context.shift;
  const { asOf } = context;
  const listed = state?.members ?? [];
  // A shift of one line is not of everybody who writes to customers in its hours.
  const others = plan.line === null ? [...conversations.keys()] : [];
  const known = new Set(listed.map(({ personId }) => personId));
  return [...listed, ...others.filter((id) => !known.has(id)).map(emptyMember)]
    .map(({ personId, ...member }) => ({
      ...member,
      person: context.named(personId) ?? { id: personId, name: personId },
      leftAt: member.leftAt !== null && member.leftAt <= asOf ? member.leftAt : null,
      conversations: conversations.get(personId) ?? 0,
    }))
    .toSorted((a, b) => (a.person.name < b.person.name ? -1 : 1));
}

/** The log of the shift as it was: a watch item that was settled by then is not watched any more. */
export function itemsOf(context: ReportContext): readonly ReportItem[] {
  const { shift, asOf } = context;
  return (shift.state?.items ?? [])
    .filter((item) => item.at <= asOf && !isOver(item, asOf))
    .map((item) => {
      const { id, kind, text, ticketId, byId, at, until, stopWhen, ifMoves, ownerId } = item;
      const ticket = ticketId === null ? null : context.past.byId(ticketId);
      return {
        ...{ id, kind, text, ticketId, at, until, stopWhen, ifMoves },
        number: ticket?.number ?? null,
        by: context.named(byId)?.name ?? byId,
        owner: context.named(ownerId),
      };
    });
}

function isOver({ kind, settled }: ShiftItem, asOf: number): boolean {
  return kind === 'watch' && settled !== null && settled.at <= asOf;
}

/** Open tickets that somebody keeps in sight, as lines of the watch list. */
export function watchedTickets(context: ReportContext) {
  const { tickets } = context.past.open({
    where: { text: 'l.is_watched = 1', values: [] },
    fits: ({ watch }) => watch !== undefined,
    orderBy: 'l.next_action_at',
    limit: 50,
  });
  return tickets.flatMap((ticket) => {
    const { watch } = ticket;
    if (!watch) return [];
    const { number, subject } = reportTicket(context, ticket);
    return [{ number, subject, what: watch.what, until: watch.until }];
  });
}

/** Who handed it over, who took it, and what was said since. */
export function signOffOf(
  context: ReportContext,
  last: ShiftHandover | undefined = context.shift.state?.handovers.at(-1),
): ShiftReport['signOff'] {
  const name = (id: string | null) => context.named(id)?.name ?? null;
  const isAccepted = last?.state === 'accepted' || last?.state === 'accepted-with-remarks';
  return {
    submittedAt: last?.submittedAt ?? null,
    submittedBy: name(last?.byId ?? null),
    ...(last && last.override !== '' ? { override: last.override } : {}),
    acceptedAt: isAccepted ? last.settledAt : null,
    acceptedBy: isAccepted ? name(last.settledById) : null,
    remarks: (last?.remarks ?? []).map(({ kind, text, byId, at }) => {
      return { kind, text, by: name(byId) ?? byId, at };
    }),
  };
}
