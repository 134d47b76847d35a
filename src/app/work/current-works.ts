import type { PlannedWork } from '../../domain/desk-people.ts';
import type { QueueRow } from '../../domain/selection.ts';
import type { Ticket } from '../../domain/ticket.ts';
import { isUnderWay, worksFor, worksOfTicket } from '../../domain/work/works-for.ts';
import { WorkReader } from '../../store/work/work-reader.ts';
import type { Desk } from '../desk/desk.ts';

/** All works that the desk knows of: those of its pack, and tickets of planned works. */
export function allWorks(desk: Desk): readonly PlannedWork[] {
  const isUsed = desk.config.kinds.some(({ code, isOn }) => code === 'planned-work' && isOn);
  const tickets = isUsed ? new WorkReader(desk.store.sql).plannedWorks() : [];
  const fromTickets = tickets.flatMap(
    (ticket) => worksOfTicket(ticket, nameOf(desk, ticket)) ?? [],
  );
  return [...desk.config.works, ...fromTickets].toSorted((a, b) => a.from - b.from);
}

/**
 * Tells of tickets which works they fall under now. The works are read once; while there are none,
 * a ticket costs nothing.
 */
export function worksNow(
  desk: Desk,
): (ticket: Pick<Ticket | QueueRow, 'number' | 'customerId' | 'tags'>) => readonly PlannedWork[] {
  const now = desk.clock.now();
  const works = allWorks(desk).filter((work) => isUnderWay(work, now));
  return ({ number, customerId, tags }) => {
    if (works.length === 0) return works;
    const customer = desk.people.customer(customerId);
    return worksFor({ tags }, customer, works, now).filter(({ code }) => code !== number);
  };
}

function nameOf(desk: Desk, { customerId }: Ticket): string | null {
  return desk.people.customer(customerId)?.name ?? null;
}
