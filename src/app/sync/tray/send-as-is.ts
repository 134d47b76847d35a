import type { Refusal } from '../../../domain/refusal.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { addressOf } from '../../letter/send-reply.ts';
import { settleItem } from './settle-item.ts';

/** What became of the letters of a text that was kept back. */
export interface Released {
  readonly ticketId: string;
  /** Letters that are on their way now. */
  readonly letters: number;
  /** Why one of them cannot go; null when all can. */
  readonly reason: string | null;
}

/** Lets a text leave for the customer as it was written, although something has changed since. */
export function sendAsIs(desk: Desk, id: string): Result<Released, Refusal> {
  return settleItem(desk, { id, by: 'send', how: 'sent' }, ({ opId, entityId }) => {
    let letters = 0;
    let problem: string | null = null;
    const now = desk.clock.now();
    for (const { entryId, ticketId } of desk.deliveries.withheldOf(opId)) {
      const ticket = desk.tickets.byId(ticketId);
      const { address, reason } = ticket ? addressOf(desk, ticket) : gone;
      if (address !== null && reason === null) {
        desk.deliveries.requeue(entryId, address, now);
        letters += 1;
        continue;
      }
      problem = reason;
      desk.deliveries.unconfigured(entryId, reason ?? 'no-address', now);
    }
    return ok({ ticketId: entityId, letters, reason: problem });
  });
}

const gone = { address: null, reason: 'letter-gone' } as const;
