import type { DeskPack } from '../../content/desk/load-pack.ts';
import { moveFacts } from '../../domain/desk-renames.ts';
import type { TicketEvent } from '../../domain/event.ts';
import type { Op } from '../../domain/op.ts';
import { TicketCodesReader } from '../../store/desk/ticket-codes-reader.ts';
import { must } from '../../util/must.ts';
import type { Desk } from '../desk/desk.ts';

/** Moves tickets of codes that are gone to where the pack says; each keeps it in its history. */
export function moveTickets(desk: Desk, op: Op, { desk: config, renames }: DeskPack): number {
  const codes = new TicketCodesReader(desk.store.sql);
  const ids = (['lines', 'kinds', 'statuses'] as const).flatMap((part) =>
    Object.keys(renames[part]).flatMap((code) => codes.idsOf(part, code)),
  );
  // The first event of the operation is that of the desk itself.
  let index = 0;
  const moved = new Set(ids);
  const events = [...moved].flatMap((ticketId) => {
    const ticket = must(desk.tickets.byId(ticketId), `ticket ${ticketId}`);
    return moveFacts(renames, ticket).map((fact): TicketEvent => {
      index += 1;
      const { opId, occurredAt: at, byId } = op;
      return { id: `${opId}:${index}`, opId, ticketId, at, byId, device: desk.device, fact };
    });
  });
  if (events.length > 0) desk.tickets.append(events, config);
  return moved.size;
}
