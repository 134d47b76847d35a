import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { noteFact } from '../own-entry.ts';
import { refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';

/** Names the card at those who mend it. Another card takes the place of the one before. */
export function decideLinkCard(text: string, state: Ticket): Decision {
  const ref = text.replace(/\s+/g, ' ').trim();
  if (ref === '') return refuse('text-missing', ['card']);
  if (state.card?.ref === ref && state.card.closedAt === undefined)
    return refuse('nothing-to-change');
  return ok([{ type: 'card-linked', ref }]);
}

/**
 * The card was closed there: the ticket comes back to whoever owns it, and the reporter is to be
 * told. A ticket that waited for it waits no longer.
 */
export function decideCloseCard(note: string, state: Ticket, context: DecideContext): Decision {
  const { card, status } = state;
  if (card === undefined) return refuse('no-card', ['card']);
  if (card.closedAt !== undefined) return refuse('card-closed', ['reply']);
  const facts: TicketFact[] = note.trim() === '' ? [] : [noteFact(note, context)];
  facts.push({ type: 'card-closed', ref: card.ref });
  if (status === 'waiting-third-party' || status === 'scheduled') {
    facts.push(statusFact(state, 'open', 'card-closed'));
  }
  return ok(facts);
}
