import type { TicketCommand } from '../../../domain/command.ts';
import { decideTicket } from '../../../domain/decide-ticket.ts';
import type { TicketEvent } from '../../../domain/event.ts';
import { evolveTicket } from '../../../domain/evolve-ticket.ts';
import { refusal } from '../../../domain/refusal.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { Entry, Ticket } from '../../../domain/ticket.ts';
import type { WithholdReason } from '../../../domain/withhold.ts';
import type { TicketAlias } from '../../../protocol/wire.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { NumberPool } from '../state/number-pool.ts';
import { spokenIn } from './conversation.ts';
import { heldBack, whyHeldBack } from './hold-back.ts';
import { entriesOf, ownEntries } from './imported-entries.ts';
import { lettersOf, standsHere } from './letters.ts';
import {
  type AskedOp,
  type Change,
  type Effects,
  type Outcome,
  refusedBlindly,
  refusedFor,
} from './outcome.ts';
import { ticketContext } from './ticket-context.ts';
import { Numbering } from './ticket-numbers.ts';

/** A command on a ticket, ready to be decided in its space. */
interface Placed {
  readonly asked: AskedOp;
  readonly command: TicketCommand;
  readonly state: BatchState;
  readonly ticket: Ticket | null;
  readonly space: string;
  readonly numbering: Numbering;
  readonly withheld: WithholdReason | null;
}

/** Decides a command on tickets by the rules of the desk, with what the server knows. */
export function decideTicketOp(asked: AskedOp, state: BatchState, pool: NumberPool): Outcome {
  const { op, spaces } = asked;
  const known = state.entity('ticket', op.entityId);
  // What is not theirs to see is not there for them.
  if (known && !spaces.has(known.space)) return refusedBlindly('no-such-ticket');
  if (known && speaksForOthers(asked, state)) return refusedBlindly('forged-actor');
  const space = known?.space ?? op.space;
  if (!known && (space === DESK_SPACE || !spaces.has(space)))
    return refusedBlindly('space-not-yours');
  const numbering = new Numbering(asked, state, pool);
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = readyCommand(op.payload as TicketCommand, { numbering, opId: op.opId, state });
  if (isPractice(command, known?.state ?? null)) return refusedBlindly('practice-not-shared');
  const ticket = known?.state ?? null;
  const withheld = ticket && whyHeldBack(asked, ticket, state);
  const placed = { asked, command, state, ticket, space, numbering, withheld };
  return standsHere(command, space, state) ? nothingDone(placed) : decided(placed);
}

/** Others speak in what a store brings along, nowhere else. */
function speaksForOthers({ actor, caller, deviceId, op }: AskedOp, state: BatchState): boolean {
  return actor.id !== caller.id && state.opener(op.entityId) !== deviceId;
}

function decided(placed: Placed): Outcome {
  const { asked, state, space, withheld } = placed;
  const about = { type: 'ticket', id: asked.op.entityId } as const;
  const decision = decidedInOrder(placed);
  if (!decision.ok) return refusedFor(about, decision.problem);
  // Said first, so that the message does not count as an answer.
  const events = withheld
    ? [heldBack(asked, withheld, decision.value.length), ...decision.value]
    : decision.value;
  const folded = foldAll(events, state, space);
  if (!folded.ok) return refusedFor(about, folded.problem);
  return { ok: true, value: effectsOf(placed, { events, tickets: folded.value }) };
}

/**
 * Decides as of when it was done. A status that was changed before the last change of status, but
 * heard of after it, counts from that one: time never runs backwards in a ticket.
 */
function decidedInOrder(placed: Placed): ReturnType<typeof decideTicket> {
  const { asked, command } = placed;
  const now = isPublic(command) && !asked.isHistory ? asked.receivedAt : asked.occurredAt;
  const decision = decidedAt(placed, now);
  if (!decision.ok) return decision;
  const moved = decision.value.filter(({ fact }) => fact.type === 'status-changed');
  const last = moved.map(({ ticketId }) => lastMoveOf(ticketId, placed));
  const earliest = Math.max(now, ...last);
  return earliest === now ? decision : decidedAt(placed, earliest);
}

function decidedAt(placed: Placed, now: number): ReturnType<typeof decideTicket> {
  const { asked, command, state, ticket, space, numbering, withheld } = placed;
  const nextNumber = () => numbering.next();
  const given = { now, space, nextNumber, isHeldBack: withheld !== null };
  return decideTicket(command, ticket, ticketContext(asked, state, given));
}

function lastMoveOf(ticketId: string, { state }: Placed): number {
  return state.state('ticket', ticketId)?.statusLog.at(-1)?.at ?? 0;
}

type Folded =
  | { readonly ok: true; readonly value: readonly Ticket[] }
  | { readonly ok: false; readonly problem: ReturnType<typeof refusal> };

/** The tickets as their events leave them: all of one space, and nothing registered twice. */
function foldAll(events: readonly TicketEvent[], state: BatchState, space: string): Folded {
  const tickets = new Map<string, Ticket | null>();
  for (const event of events) {
    const id = event.ticketId;
    let before = tickets.get(id);
    if (before === undefined) {
      const known = state.entity('ticket', id);
      if (known && known.space !== space) {
        return { ok: false, problem: refusal('other-space', [], { number: '' }) };
      }
      before = known?.state ?? null;
    }
    const isOpening = event.fact.type === 'registered';
    if (isOpening && before) return { ok: false, problem: refusal('ticket-exists') };
    if (!(isOpening || before)) return { ok: false, problem: refusal('no-such-ticket') };
    tickets.set(id, evolveTicket(before, event));
  }
  return { ok: true, value: [...tickets.values()].filter((ticket) => ticket !== null) };
}

interface Happened {
  readonly events: readonly TicketEvent[];
  readonly tickets: readonly Ticket[];
}

function effectsOf(placed: Placed, { events, tickets }: Happened): Effects {
  const { space, command, withheld } = placed;
  const names = namesOf(placed, events);
  const aliases = names.filter(({ alias, ticketId }) => {
    return tickets.find(({ id }) => id === ticketId)?.number !== alias;
  });
  const body = {
    kind: 'ticket',
    events,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(withheld ? { withheld } : {}),
  } as const;
  const opened = placed.asked.op.entityId;
  const ids = tickets.map(({ id }) => id);
  const spoken = new Map<string, readonly Entry[]>();
  for (const id of ids) {
    const said = spokenIn(events, id);
    if (said.length > 0) spoken.set(id, said);
  }
  const changes = tickets.map((ticket): Change => {
    return { type: 'ticket', id: ticket.id, space, state: ticket };
  });
  return {
    rows: [{ space, body, tickets: ids }],
    changes: [
      ...changes,
      ...lettersOf(command, opened, space),
      ...entriesOf(command, opened, space),
    ],
    spoken,
    aliases: names,
    ...(withheld ? { withheld } : {}),
  };
}

/** The names under which new tickets are found from now on. */
function namesOf(
  { asked, numbering }: Placed,
  events: readonly TicketEvent[],
): readonly TicketAlias[] {
  return events.flatMap(({ fact, ticketId }) => {
    if (fact.type !== 'registered') return [];
    const { payload } = asked.op;
    const given = 'number' in payload ? payload.number : undefined;
    return numbering.names(ticketId, fact.ticket.number, given);
  });
}

function nothingDone({ space }: Placed): Outcome {
  return {
    ok: true,
    value: { rows: [{ space, body: { kind: 'nothing' }, tickets: [] }], changes: [] },
  };
}

/** Words to customers count from their receipt: only then they may leave. */
function isPublic({ type }: TicketCommand): boolean {
  return type === 'reply' || type === 'send-reviewed' || type === 'write-many';
}

/** A command as the server takes it: numbers that are taken and foreign ids are not the client's to give. */
function readyCommand(
  command: TicketCommand,
  { numbering, opId, state }: Pick<Placed, 'numbering' | 'state'> & { readonly opId: string },
): TicketCommand {
  if (command.type === 'register') return numbering.freed(command);
  if (command.type !== 'import') return command;
  return numbering.freed({ ...command, entries: ownEntries(command.entries, opId, state) });
}

function isPractice(command: TicketCommand, ticket: Ticket | null): boolean {
  if (ticket?.isDemo) return true;
  return (command.type === 'register' || command.type === 'import') && command.isDemo === true;
}
