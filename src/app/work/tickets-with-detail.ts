import type { Ticket } from '../../domain/ticket.ts';
import { WorkReader } from '../../store/work/work-reader.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { readDetails } from './read-details.ts';

/**
 * Tickets in which a field of their kind has a value, the latest first: those of a release, those
 * whose documents are still owed. Throws a UserError for a field that no kind has.
 */
export function ticketsWithDetail(desk: Desk, field: string, value: string): readonly Ticket[] {
  const kinds = desk.config.kinds.filter(({ fields }) => fields.some(({ code }) => code === field));
  if (kinds.length === 0) {
    const codes = desk.config.kinds.flatMap(({ fields }) => fields.map(({ code }) => code));
    throw new UserError('value-unknown', { value: field, known: [...new Set(codes)].join(', ') });
  }
  const reader = new WorkReader(desk.store.sql);
  // A value may be written as people say it, and stands in the store as its kind writes it.
  const readings = kinds.map(
    ({ code }) => readDetails(desk, code, { [field]: value })[field] ?? '',
  );
  const found = [...new Set([...readings, value])].flatMap((one) => reader.withDetail(field, one));
  return [...new Map(found.map((ticket) => [ticket.id, ticket])).values()];
}
