import type { Desk } from '../desk/desk.ts';

type Counting = Pick<Desk, 'meta' | 'me'>;

/** From so many clean closings in a row on, the closing list stands in one row. */
export const PRACTISED = 20;

/** How many closings in a row this person has sent with everything said. */
export function cleanClosings(desk: Counting): number {
  return read(desk).count;
}

/**
 * Counts a closing that was sent; one that left something unsaid starts the row anew. A ticket
 * counts once in a row: what is taken back and sent again is the same closing.
 */
export function countClosing(
  desk: Counting,
  { ticketId, isClean }: { readonly ticketId: string; readonly isClean: boolean },
): number {
  const before = read(desk);
  const isAgain = before.ticketId === ticketId && before.count > 0;
  const count = isClean ? before.count + (isAgain ? 0 : 1) : 0;
  desk.meta.set(keyOf(desk), `${count} ${ticketId}`);
  return count;
}

function read(desk: Counting): { readonly count: number; readonly ticketId: string } {
  const [count = '0', ticketId = ''] = (desk.meta.get(keyOf(desk)) ?? '').split(' ');
  return { count: Number(count) || 0, ticketId };
}

function keyOf({ me }: Counting): string {
  return `clean-closings ${me.id}`;
}
