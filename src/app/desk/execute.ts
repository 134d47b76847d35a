import type { TicketCommand } from '../../domain/command.ts';
import type { DecideContext } from '../../domain/decide-context.ts';
import { OP_VERSION } from '../../domain/op.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ticket } from '../../domain/ticket.ts';
import type { Channel } from '../../domain/vocabulary.ts';
import { isJoined } from '../../store/sync/membership-store.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import { decidersOf } from '../people/deciders.ts';
import { policyCustomer } from '../sla/policy-customer.ts';
import type { Desk } from './desk.ts';

/** How a command is run when it is not simply "now, by me". */
export interface ExecuteOptions {
  /** Epoch ms of a thing that happened earlier (imports, demo). */
  readonly at?: number;
  readonly byId?: string;
  readonly opId?: string;
  readonly heldUntil?: number;
  readonly isDemo?: boolean;
}

/** Decides and writes one command on one ticket. A refusal by a rule changes nothing. */
export function execute(
  desk: Desk,
  ticketId: string,
  command: TicketCommand,
  options: ExecuteOptions = {},
): Result<Executed, Refusal> {
  const now = options.at ?? desk.clock.now();
  const actor = (options.byId ? desk.people.person(options.byId) : null) ?? desk.me;
  const opId = options.opId ?? desk.makeId();
  return desk.store.sql.transact(() => {
    const context = contextOf(desk, { now, actor, opId, ticketId });
    keepNumber(desk, command);
    const op = {
      opId,
      client: desk.device,
      v: OP_VERSION,
      space: 'main',
      entityType: 'ticket',
      entityId: ticketId,
      baseRev: 0,
      payload: command,
      occurredAt: now,
      byId: actor.id,
      isDemo: options.isDemo ?? desk.tickets.byId(ticketId)?.isDemo ?? false,
      heldUntil: options.heldUntil ?? null,
    } as const;
    return desk.tickets.execute(op, context);
  });
}

/** What a decision at this desk looks at, as things stand. */
export function contextOf(
  desk: Desk,
  asked: Pick<DecideContext, 'now' | 'actor' | 'opId' | 'ticketId'>,
): DecideContext {
  const { ticketId, now } = asked;
  // Copied, the deciders would be looked up for every command.
  return Object.assign(decidersOf(desk, ticketId, now), {
    ...asked,
    device: desk.device,
    desk: desk.config,
    other: (id: string) => desk.tickets.byId(id),
    entry: (id: string) => desk.tickets.entries(ticketId).find((entry) => entry.id === id) ?? null,
    nextNumber: () => nextNumber(desk),
    customerOf: (ticket: Ticket) => policyCustomer(desk, ticket),
    person: (id: string) => desk.people.person(id),
    isSignedOff: (id: string, channel: Channel) => desk.practiceRecords.isSignedOff(id, channel),
  });
}

/**
 * A number that no ticket here has. Where a server gives the numbers it is one of this device's
 * own, which goes on finding the ticket for ever.
 */
export function nextNumber(desk: Desk): string {
  const [head, key] = isJoined(desk.store.sql)
    ? [`SM-${desk.device}-`, 'device-number']
    : ['SM-', 'ticket-number'];
  let number = `${head}${desk.meta.next(key)}`;
  // A number that came with an import may stand ahead of the counter.
  while (desk.tickets.idByNumber(number)) number = `${head}${desk.meta.next(key)}`;
  return number;
}

function keepNumber(desk: Desk, command: TicketCommand): void {
  if (command.type !== 'import' && command.type !== 'register') return;
  const own = /^SM-(\d{1,12})$/.exec(command.number ?? '');
  if (own) desk.meta.atLeast('ticket-number', Number(own[1]));
}
