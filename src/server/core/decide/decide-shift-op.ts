import type { TicketEvent } from '../../../domain/event.ts';
import { evolveTicket } from '../../../domain/evolve-ticket.ts';
import { decideShift } from '../../../domain/shift/decide-shift.ts';
import { evolveShift } from '../../../domain/shift/evolve-shift.ts';
import type { Shift } from '../../../domain/shift/shift.ts';
import type { ShiftCommand } from '../../../domain/shift/shift-command.ts';
import type { DecideShiftContext } from '../../../domain/shift/shift-context.ts';
import { readShiftId } from '../../../domain/shift/shift-id.ts';
import { isUnled } from '../../../domain/shift/shift-right.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { BatchState } from '../state/batch-state.ts';
import {
  type AskedOp,
  type Change,
  type Outcome,
  type RowDraft,
  refusedBlindly,
  refusedFor,
} from './outcome.ts';
import { signOffsIn } from './sign-offs.ts';

/** A frozen report is cut to less than this by whoever compiles it. */
const MOST_REPORT_CHARS = 400 * 1024;

/** Decides a command on a shift, and which tickets change hands with it. */
export function decideShiftOp(asked: AskedOp, state: BatchState): Outcome {
  const { op, spaces } = asked;
  const { entityId: id, space } = op;
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = op.payload as ShiftCommand;
  const isOfSpace = readShiftId(id)?.space === space;
  if (!isOfSpace || !isReadable(command)) return refusedBlindly('op-unreadable');
  if (space === DESK_SPACE || !spaces.has(space)) return refusedBlindly('space-not-yours');
  const shift = state.state('shift', id);
  state.need(ticketsOf(command, shift).map((ticketId) => ({ type: 'ticket', id: ticketId })));
  const decided = decideShift(command, shift, contextOf(asked, state));
  if (!decided.ok) return refusedFor({ type: 'shift', id }, decided.problem);
  const { events, tickets } = decided.value;
  const own: RowDraft = { space, body: { kind: 'shift', events }, tickets: [] };
  const change: Change = { type: 'shift', id, space, state: events.reduce(evolveShift, shift) };
  const moved = movedTickets(tickets, state);
  return { ok: true, value: { rows: [own, ...moved.rows], changes: [change, ...moved.changes] } };
}

/** Whether a report is of a size to be read. */
function isReadable(command: ShiftCommand): boolean {
  const report = command.type === 'submit-shift' ? command.report : null;
  return report === null || JSON.stringify(report).length <= MOST_REPORT_CHARS;
}

/** Every ticket that a rule will ask for, to be read in one query. */
function ticketsOf(command: ShiftCommand, shift: Shift | null): readonly string[] {
  const submitted = shift?.handovers.at(-1)?.items ?? [];
  switch (command.type) {
    case 'submit-shift':
      return idsIn(command.items);
    case 'accept-shift':
      return idsIn(submitted);
    case 'log-item':
      return idsIn([command.item]);
    case 'note-ticket':
      return idsIn([command.note]);
    case 'mark-reviewed':
      return idsIn([command.mark]);
    default:
      return [];
  }
}

function idsIn(items: readonly { readonly ticketId: string | null }[]): readonly string[] {
  return [...new Set(items.flatMap(({ ticketId }) => ticketId ?? []))];
}

function contextOf(asked: AskedOp, state: BatchState): DecideShiftContext {
  const { op, actor, device, occurredAt: now, spaces } = asked;
  const { opId, entityId: shiftId, space } = op;
  const { config: desk, people } = state.desk;
  return {
    ...{ now, actor, device, opId, shiftId, space, desk, isDemo: false },
    isUnled: isUnled([...people.values()], desk),
    isSignedOff: signOffsIn(state),
    person: (id) => people.get(id) ?? null,
    ticket: (id) => {
      const known = state.entity('ticket', id);
      return known && spaces.has(known.space) ? known.state : null;
    },
  };
}

/** One row for the tickets of each space: whoever sees only one of them hears of that one. */
function movedTickets(events: readonly TicketEvent[], state: BatchState) {
  const rows: RowDraft[] = [];
  const changes: Change[] = [];
  const spaceOf = ({ ticketId: id }: TicketEvent) => state.entity('ticket', id)?.space ?? '';
  for (const [space, told] of Map.groupBy(events, spaceOf)) {
    const byTicket = Map.groupBy(told, ({ ticketId }) => ticketId);
    for (const [id, own] of byTicket) {
      const after = own.reduce(evolveTicket, state.state('ticket', id));
      changes.push({ type: 'ticket', id, space, state: after });
    }
    const body = { kind: 'ticket', events: told } as const;
    rows.push({ space, body, tickets: [...byTicket.keys()], part: space });
  }
  return { rows, changes };
}
