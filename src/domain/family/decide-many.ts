import { fail, ok } from '../../util/result.ts';
import type { TicketCommand } from '../command.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import { decideReply } from '../decide-entry.ts';
import { solutionFacts } from '../decide-solution.ts';
import type { TicketFact } from '../event.ts';
import { whyNotTalk } from '../permission-gate.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { statusFact } from '../status-fact.ts';
import type { Ticket } from '../ticket.ts';
import type { FamilyCommand, ManyMessage } from './family-command.ts';
import { isAbove, openDescendants } from './kin.ts';
import { contextOf, type PlacedDecision, type PlacedFact, placed } from './placed.ts';

type WriteMany = Extract<FamilyCommand, { type: 'write-many' }>;

/** How a ticket is solved by itself, with everything that the desk asks of that. */
export type Solve = (
  command: Extract<TicketCommand, { type: 'resolve' }>,
  state: Ticket,
  context: DecideContext,
) => Decision;

/** Writes to the customers of many tickets: what one of them refuses refuses all. */
export function decideMany(
  command: WriteMany,
  state: Ticket,
  context: DecideContext,
  solve: Solve,
): PlacedDecision {
  if (command.purpose === 'solution') {
    const { solution = '', without } = command;
    const own = solve({ type: 'resolve', solution, without }, state, contextOf(context, state, 0));
    return own.ok ? solvedTogether(own.value, command, state, context) : own;
  }
  if (command.messages.length === 0) return refuse('nobody-to-write');
  const isReminder = command.purpose === 'reminder';
  const facts: PlacedFact[] = [];
  for (const [place, message] of command.messages.entries()) {
    const written = writtenTo(message, { state, context, place });
    if (!written.ok) return written;
    const more: TicketFact[] = isReminder ? [{ type: 'customer-reminded' }] : [];
    facts.push(...placed(message.ticketId, [...written.value, ...more]));
  }
  return ok([...facts, ...told(command, state)]);
}

/** The end of a mass incident: it is solved, and so is every ticket that still belongs to it. */
function solvedTogether(
  own: readonly TicketFact[],
  command: WriteMany,
  state: Ticket,
  context: DecideContext,
): PlacedDecision {
  const children = openDescendants(state, context.other);
  const facts: PlacedFact[] = placed(state.id, own);
  for (const [index, child] of children.entries()) {
    const message = command.messages.find(({ ticketId }) => ticketId === child.id);
    if (!message) return refuse('child-unanswered', [], { number: child.number });
    const place = index + 1;
    const written = writtenTo(message, { state, context, place });
    if (!written.ok) return written;
    const solved = solvedWith(child, written.value, contextOf(context, child, place));
    facts.push(...placed(child.id, [...written.value, ...solved]));
  }
  return ok([...facts, ...told(command, state)]);
}

interface Sending {
  readonly state: Ticket;
  readonly context: DecideContext;
  readonly place: number;
}

function writtenTo(message: ManyMessage, { state, context, place }: Sending): Decision {
  const ticket = message.ticketId === state.id ? state : context.other(message.ticketId);
  if (!ticket) return refuse('no-such-ticket');
  const { number } = ticket;
  if (ticket.status === 'merged') return refuse('member-merged', [], { number });
  if (ticket.space !== state.space) return refuse('other-space', [], { number });
  const silent = whySilent(ticket, state, context);
  if (silent) return fail(withNumber(silent, number));
  const written = decideReply(replyOf(message), ticket, contextOf(context, ticket, place));
  return written.ok ? written : fail(withNumber(written.problem, number));
}

/** A leave to write given on a mass incident holds for those that belong to it. */
function whySilent(ticket: Ticket, state: Ticket, context: DecideContext): Refusal | null {
  const why = whyNotTalk(ticket, context);
  return why && isAbove(state.id, ticket, context.other) ? whyNotTalk(state, context) : why;
}

function replyOf({ text, messageId, promises, templates, effects }: ManyMessage) {
  const [promise = null, ...more] = promises;
  return {
    ...{ type: 'reply', text, messageId, promise, status: null, attachments: [], templates },
    effects: { ...effects, promises: more },
  } as const satisfies TicketCommand;
}

/**
 * A child is solved by the solution of its mass incident: the work was done there, so nothing more
 * is asked of it here.
 */
function solvedWith(
  child: Ticket,
  written: readonly TicketFact[],
  context: DecideContext,
): readonly TicketFact[] {
  const status = written.findLast((fact) => fact.type === 'status-changed')?.to ?? child.status;
  return [...solutionFacts(child, context, written), statusFact({ status }, 'resolved', 'mass')];
}

function told({ purpose, messages }: WriteMany, state: Ticket): PlacedFact[] {
  const ticketIds = messages.map(({ ticketId }) => ticketId);
  return placed(state.id, [{ type: 'many-written', purpose, ticketIds }]);
}

/** Of many tickets the refusal says which one it is about. */
function withNumber(refusal: Refusal, number: string): Refusal {
  return { ...refusal, params: { number, ...refusal.params } };
}
