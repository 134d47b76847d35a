import { fail, ok, type Result } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import { decideAssign, decideTake, endingCare } from './decide-assign.ts';
import { decideConfirm, decideTimeout } from './decide-closing.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { decideCall, decideNote, decideReceive, decideReply } from './decide-entry.ts';
import { decideFields, decideTags } from './decide-fields.ts';
import { decidePromise, decideSettle } from './decide-promise.ts';
import { decideImport } from './decide-register.ts';
import {
  decideReopen,
  decideResolve,
  decideReturn,
  decideSchedule,
  decideStatus,
} from './decide-status.ts';
import type { TicketEvent, TicketFact } from './event.ts';
import {
  decideFamily,
  decideLink,
  decideOpening,
  whyNotSolvedAlone,
} from './family/decide-family.ts';
import { type FamilyCommand, isFamilyCommand } from './family/family-command.ts';
import { type PlacedDecision, type PlacedFact, placed } from './family/placed.ts';
import { decideHandover } from './handover/decide-handover.ts';
import type { HandoverCommand } from './handover/handover-command.ts';
import { whyNotPermitted } from './permission-gate.ts';
import { type Refusal, refuse } from './refusal.ts';
import { decideRoute } from './routing/decide-route.ts';
import { missedDeadlines } from './sla/missed-deadlines.ts';
import { alongStatuses } from './status-path.ts';
import { decideSupervision } from './supervision/decide-supervision.ts';
import { isSupervisionCommand } from './supervision/supervision-command.ts';
import type { Ticket } from './ticket.ts';
import { decideRelease } from './withheld-message.ts';
import { decideWork } from './work/decide-work.ts';
import { gated } from './work/done-gate.ts';
import { isWorkCommand } from './work/work-command.ts';

/**
 * Decides one command on one ticket. Pure: same state, command and context give the same events,
 * whether here or at the server after a week offline.
 */
export function decideTicket(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Result<readonly TicketEvent[], Refusal> {
  const decision = decidePlaced(command, state, context);
  if (!decision.ok) return decision;
  const decided = decision.value;
  // What is late by now was late before this happened, and stays so whatever this changes.
  const missed = missedBefore(decided, state, context);
  const event = ({ ticketId, fact }: PlacedFact, index: number): TicketEvent => ({
    id: `${context.opId}:${index}`,
    opId: context.opId,
    ticketId,
    at: timeOf(fact, command, context),
    byId: isByNobody(fact, command) ? null : context.actor.id,
    device: context.device,
    fact,
  });
  const late = missed.map((placed, index) => event(placed, decided.length + index));
  return ok([...late, ...decided.map(event)]);
}

/** Deadlines that have passed in the tickets of a decision and are not kept yet. */
function missedBefore(
  decided: readonly PlacedFact[],
  state: Ticket | null,
  context: DecideContext,
): readonly PlacedFact[] {
  if (!state) return [];
  const { desk, now, other, customerOf } = context;
  const others = new Set(decided.map(({ ticketId }) => ticketId));
  others.delete(context.ticketId);
  return [state, ...[...others].map(other)].flatMap((ticket) => {
    if (!ticket) return [];
    const breaches = missedDeadlines(ticket, desk, customerOf?.(ticket) ?? null, now);
    return breaches.map((breach): PlacedFact => {
      return { ticketId: ticket.id, fact: { type: 'deadline-missed', breach } };
    });
  });
}

function isByNobody(fact: TicketFact, command: TicketCommand): boolean {
  const { type } = command;
  return type === 'receive' || type === 'wake' || fact.type === 'deadline-missed';
}

/** What lived elsewhere happened then, not at the time of the import. */
function timeOf(fact: TicketFact, command: TicketCommand, context: DecideContext): number {
  if (fact.type === 'registered') return fact.ticket.createdAt;
  return command.type === 'import' && fact.type === 'entry-added' ? fact.entry.at : context.now;
}

/** What still can be done to a merged ticket: it says something to colleagues, or ends what waits. */
const afterMerging: ReadonlySet<TicketCommand['type']> = new Set([
  ...(['note', 'return-review', 'withdraw-review', 'give-help', 'end-help'] as const),
]);

/** What happens, and to which tickets: most commands are about one. */
function decidePlaced(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): PlacedDecision {
  const denied = whyNotPermitted(command, state, context);
  if (denied) return fail(denied);
  if (command.type === 'register' || command.type === 'import') {
    if (state) return refuse('ticket-exists');
    return command.type === 'register'
      ? decideOpening(command, context)
      : here(decideImport(command, context), context);
  }
  if (!state) return refuse('no-such-ticket');
  if (state.status === 'merged' && !afterMerging.has(command.type)) {
    const into = state.mergedIntoId === undefined ? null : context.other(state.mergedIntoId);
    return refuse('ticket-merged', [], { target: into?.number ?? '' });
  }
  const alone = whyNotSolvedAlone(command, state, context);
  if (alone) return fail(alone);
  if (isFamilyCommand(command)) return decideFamily(command, state, context, decideHere);
  if (command.type === 'link') return decideLink(command.link, state, context);
  return here(decideHere(command, state, context), context);
}

/** A command on this ticket alone, held against what the desk asks of every change. */
function decideHere(command: ExistingCommand, state: Ticket, context: DecideContext): Decision {
  const decision = gated(decideOnTicket(command, state, context), command, state, context);
  // What a customer wrote is taken in whatever the desk's statuses say.
  const kept = command.type === 'receive' ? decision : alongStatuses(decision, context.desk);
  return endingCare(kept, command, state, context);
}

function here(decision: Decision, { ticketId }: DecideContext): PlacedDecision {
  return decision.ok ? ok(placed(ticketId, decision.value)) : decision;
}

type ExistingCommand = Exclude<
  TicketCommand,
  FamilyCommand | { type: 'register' | 'import' | 'link' }
>;

function decideOnTicket(command: ExistingCommand, state: Ticket, context: DecideContext): Decision {
  if (isWorkCommand(command)) return decideWork(command, state, context);
  if (isSupervisionCommand(command)) return decideSupervision(command, state, context);
  switch (command.type) {
    case 'take':
      return decideTake(state, context);
    case 'assign':
      return decideAssign(state, command.personId);
    case 'route':
      return decideRoute(command.route, state, context);
    case 'reply':
      return decideReply(command, state, context);
    case 'receive':
      return decideReceive(command, state, context);
    case 'note':
      return decideNote(command, state, context);
    case 'log-call':
      return decideCall(command, state, context);
    case 'set-fields':
      return decideFields(command.fields, state, context);
    case 'tag':
      return decideTags(command, state);
    case 'promise':
      return decidePromise(command.promise, state, context);
    case 'settle-promise':
      return decideSettle(command, state, context);
    case 'keep-breaches':
      return ok([]);
    case 'release-message':
      return decideRelease(command, state, context);
    default:
      return decideMove(command, state, context);
  }
}

type MoveCommand = Extract<
  TicketCommand,
  {
    type:
      | 'set-status'
      | 'schedule'
      | 'resolve'
      | 'confirm'
      | 'close-by-timeout'
      | 'return'
      | 'reopen';
  }
>;

/** Commands that move a ticket through its life, on one line or from one to another. */
function decideMove(
  command: MoveCommand | HandoverCommand,
  state: Ticket,
  context: DecideContext,
): Decision {
  switch (command.type) {
    case 'set-status':
      return decideStatus(command, state, context);
    case 'schedule':
      return decideSchedule(command, state, context);
    case 'resolve':
      return decideResolve(command, state, context);
    case 'confirm':
      return decideConfirm(command, state, context);
    case 'close-by-timeout':
      return decideTimeout(state, context);
    case 'return':
      return decideReturn(command.reason, state, context);
    case 'reopen':
      return decideReopen(command.reason, state);
    default:
      return decideHandover(command, state, context);
  }
}
