import type { Breach } from '../../domain/clock-state.ts';
import { DeadlineStore } from '../../store/ticket/deadline-store.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

/** A missed deadline that was kept, with its ticket. */
export interface KeptBreach extends Breach {
  readonly ticketId: string;
  readonly number: string;
}

/** So many tickets are looked through in one transaction, so that nobody has to wait for it. */
const BATCH = 200;

/** So few that nobody feels it while typing. */
const BEAT = 10;

/** Keeps some of the deadlines that have passed, if there are any: for a beat of the screens. */
export function keepSomeBreaches(desk: Desk): void {
  const isReader = desk.me.role === 'read-only';
  const { store, clock } = desk;
  if (!isReader && new DeadlineStore(store.sql).unkept(clock.now(), 1).length > 0) {
    keepBreaches(desk, BEAT);
  }
}

/**
 * Keeps the deadlines that have passed in tickets which nobody has touched since. A person who only
 * reads keeps none. At most `limit` tickets are looked through.
 */
export function keepBreaches(desk: Desk, limit = Number.POSITIVE_INFINITY): readonly KeptBreach[] {
  const store = new DeadlineStore(desk.store.sql);
  const kept: KeptBreach[] = [];
  for (let done = 0; done < limit; done += BATCH) {
    const found = desk.tickets.together(() => {
      const ids = store.unkept(desk.clock.now(), Math.min(BATCH, limit - done));
      const batch = ids.flatMap((id) => keepIn(desk, id) ?? []);
      kept.push(...batch);
      return { isLast: ids.length < BATCH, isStuck: batch.length === 0 };
    });
    if (found.isLast || found.isStuck) break;
  }
  return kept;
}

function keepIn(desk: Desk, ticketId: string): readonly KeptBreach[] | null {
  const done = execute(desk, ticketId, { type: 'keep-breaches' });
  if (!done.ok) return null;
  const { number } = done.value.ticket;
  return done.value.events.flatMap(({ fact }) => {
    return fact.type === 'deadline-missed' ? [{ ...fact.breach, ticketId, number }] : [];
  });
}
