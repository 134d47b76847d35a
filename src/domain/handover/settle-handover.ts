import { fail, ok, type Result } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { DeskConfig } from '../desk-config.ts';
import type { TicketFact } from '../event.ts';
import { noteFact } from '../own-entry.ts';
import { isLeading } from '../person.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';
import { careFacts, endOfCare } from './care.ts';
import type { Handover } from './handover.ts';
import { handoverWords, roleNames } from './handover-words.ts';
import { mayReceive } from './receiver.ts';

/** Whether somebody is waited for to accept a ticket. A vendor accepts by naming a number. */
export function isWaitingToBeAccepted({ handover }: Ticket): boolean {
  return handover?.state === 'waiting' && handover.kind !== 'vendor';
}

/** Takes what was handed over: the receiver answers for it from now on. */
export function decideAccept(state: Ticket, context: DecideContext): Decision {
  const found = receivable(state, context);
  if (!found.ok) return found;
  const handover = found.value;
  if (handover.state !== 'waiting') return refuse('no-handover', ['note']);
  const { id } = context.actor;
  const facts: TicketFact[] = [{ type: 'handover-accepted', handoverId: handover.id }];
  if (state.assigneeId !== id) facts.push({ type: 'assigned', personId: id, reason: 'accepted' });
  if (state.status === 'new') {
    facts.push(statusFact(state, 'open'));
  }
  return ok([...facts, ...endOfCare(state)]);
}

/**
 * Sends a handover back to the line and the person it came from, with what is missing. Who accepted
 * it may still find that out later.
 */
export function decideSendBack(missing: string, state: Ticket, context: DecideContext): Decision {
  const found = receivable(state, context);
  if (!found.ok) return found;
  if (missing.trim() === '') return refuse('handover-missing-empty', ['return-handover']);
  const { desk } = context;
  const { id, fromLine, fromId } = found.value;
  const facts: TicketFact[] = [
    noteFact(`${handoverWords[desk.language].sentBack}: ${missing.trim()}`, context),
    { type: 'handover-returned', handoverId: id, missing: missing.trim() },
  ];
  if (fromLine !== state.line) {
    const field = { name: 'line', from: state.line, to: fromLine } as const;
    facts.push({ type: 'field-changed', field, reason: 'handover-returned' });
  }
  if (fromId !== state.assigneeId) {
    facts.push({ type: 'assigned', personId: fromId, reason: 'handover-returned' });
  }
  // Whoever handed it on may have gone home since.
  return ok([...facts, ...careFacts(state, fromId, context.seniorId)]);
}

/** The handover that this person may settle. */
function receivable(state: Ticket, { actor, desk }: DecideContext): Result<Handover, Refusal> {
  const { handover } = state;
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.status === 'resolved') return refuse('already-resolved', ['return', 'confirm']);
  if (!handover || handover.kind === 'vendor' || handover.state === 'returned') {
    return refuse('no-handover', ['note']);
  }
  if (handover.state === 'accepted') {
    const isTheirs = state.assigneeId === actor.id || isLeading(actor);
    return isTheirs && state.line === handover.toLine
      ? ok(handover)
      : refuse('no-handover', ['note']);
  }
  return mayReceive(handover, actor) ? ok(handover) : fail(notYours(handover, desk));
}

function notYours({ kind, toId, toLine }: Handover, { lines }: DeskConfig): Refusal {
  if (toId !== null) return refusal('handover-of-person', ['note'], { personId: toId });
  const line = lines.find(({ code }) => code === toLine)?.name;
  const who = kind === 'line' || kind === 'vendor' ? line : roleNames[kind];
  return { ...refusal('handover-not-yours', ['note']), names: who ? { who } : {} };
}
