import { ok } from '../../util/result.ts';
import type { DecideContext } from '../decide-context.ts';
import type { Registration } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Entry, Ticket } from '../ticket.ts';
import type { FamilyCommand } from './family-command.ts';
import { type PlacedDecision, placed } from './placed.ts';

/**
 * Opens a ticket of its own for one entry: the same customer, channel and line, the entry as it was
 * written, and a link both ways.
 */
export function decideSplit(
  { entryId, newId, subject }: Extract<FamilyCommand, { type: 'split' }>,
  state: Ticket,
  context: DecideContext,
): PlacedDecision {
  const entry = context.entry(entryId);
  if (!entry) return refuse('no-such-entry');
  if (subject.trim() === '') return refuse('subject-missing');
  if (context.other(newId)) return refuse('ticket-exists');
  const copy: Entry = { ...entry, id: `${context.opId}:entry`, messageId: null };
  return ok([
    ...placed(newId, [
      { type: 'registered', ticket: opening(subject, state, context) },
      { type: 'entry-added', entry: copy },
      { type: 'split-from', sourceId: state.id, entryId },
    ]),
    ...placed(state.id, [{ type: 'split-off', newId, entryId }]),
  ]);
}

function opening(subject: string, state: Ticket, context: DecideContext): Registration {
  const { kind, priority, line, customerId, contactId, channel, audience } = state;
  return {
    ...{ kind, priority, line, customerId, contactId, channel, audience },
    number: context.nextNumber(),
    subject: subject.trim(),
    status: 'new',
    assigneeId: null,
    tags: [],
    createdAt: context.now,
    externalId: null,
    importId: null,
    isAutomatic: false,
    isDemo: state.isDemo,
    space: state.space,
  };
}
