import type { Desk } from '../app/desk/desk.ts';
import { execute } from '../app/desk/execute.ts';
import { readMoment } from '../app/desk/read-moment.ts';
import { findTicketId, mustFindTicket } from '../app/ticket/find-ticket.ts';
import { ticketRow } from '../app/ticket/ticket-row.ts';
import type { TicketCommand } from '../domain/command.ts';
import { type Refusal, type RefusalCode, refusal } from '../domain/refusal.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Result } from '../util/result.ts';
import { UserError } from '../util/user-error.ts';
import { ticketLine } from './format-ticket.ts';
import { RefusedError, refusedError } from './refused.ts';
import type { Session } from './session.ts';
import { ticketStateJson } from './ticket-json.ts';

/** The ticket that a command is about. */
export interface Target {
  readonly desk: Desk;
  readonly ticket: Ticket;
}

/** Finds the ticket of a reference; `.` is the one open in the workstation. */
export async function findTarget(session: Session, reference: string): Promise<Target> {
  const desk = await session.desk();
  if (reference.trim() === '.' && findTicketId(desk, '.') === null) {
    throw new UserError('no-open-ticket');
  }
  return { desk, ticket: mustFindTicket(desk, reference) };
}

/** What a use case did, or the refusal as an error. */
export function accepted<Value>(
  { desk, ticket }: { readonly desk: Desk; readonly ticket: Ticket | null },
  done: Result<Value, Refusal>,
): Value {
  if (done.ok) return done.value;
  throw refusedError(desk, done.problem, ticket?.number ?? null);
}

/** Runs one command on one ticket, prints the ticket's new state and returns it. */
export async function runOnTicket(
  session: Session,
  reference: string,
  command: TicketCommand | ((target: Target) => TicketCommand),
): Promise<Target> {
  const target = await findTarget(session, reference);
  const wanted = typeof command === 'function' ? command(target) : command;
  const { ticket } = accepted(target, execute(target.desk, target.ticket.id, wanted));
  await printState(session, target.desk, ticket);
  return { desk: target.desk, ticket };
}

/** Prints a ticket after a command; `more` are keys of its own for programs. */
export async function printState(
  session: Session,
  desk: Desk,
  ticket: Ticket,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { output } = session;
  if (output.isJson) output.json({ ...ticketStateJson(desk, ticket), ...more });
  else output.row(ticketLine(ticketRow(desk, ticket), desk, await session.texts()));
}

/** The moment that was typed; one that is over is refused by a rule of the desk. */
export function futureMoment({ desk, ticket }: Target, text: string, code: RefusalCode): number {
  const at = readMoment(desk, text);
  if (at === 'past') throw new RefusedError(refusal(code), ticket.number);
  return at;
}
