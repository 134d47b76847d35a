import type { PromiseRecord } from '../../domain/promise-record.ts';
import { PromiseReader, type PromiseSelection } from '../../store/promise/promise-reader.ts';
import { addDays, createZone, fromZoned } from '../../util/zoned-time.ts';
import type { Desk } from '../desk/desk.ts';

/** `due`: overdue or due today; `history`: settled ones too. */
export interface ListedPromises {
  readonly scope: 'open' | 'due' | 'overdue' | 'history';
  readonly isMine: boolean;
  readonly ticketId: string | null;
  readonly limit: number;
}

/** All promises, of all people and tickets. */
export const everyPromise: PromiseSelection = {
  ...{ state: 'any', dueBefore: null, personId: null },
  ...{ ticketId: null, line: null, madeFrom: null, madeBefore: null },
};

/** The promises of the desk: open ones the nearest first, a history the latest first. */
export function listPromises(desk: Desk, listed: ListedPromises): readonly PromiseRecord[] {
  const { scope, isMine, ticketId, limit } = listed;
  const now = desk.clock.now();
  const dueBefore = scope === 'overdue' ? now : scope === 'due' ? endOfToday(desk, now) : null;
  const selection: PromiseSelection = {
    ...everyPromise,
    state: scope === 'history' ? 'any' : 'open',
    dueBefore,
    personId: isMine ? desk.me.id : null,
    ticketId,
  };
  return new PromiseReader(desk.store.sql).list(selection, limit);
}

function endOfToday(desk: Desk, now: number): number {
  const today = createZone(desk.config.timeZone).partsAt(now);
  const midnight = { ...addDays(today, 1), hour: 0, minute: 0, second: 0 };
  return fromZoned(midnight, desk.config.timeZone) ?? now + 86_400_000;
}
