import { unreachable } from '../../util/must.ts';
import { ok } from '../../util/result.ts';
import type { RegisterTicket, TicketCommand } from '../command.ts';
import type { DecideContext } from '../decide-context.ts';
import { decideRegister } from '../decide-register.ts';
import type { TicketFact } from '../event.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import { MAIN_SPACE } from '../space.ts';
import type { Ticket, TicketLink } from '../ticket.ts';
import { decideDetach, decideGather, gathered } from './decide-gather.ts';
import { decideMany, type Solve } from './decide-many.ts';
import { decideMerge } from './decide-merge.ts';
import { decideSplit } from './decide-split.ts';
import type { FamilyCommand } from './family-command.ts';
import { openDescendants } from './kin.ts';
import { type PlacedDecision, placed } from './placed.ts';

/** Decides what tickets become to each other. */
export function decideFamily(
  command: FamilyCommand,
  state: Ticket,
  context: DecideContext,
  solve: Solve,
): PlacedDecision {
  switch (command.type) {
    case 'gather':
      return decideGather(command, state, context);
    case 'detach':
      return decideDetach(command.reason, state);
    case 'merge-into':
      return decideMerge(command, state, context);
    case 'split':
      return decideSplit(command, state, context);
    case 'write-many':
      return decideMany(command, state, context, solve);
    default:
      return unreachable(command);
  }
}

/** Registers a ticket; one that stands for others is registered with them. */
export function decideOpening(command: RegisterTicket, context: DecideContext): PlacedDecision {
  const { childIds, ...own } = command;
  const opened = decideRegister(own, context);
  if (!opened.ok || childIds === undefined) {
    return opened.ok ? ok(placed(context.ticketId, opened.value)) : opened;
  }
  // Its members are judged by what a ticket is before anything has happened to it.
  const id = context.ticketId;
  const fresh = { id, number: numberOf(opened.value), space: context.space ?? MAIN_SPACE };
  const joined = gathered({ childIds: [...new Set(childIds)], reason: '' }, fresh, context);
  return joined.ok ? ok([...placed(id, opened.value), ...joined.value]) : joined;
}

function numberOf(facts: readonly TicketFact[]): string {
  const opened = facts.find((fact) => fact.type === 'registered');
  return opened?.ticket.number ?? '';
}

const twins = {
  related: 'related',
  continues: 'continued',
  continued: 'continues',
  duplicates: 'duplicated',
  duplicated: 'duplicates',
} as const satisfies Record<TicketLink['relation'], TicketLink['relation']>;

/** Links two tickets so that each of them knows of the other. */
export function decideLink(
  link: TicketLink,
  state: Ticket,
  context: DecideContext,
): PlacedDecision {
  const { ticketId, relation } = link;
  if (ticketId === state.id) return refuse('link-to-itself');
  if (state.links.some((known) => known.ticketId === ticketId)) return refuse('already-linked');
  const other = context.other(ticketId);
  const isKnown = !other || other.links.some((known) => known.ticketId === state.id);
  const back = { ticketId: state.id, relation: twins[relation] };
  return ok([
    ...placed(state.id, [{ type: 'linked', link }]),
    ...(isKnown ? [] : placed(ticketId, [{ type: 'linked', link: back }])),
  ]);
}

/**
 * A mass incident is solved together with what belongs to it: nobody is left without an answer
 * because the word was said on the ticket above.
 */
export function whyNotSolvedAlone(
  command: TicketCommand,
  state: Ticket,
  context: DecideContext,
): Refusal | null {
  if (!state.isMassIncident || !resolves(command, state)) return null;
  const left = openDescendants(state, context.other).length;
  return left === 0
    ? null
    : refusal('children-unanswered', ['mass-resolve'], { count: left, number: state.number });
}

function resolves(command: TicketCommand, state: Ticket): boolean {
  switch (command.type) {
    case 'resolve':
      return true;
    case 'set-status':
    case 'reply':
    case 'note':
      return command.status === 'resolved';
    case 'send-reviewed':
      return (command.status ?? state.review?.draft.status) === 'resolved';
    default:
      return false;
  }
}
