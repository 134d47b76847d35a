import type { TicketCommand, TicketFields } from '../../domain/command.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Priority, Status } from '../../domain/vocabulary.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { type ImportOutcome, skipped } from './import-report.ts';

/** What the other system now says of a ticket; null where it says nothing. */
export interface ImportedState {
  readonly subject: string;
  readonly status: Status | null;
  readonly priority: Priority | null;
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly tags: readonly string[];
}

/** Marks changes that came with an import, so that the next one can tell them from ours. */
const importReason = 'import';

/**
 * Brings a ticket up to what its source says by now. Only what changed there since the last import
 * is carried over: work done here is not undone by reading the same file again.
 */
export function updateImported(desk: Desk, ticketId: string, next: ImportedState): ImportOutcome {
  const ticket = desk.tickets.byId(ticketId);
  if (!ticket) return skipped('no-such-ticket');
  if (isSame(ticket, next)) return skipped('unchanged');
  const last = lastImported(desk, ticket);
  const commands = [
    ...fieldCommands(next, last, ticket),
    ...tagCommands(next, last, ticket),
    ...statusCommands(next, last, ticket),
  ];
  let refused: Refusal | null = null;
  let changes = 0;
  for (const command of commands) {
    const done = execute(desk, ticketId, command);
    if (done.ok) changes += 1;
    else refused ??= done.problem;
  }
  if (changes > 0) return { kind: 'updated', number: ticket.number };
  return refused ? skipped(refused.code, refused.params) : skipped('unchanged');
}

const fieldNames = ['subject', 'priority', 'customerId', 'contactId'] as const;

function isSame(ticket: Ticket, next: ImportedState): boolean {
  return (
    fieldNames.every((name) => next[name] === null || next[name] === ticket[name]) &&
    (next.status === null || next.status === ticket.status) &&
    next.tags.every((tag) => ticket.tags.includes(tag))
  );
}

/** What the source said last time: the opening and the changes that later imports made. */
function lastImported(desk: Desk, ticket: Ticket): Partial<ImportedState> {
  let last: Partial<ImportedState> = {};
  for (const { fact } of desk.tickets.events(ticket.id)) {
    if (fact.type === 'registered') last = fact.ticket;
    if (fact.type === 'field-changed' && fact.reason === importReason) {
      last = { ...last, [fact.field.name]: fact.field.to };
    }
    if (fact.type === 'status-changed' && fact.reason === importReason) {
      last = { ...last, status: fact.to };
    }
    if (fact.type === 'confirmed' && fact.how === importReason)
      last = { ...last, status: 'closed' };
  }
  return last;
}

function fieldCommands(
  next: ImportedState,
  last: Partial<ImportedState>,
  ticket: Ticket,
): TicketCommand[] {
  const changed = fieldNames.filter(
    (name) => next[name] !== null && next[name] !== last[name] && next[name] !== ticket[name],
  );
  if (changed.length === 0) return [];
  const values = Object.fromEntries(changed.map((name) => [name, next[name]]));
  const fields: TicketFields = { ...values, reason: importReason };
  return [{ type: 'set-fields', fields }];
}

function tagCommands(
  next: ImportedState,
  last: Partial<ImportedState>,
  ticket: Ticket,
): TicketCommand[] {
  const add = next.tags.filter((tag) => !last.tags?.includes(tag) && !ticket.tags.includes(tag));
  return add.length > 0 ? [{ type: 'tag', add, remove: [] }] : [];
}

function statusCommands(
  next: ImportedState,
  last: Partial<ImportedState>,
  ticket: Ticket,
): TicketCommand[] {
  const to = next.status;
  if (to === null || to === last.status || to === ticket.status) return [];
  const reason = importReason;
  const isDone = ticket.status === 'resolved' || ticket.status === 'closed';
  const resolve = { type: 'resolve', solution: '', isSaidElsewhere: true } as const;
  if (to === 'resolved') return [resolve];
  if (to === 'closed') {
    const confirm = { type: 'confirm', by: '', how: reason, isSaidElsewhere: true } as const;
    return isDone ? [confirm] : [resolve, confirm];
  }
  if (!isDone) return [{ type: 'set-status', status: to, reason }];
  const reopen = { type: 'reopen', reason } as const;
  return to === 'open' ? [reopen] : [reopen, { type: 'set-status', status: to, reason }];
}
