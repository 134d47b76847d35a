import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import type { VendorCase } from './handover.ts';
import type { HandoverCommand } from './handover-command.ts';

/** Keeps what a vendor said: the number there, the deadline, who watches. */
export function decideVendorNote(
  command: Extract<HandoverCommand, { type: 'note-vendor' }>,
  state: Ticket,
  { now }: DecideContext,
): Decision {
  const { vendorCase, handover } = state;
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen', 'new']);
  if (!vendorCase) return refuse('no-vendor-case', ['escalate']);
  const { dueAt = vendorCase.dueAt, watcherId = vendorCase.watcherId } = command;
  if (command.dueAt != null && command.dueAt <= now) return refuse('until-in-past');
  const noted: VendorCase = {
    ...vendorCase,
    ref: command.ref?.trim() ?? vendorCase.ref,
    dueAt,
    watcherId,
  };
  const isSame =
    noted.ref === vendorCase.ref &&
    dueAt === vendorCase.dueAt &&
    watcherId === vendorCase.watcherId;
  if (isSame) return refuse('nothing-to-change');
  const facts: TicketFact[] = [{ type: 'vendor-noted', vendorCase: noted }];
  // A number of their own is how a vendor says that the case was accepted.
  const isAccepted =
    noted.ref !== '' && handover?.kind === 'vendor' && handover.state === 'waiting';
  if (isAccepted) facts.push({ type: 'handover-accepted', handoverId: handover.id });
  return ok(facts);
}
