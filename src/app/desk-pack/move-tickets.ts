import type { DeskPack } from '../../content/desk/load-pack.ts';
import type { TicketEvent, TicketFact } from '../../domain/event.ts';
import type { Op } from '../../domain/op.ts';
import type { Status, TicketKind } from '../../domain/vocabulary.ts';
import { TicketCodesReader } from '../../store/desk/ticket-codes-reader.ts';
import type { Desk } from '../desk/desk.ts';

/** Why a field of a ticket changed although nobody touched the ticket. */
const REASON = 'desk-changed';

interface Move {
  readonly part: 'lines' | 'statuses' | 'kinds';
  readonly from: string;
  readonly fact: TicketFact;
}

/** Moves tickets of codes that are gone to where the pack says; each keeps it in its history. */
export function moveTickets(desk: Desk, op: Op, { desk: config, renames }: DeskPack): number {
  const codes = new TicketCodesReader(desk.store.sql);
  const facts = new Map<string, TicketFact[]>();
  for (const { part, from, fact } of movesOf(renames)) {
    for (const id of codes.idsOf(part, from)) facts.set(id, [...(facts.get(id) ?? []), fact]);
  }
  // The first event of the operation is that of the desk itself.
  let index = 0;
  const events = [...facts].flatMap(([ticketId, of]) => {
    return of.map((fact): TicketEvent => {
      index += 1;
      const { opId, occurredAt: at, byId } = op;
      return { id: `${opId}:${index}`, opId, ticketId, at, byId, device: desk.device, fact };
    });
  });
  if (events.length > 0) desk.tickets.append(events, config);
  return facts.size;
}

function movesOf({ lines, statuses, kinds }: DeskPack['renames']): readonly Move[] {
  return [
    ...Object.entries(lines).map(([from, to]): Move => {
      const field = { name: 'line', from, to } as const;
      return { part: 'lines', from, fact: { type: 'field-changed', field, reason: REASON } };
    }),
    ...(Object.entries(kinds) as [TicketKind, TicketKind][]).map(([from, to]): Move => {
      const field = { name: 'kind', from, to } as const;
      return { part: 'kinds', from, fact: { type: 'field-changed', field, reason: REASON } };
    }),
    ...(Object.entries(statuses) as [Status, Status][]).map(([from, to]): Move => {
      const change = { from, to, reason: REASON, until: null };
      return { part: 'statuses', from, fact: { type: 'status-changed', ...change } };
    }),
  ];
}
