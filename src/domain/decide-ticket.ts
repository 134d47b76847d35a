import { unreachable } from '../util/must.ts';
import { ok, type Result } from '../util/result.ts';
import type { TicketCommand } from './command.ts';
import type { DecideContext, Decision } from './decide-context.ts';
import { decideCall, decideNote, decideReceive, decideReply } from './decide-entry.ts';
import { decidePromise, decideSettle } from './decide-promise.ts';
import { decideImport, decideRegister } from './decide-register.ts';
import {
  decideConfirm,
  decideReopen,
  decideResolve,
  decideReturn,
  decideSchedule,
  decideStatus,
} from './decide-status.ts';
import type { TicketEvent, TicketFact } from './event.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Ticket } from './ticket.ts';

/**
 * Decides one command on one ticket. Pure: same state, command and context give the same events,
 * whether here or at the server after a week offline.
 */
export function decideTicket(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Result<readonly TicketEvent[], Refusal> {
  const decision = decideFacts(command, state, context);
  if (!decision.ok) return decision;
  const isForeign = command.type === 'receive';
  return ok(
    decision.value.map((fact, index) => ({
      id: `${context.opId}:${index}`,
      opId: context.opId,
      ticketId: context.ticketId,
      at: timeOf(fact, command, context),
      byId: isForeign ? null : context.actor.id,
      device: context.device,
      fact,
    })),
  );
}

/** What lived elsewhere happened then, not at the time of the import. */
function timeOf(fact: TicketFact, command: TicketCommand, context: DecideContext): number {
  if (fact.type === 'registered') return fact.ticket.createdAt;
  return command.type === 'import' && fact.type === 'entry-added' ? fact.entry.at : context.now;
}

function decideFacts(
  command: TicketCommand,
  state: Ticket | null,
  context: DecideContext,
): Decision {
  if (context.actor.role === 'read-only') return refuse('role-reads-only');
  if (command.type === 'register' || command.type === 'import') {
    if (state) return refuse('ticket-exists');
    return command.type === 'register'
      ? decideRegister(command, context)
      : decideImport(command, context);
  }
  if (!state) return refuse('no-such-ticket');
  if (state.status === 'merged' && command.type !== 'note') return refuse('ticket-merged');
  return decideOnTicket(command, state, context);
}

type ExistingCommand = Exclude<TicketCommand, { type: 'register' | 'import' }>;

function decideOnTicket(command: ExistingCommand, state: Ticket, context: DecideContext): Decision {
  switch (command.type) {
    case 'take':
      return decideTake(state, context);
    case 'assign':
      return decideAssign(state, command.personId);
    case 'reply':
      return decideReply(command, state, context);
    case 'receive':
      return decideReceive(command, state, context);
    case 'note':
      return decideNote(command, state, context);
    case 'log-call':
      return decideCall(command, state, context);
    case 'set-status':
      return decideStatus(command, state, context);
    case 'schedule':
      return decideSchedule(command, state, context);
    case 'set-fields':
      return decideFields(command.fields, state, context);
    case 'tag':
      return decideTags(command, state);
    case 'promise':
      return decidePromise(command.promise, state, context);
    case 'settle-promise':
      return decideSettle(command, state, context);
    case 'resolve':
      return decideResolve(command, state, context);
    case 'confirm':
      return decideConfirm(command, state, context);
    case 'return':
      return decideReturn(command.reason, state, context);
    case 'reopen':
      return decideReopen(command.reason, state);
    case 'link':
      return decideLink(command.link, state);
    default:
      return unreachable(command);
  }
}

function decideTake(state: Ticket, context: DecideContext): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (state.assigneeId === context.actor.id) return refuse('already-yours', ['reply', 'note']);
  if (state.assigneeId) {
    return refuse('already-taken', ['assign', 'note'], { personId: state.assigneeId });
  }
  const facts: TicketFact[] = [{ type: 'assigned', personId: context.actor.id, reason: 'taken' }];
  if (state.status === 'new') {
    facts.push({ type: 'status-changed', from: 'new', to: 'open', reason: '', until: null });
  }
  return ok(facts);
}

function decideAssign(state: Ticket, personId: string | null): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (personId === state.assigneeId) {
    return refuse(personId === null ? 'already-unassigned' : 'already-assigned');
  }
  return ok([{ type: 'assigned', personId, reason: '' }]);
}

function decideFields(
  fields: Extract<TicketCommand, { type: 'set-fields' }>['fields'],
  state: Ticket,
  context: DecideContext,
): Decision {
  const { reason = '', ...wanted } = fields;
  if (wanted.subject !== undefined && wanted.subject.trim() === '')
    return refuse('subject-missing');
  if (wanted.line !== undefined && !context.desk.lines.some((l) => l.code === wanted.line)) {
    return refuse('unknown-line', [], { line: wanted.line });
  }
  const facts: TicketFact[] = [];
  const names = ['subject', 'kind', 'priority', 'line', 'customerId', 'contactId'] as const;
  for (const name of names) {
    const to = wanted[name];
    if (to === undefined || to === state[name]) continue;
    // The pair (name, to) comes from one object, which the compiler cannot follow through a loop.
    const field = { name, from: state[name], to } as Extract<
      TicketFact,
      { type: 'field-changed' }
    >['field'];
    facts.push({ type: 'field-changed', field, reason });
  }
  return facts.length > 0 ? ok(facts) : refuse('nothing-to-change');
}

function decideTags(command: Extract<TicketCommand, { type: 'tag' }>, state: Ticket): Decision {
  const added = command.add.map((t) => t.trim()).filter((t) => t !== '' && !state.tags.includes(t));
  const removed = command.remove.filter((t) => state.tags.includes(t));
  if (added.length === 0 && removed.length === 0) return refuse('nothing-to-change');
  return ok([{ type: 'tags-changed', added: [...new Set(added)], removed }]);
}

function decideLink(
  link: Extract<TicketCommand, { type: 'link' }>['link'],
  state: Ticket,
): Decision {
  if (link.ticketId === state.id) return refuse('link-to-itself');
  if (state.links.some((l) => l.ticketId === link.ticketId)) return refuse('already-linked');
  return ok([{ type: 'linked', link }]);
}
