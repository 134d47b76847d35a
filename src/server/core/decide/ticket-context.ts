import type { DecideContext } from '../../../domain/decide-context.ts';
import { headOf, seniorOnDuty, teamLeadOf } from '../../../domain/duty/on-duty.ts';
import type { Customer } from '../../../domain/person.ts';
import { servedCustomer } from '../../../domain/served-customer.ts';
import { asksForCustomer } from '../../../domain/sla/choose-policy.ts';
import type { Entry, Ticket } from '../../../domain/ticket.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { AskedOp } from './outcome.ts';
import { signOffsIn } from './sign-offs.ts';

/** What of a decision is not known from the operation alone. */
export interface GivenContext {
  readonly now: number;
  readonly space: string;
  readonly nextNumber: () => string;
  readonly isHeldBack: boolean;
}

/** What a decision on a ticket asks of the server: other tickets, entries, people, customers. */
export function ticketContext(
  { op, actor, device, spaces }: AskedOp,
  state: BatchState,
  given: GivenContext,
): DecideContext {
  const ticketId = op.entityId;
  const { config, people, roster } = state.desk;
  const other = visibleTickets(state, spaces);
  const served = servedCustomers(state);
  // Own getters: rules copy a context for other tickets of the same operation.
  return {
    ...given,
    ...{ actor, device, desk: config, opId: op.opId, ticketId, other },
    entry: (entryId) =>
      findEntry(state, [ticketId, ...(other(ticketId)?.mergedFromIds ?? [])], entryId),
    person: (id) => people.get(id) ?? null,
    isSignedOff: signOffsIn(state),
    customerOf: (ticket) => (asksForCustomer(config) ? served(ticket.customerId) : null),
    get headId() {
      return headOf(roster())?.id ?? null;
    },
    get seniorId() {
      return seniorOnDuty(config, roster(), given.now)?.id ?? null;
    },
    get teamLeadId() {
      const customer = served(other(ticketId)?.customerId ?? null);
      return teamLeadOf(customer, roster())?.id ?? null;
    },
  };
}

/** Tickets as one person sees them: those of other spaces are not there. */
function visibleTickets(
  state: BatchState,
  spaces: ReadonlySet<string>,
): (ticketId: string) => Ticket | null {
  return (ticketId) => {
    const known = state.entity('ticket', ticketId);
    return known && spaces.has(known.space) ? known.state : null;
  };
}

function findEntry(state: BatchState, ticketIds: readonly string[], entryId: string): Entry | null {
  for (const id of ticketIds) {
    const found = state.entries(id).find((entry) => entry.id === entryId);
    if (found) return found;
  }
  return null;
}

function servedCustomers(state: BatchState): (customerId: string | null) => Customer | null {
  const customerOf = (id: string) => state.state('customer', id);
  return (customerId) => {
    const customer = customerId === null ? null : customerOf(customerId);
    return customer && servedCustomer(customer, customerOf);
  };
}
