import { evolveTicket } from '../../src/domain/evolve-ticket.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import type { ShiftCommand } from '../../src/domain/shift/shift-command.ts';
import type { ShiftOutcome } from '../../src/domain/shift/shift-context.ts';
import type { AcceptedItem, HandoverItem } from '../../src/domain/shift/shift-handover.ts';
import type { CustomerPromise, Ticket } from '../../src/domain/ticket.ts';
import { must } from '../../src/util/must.ts';
import { quietReport } from './any-shift-command.ts';
import { minute, someWednesday } from './desk.ts';
import { registered, shippedDesk, TicketInMemory } from './domain.ts';
import { ShiftInMemory } from './shift.ts';

type Submit = Extract<ShiftCommand, { type: 'submit-shift' }>;
type Accept = Extract<ShiftCommand, { type: 'accept-shift' }>;

const desk = shippedDesk();

/** A shift whose tickets change hands with it, as in a store. */
export class HandoverInMemory extends ShiftInMemory {
  constructor() {
    super(desk);
  }

  override runs(command: ShiftCommand, actor?: Person): ShiftOutcome | Refusal {
    const done = super.runs(command, actor);
    if (!('tickets' in done)) return done;
    for (const event of done.tickets) {
      const ticket = evolveTicket(this.ticket(event.ticketId), event);
      this.tickets.set(event.ticketId, must(ticket, event.ticketId));
    }
    return done;
  }

  /** A ticket as it stands. */
  ticket(id: string): Ticket {
    return must(this.tickets.get(id) ?? null, id);
  }

  /** Opens a ticket, or changes one. */
  has(id: string, more: Partial<Ticket> = {}): Ticket {
    const ticket = { ...(this.tickets.get(id) ?? openTicket(id)), ...more };
    this.tickets.set(id, ticket);
    return ticket;
  }
}

function openTicket(id: string): Ticket {
  const ticket = new TicketInMemory(desk).does(registered);
  return { ...ticket, id, number: `SM-${id}`, status: 'open', assigneeId: 'anya' };
}

/** A promise of a ticket that is due so many minutes from the middle of the shift. */
export function promised(id: string, inMinutes: number): CustomerPromise {
  return {
    ...({ id, kind: 'call-back', text: 'позвоним', madeAt: someWednesday } as const),
    ...{ dueAt: someWednesday + inMinutes * minute, byId: 'anya' },
    ...({ state: 'open', settledAt: null } as const),
  };
}

/** A critical ticket that is handed over. */
export function redOf(ticketId: string, more: Partial<HandoverItem> = {}): HandoverItem {
  return {
    ...({ key: `red:${ticketId}`, part: 'red', ticketId, fromId: 'anya', toId: null } as const),
    ...{ nextAction: 'позвонить в ЦОД', ifThen: '', needsReadBack: false },
    ...more,
  };
}

/** A promise that is handed over. */
export function promiseOf(id: string, ticketId: string, toId: string | null = null): HandoverItem {
  return { ...redOf(ticketId, { toId }), key: `promise:${id}`, part: 'promise' };
}

/** A line of the log that is still looked at. */
export function watchOf(id: string): HandoverItem {
  return { ...redOf('', { ticketId: null }), key: `watch:${id}`, part: 'watch' };
}

/** A ticket that is taken with all the others. */
export function restOf(ticketId: string): HandoverItem {
  return { ...redOf(ticketId, { nextAction: '' }), key: `rest:${ticketId}`, part: 'rest' };
}

/** Hands the shift over. */
export function submit(items: readonly HandoverItem[], more: Partial<Submit> = {}): Submit {
  const said = { revision: 1, toId: null, report: quietReport, override: '' };
  return { type: 'submit-shift', ...said, items, ...more };
}

/** What the incoming lead says to an item: as written, with whoever has it. */
export function answerTo(item: HandoverItem, more: Partial<AcceptedItem> = {}): AcceptedItem {
  const owner = { ownerId: item.toId ?? item.fromId, seenOwnerId: item.fromId };
  return { key: item.key, ...owner, nextAction: null, readBack: '', ...more };
}

/** Takes the shift over. */
export function accept(items: readonly AcceptedItem[], more: Partial<Accept> = {}): Accept {
  return { type: 'accept-shift', revision: 1, items, isRestAccepted: true, remarks: [], ...more };
}
