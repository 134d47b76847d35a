import type { Agenda, AgendaItem } from '../../domain/report/agenda.ts';
import { dayAfter } from '../../domain/review-day.ts';
import type { Shift, ShiftItem, ShiftItemKind } from '../../domain/shift/shift.ts';
import { shiftRef } from '../../domain/shift/shift-id.ts';
import type { Desk } from '../desk/desk.ts';
import { momentsOf } from '../work/work-period.ts';

/** What somebody has to decide on; a remark or thanks is said and done. */
const asked: readonly ShiftItemKind[] = ['attention', 'watch', 'staffing'];
/** How long an open question is looked for in the shifts before. */
const LOOK_BACK = 8 * 7 * 86_400_000;
const WEEKDAY = { tuesday: 1, friday: 4, sunday: 6 };

interface Asked {
  readonly shift: Shift;
  readonly item: ShiftItem;
}

/** The agenda of the week that a day lies in: what was open, what came, what goes on. */
export function weeklyAgenda(desk: Desk, day: string): Agenda {
  const { timeZone } = desk.config;
  const from = mondayOf(day);
  const to = dayAfter(from, WEEKDAY.sunday);
  const moments = momentsOf(desk, { from, to });
  const [begin, end] = [moments.from ?? 0, moments.before ?? 0];
  const asOf = Math.min(desk.clock.now(), end - 1);
  const all = askedIn(desk, begin - LOOK_BACK, end).filter(({ item }) => item.at <= asOf);
  const isDone = ({ item }: Asked, by: number) => item.settled !== null && item.settled.at < by;
  const told = (some: readonly Asked[]) => some.map((one) => agendaItem(desk, one));
  const current = all.filter((one) => !isDone(one, begin));
  return {
    timeZone,
    from,
    to,
    planOn: dayAfter(from, WEEKDAY.tuesday),
    resultsOn: dayAfter(from, WEEKDAY.friday),
    asOf,
    questions: told(current.filter(({ item }) => item.at < begin)),
    fresh: told(current.filter(({ item }) => item.at >= begin)),
    done: told(current.filter((one) => isDone(one, asOf + 1))),
    moved: told(current.filter((one) => !isDone(one, asOf + 1))),
  };
}

/** A watch item that a later shift goes on with is told once, as it stands there. */
function askedIn(desk: Desk, from: number, to: number): readonly Asked[] {
  const shifts = desk.shifts.list(from, to).flatMap(({ id }) => desk.shifts.byId(id) ?? []);
  const all = shifts.flatMap((shift) => {
    return shift.items
      .filter(({ kind }) => asked.includes(kind))
      .map((item): Asked => ({ shift, item }));
  });
  const byId = new Map(all.map((one) => [one.item.id, one]));
  const carried = new Set(all.flatMap(({ item }) => item.carriedFromId ?? []));
  return all
    .filter(({ item }) => !carried.has(item.id))
    .map((one) => ({ ...one, item: { ...one.item, at: firstAt(one.item, byId) } }))
    .toSorted((a, b) => a.item.at - b.item.at);
}

/** When a question was first asked, however often it was carried over since. */
function firstAt(item: ShiftItem, byId: ReadonlyMap<string, Asked>): number {
  const seen = new Set<string>();
  let first = item;
  while (first.carriedFromId !== null && !seen.has(first.id)) {
    seen.add(first.id);
    const before = byId.get(first.carriedFromId);
    if (!before) break;
    first = before.item;
  }
  return first.at;
}

function agendaItem(desk: Desk, { shift, item }: Asked): AgendaItem {
  const name = (id: string) => desk.people.person(id)?.name ?? id;
  const { id, kind, text, ticketId, at, until, stopWhen, ifMoves, ownerId, settled } = item;
  return {
    ...{ id, kind, text, ticketId, at, until, stopWhen, ifMoves },
    ref: shiftRef(shift.id),
    number: ticketId === null ? null : (desk.tickets.byId(ticketId)?.number ?? null),
    by: name(item.byId),
    owner: ownerId === null ? null : { id: ownerId, name: name(ownerId) },
    outcome: settled?.outcome ?? null,
  };
}

function mondayOf(day: string): string {
  // Day 0 of the calendar was a Thursday.
  const weekday = (Math.floor(Date.parse(day) / 86_400_000) + 3) % 7;
  return dayAfter(day, -weekday);
}
