import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { noteFact, systemFact } from '../own-entry.ts';
import { isLeading } from '../person.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { careFacts } from './care.ts';
import { handoverWords } from './handover-words.ts';

/**
 * What a return beyond the desk's limit brings: the head takes over from the engineer, who owes a
 * brief; the senior on duty answers for the next update until the head sets to work.
 */
export function tooManyReturns(times: number, state: Ticket, context: DecideContext): TicketFact[] {
  const { desk, headId, seniorId, teamLeadId } = context;
  if (times <= desk.maxReturnsToEngineer) return [];
  const words = handoverWords[desk.language];
  const toId = headId ?? seniorId ?? teamLeadId;
  if (toId === null) return [systemFact(words.noHead, context, 'returns')];
  if (toId === state.assigneeId) return [];
  const told = headId === null ? words.toLead : words.toHead;
  return [
    { type: 'assigned', personId: toId, reason: 'third-return' },
    { type: 'brief-asked', owedById: state.assigneeId },
    systemFact(told, context, 'returns'),
    ...careFacts(state, toId, seniorId ?? state.assigneeId),
  ];
}

/** The brief that is owed: what was done, and why it did not help. */
export function decideBrief(text: string, state: Ticket, context: DecideContext): Decision {
  const { brief } = state;
  if (brief?.state !== 'owed') return refuse('no-brief-owed', ['note']);
  if (text.trim() === '') return refuse('text-missing');
  const { actor, desk } = context;
  if (brief.owedById !== null && brief.owedById !== actor.id && !isLeading(actor)) {
    return refuse('brief-not-yours', ['note'], { personId: brief.owedById });
  }
  return ok([
    noteFact(`${handoverWords[desk.language].brief}: ${text.trim()}`, context),
    { type: 'brief-settled', state: 'written', reason: '' },
  ]);
}

/** Whoever has it now can do without the brief, and says why. */
export function decideWaiveBrief(reason: string, state: Ticket): Decision {
  if (state.brief?.state !== 'owed') return refuse('no-brief-owed', ['note']);
  if (reason.trim() === '') return refuse('reason-missing');
  return ok([{ type: 'brief-settled', state: 'waived', reason: reason.trim() }]);
}

/** Why a ticket that came back too often cannot be solved yet. */
export function whyBriefMissing({ brief }: Ticket): Refusal | null {
  if (brief?.state !== 'owed') return null;
  return refusal('brief-missing', ['brief'], { personId: brief.owedById ?? '' });
}
