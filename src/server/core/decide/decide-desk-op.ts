import { decideDesk, type StrandedTickets } from '../../../domain/decide-desk.ts';
import { moveFacts } from '../../../domain/desk-renames.ts';
import {
  type ApplyDesk,
  DESK_ENTITY,
  type DeskEvent,
  isPackFile,
} from '../../../domain/desk-version.ts';
import type { TicketEvent } from '../../../domain/event.ts';
import { evolveTicket } from '../../../domain/evolve-ticket.ts';
import { isLeading } from '../../../domain/person.ts';
import { refusal } from '../../../domain/refusal.ts';
import { DESK_SPACE } from '../../../domain/space.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import { sha256 } from '../../../util/sha256.ts';
import type { DeskState, ReadRules, ServerRules } from '../server-rules.ts';
import type { BatchState } from '../state/batch-state.ts';
import { deskView } from '../state/desk-memory.ts';
import {
  type AskedOp,
  type Change,
  type Outcome,
  type RowDraft,
  refusedBlindly,
  refusedFor,
} from './outcome.ts';

/** What a pack looks at in a ticket. */
export type TicketCodes = Pick<Ticket, 'id' | 'number' | 'line' | 'status' | 'kind' | 'space'>;

type Rules = Extract<ReadRules, { ok: true }>;

const ABOUT = { type: 'desk', id: DESK_ENTITY } as const;
const EXAMPLES = 3;
/** A row is read in one piece by every client: moves of many tickets come in several. */
const TICKETS_IN_ROW = 200;

/** Decides whether a pack comes in force, and what that does to tickets in all spaces. */
export function decideDeskOp(
  asked: AskedOp,
  state: BatchState,
  { rules, codes }: { readonly rules: ServerRules; readonly codes: readonly TicketCodes[] },
): Outcome {
  // The dispatch is by the type of the entity; the shape of the payload was checked before.
  const command = asked.op.payload as ApplyDesk;
  const isNamed = Object.keys(command.files).every(isPackFile);
  if (asked.op.entityId !== DESK_ENTITY || !isNamed) return refusedBlindly('op-unreadable');
  const read = rules.packOf(command.files);
  if (!read.ok) {
    return refusedFor(ABOUT, refusal('pack-broken', [], { details: read.problems.join('; ') }));
  }
  const before = state.desk.state;
  const decided = decideDesk(command, before?.current ?? null, {
    ...{ now: asked.occurredAt, opId: asked.op.opId, device: asked.device, actor: asked.caller },
    desk: state.desk.config,
    isFounded: [...state.desk.people.values()].some(isLeading),
    founderId: before?.founderId ?? null,
    hash: hashOf(command.files),
    changed: changedParts(before?.files ?? {}, command.files),
    stranded: strandedBy(read, codes),
  });
  if (!decided.ok) return refusedFor(ABOUT, decided.problem);
  return inForce(asked, state, { command, event: decided.value, rules: read, codes });
}

interface Applied {
  readonly command: ApplyDesk;
  readonly event: DeskEvent;
  readonly rules: Rules;
  readonly codes: readonly TicketCodes[];
}

function inForce(asked: AskedOp, state: BatchState, applied: Applied): Outcome {
  const { event, command, rules } = applied;
  const { fact, at, byId } = event;
  const { version, hash, changed } = fact;
  const next: DeskState = {
    current: { version, hash, at, byId, changed },
    founderId: state.desk.state?.founderId ?? byId,
    files: command.files,
  };
  const own: RowDraft = {
    space: DESK_SPACE,
    body: { kind: 'desk', event, files: command.files },
    tickets: [],
  };
  const moved = movedTickets(asked, state, applied);
  const desk: Change = { type: 'desk', id: DESK_ENTITY, space: DESK_SPACE, state: next };
  return {
    ok: true,
    value: {
      rows: [own, ...moved.rows],
      changes: [desk, ...moved.changes],
      desk: deskView(rules.desk, next, state.desk.people),
      audit: [{ what: 'rules-changed', detail: { version, hash, changed: changed.join(', ') } }],
    },
  };
}

/** Tickets of codes that are gone go where the pack says; each keeps it in its history. */
function movedTickets({ op, device, occurredAt }: AskedOp, state: BatchState, applied: Applied) {
  const rows: RowDraft[] = [];
  const changes: Change[] = [];
  // The first event of the operation is that of the desk itself.
  let index = 0;
  const allMoving = applied.codes.flatMap(({ id, space, ...codes }) => {
    const facts = moveFacts(applied.rules.renames, codes);
    return facts.length > 0 ? [{ id, space, facts }] : [];
  });
  state.need(allMoving.map(({ id }) => ({ type: 'ticket', id })));
  for (const [space, moving] of Map.groupBy(allMoving, (ticket) => ticket.space)) {
    for (let start = 0; start < moving.length; start += TICKETS_IN_ROW) {
      const events: TicketEvent[] = [];
      const part = moving.slice(start, start + TICKETS_IN_ROW);
      for (const { id, facts } of part) {
        const own = facts.map((fact): TicketEvent => {
          index += 1;
          const { opId, byId } = op;
          return { id: `${opId}:${index}`, opId, ticketId: id, at: occurredAt, byId, device, fact };
        });
        events.push(...own);
        const after = own.reduce(evolveTicket, state.state('ticket', id));
        changes.push({ type: 'ticket', id, space, state: after });
      }
      const name = start === 0 ? space : `${space}/${start / TICKETS_IN_ROW}`;
      rows.push({
        space,
        body: { kind: 'ticket', events },
        tickets: part.map(({ id }) => id),
        part: name,
      });
    }
  }
  return { rows, changes };
}

/** Tickets whose codes the pack neither knows nor replaces. */
function strandedBy(
  { desk, renames }: Rules,
  codes: readonly TicketCodes[],
): readonly StrandedTickets[] {
  const parts = [
    { part: 'lines', key: 'line', known: desk.lines },
    { part: 'statuses', key: 'status', known: desk.statuses },
    { part: 'kinds', key: 'kind', known: desk.kinds },
  ] as const;
  return parts.flatMap(({ part, key, known }) => {
    const fine = new Set<string>([...known.map(({ code }) => code), ...Object.keys(renames[part])]);
    const left = Map.groupBy(
      codes.filter((ticket) => !fine.has(ticket[key])),
      (ticket) => ticket[key],
    );
    return [...left].map(([code, tickets]) => {
      const examples = tickets.slice(0, EXAMPLES).map(({ number }) => number);
      return { part, code, count: tickets.length, examples };
    });
  });
}

function changedParts(before: ApplyDesk['files'], after: ApplyDesk['files']): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => name.replace(/\.ya?ml$/, ''))
    .toSorted();
}

function hashOf(files: ApplyDesk['files']): string {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify(sorted));
}
