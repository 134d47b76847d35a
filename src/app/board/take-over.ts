import type { Refusal } from '../../domain/refusal.ts';
import { ok, type Result } from '../../util/result.ts';
import { allOrNothing } from '../desk/all-or-nothing.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { addToDraft } from '../ticket/add-to-draft.ts';

/** Taking a ticket over from somebody who is not heard. */
export interface TakeOver {
  readonly ticketId: string;
  /** Why, in the words of the desk: kept as a note beside the change. */
  readonly reason: string;
  /** What its owner had written so far; null when none of it came over. */
  readonly text: string | null;
}

/** Makes me responsible, says why in the ticket, and keeps the text so far as a draft of mine: it is never sent. */
export function takeOver(
  desk: Desk,
  { ticketId, reason, text }: TakeOver,
): Result<{ readonly number: string }, Refusal> {
  return allOrNothing(desk, () => {
    const taken = execute(desk, ticketId, { type: 'assign', personId: desk.me.id });
    if (!taken.ok) return taken;
    const noted = execute(desk, ticketId, { type: 'note', text: reason });
    if (!noted.ok) return noted;
    if (text !== null) addToDraft(desk, { kind: 'reply', ticketId, text, goods: {} });
    return ok({ number: taken.value.ticket.number });
  });
}
