import { DESK_SPACE } from '../../../domain/space.ts';
import type { Ticket } from '../../../domain/ticket.ts';
import { ERASURE, type RowBody } from '../../../protocol/wire.ts';
import { markErased } from '../../db/erased-mark.ts';
import type { LockedReader, LogRecord } from '../../db/server-store.ts';
import { MOVE } from '../decide/conversation.ts';
import { eraseInShifts } from './erase-in-shifts.ts';
import { arrival, WHOLE_HISTORY, wholeHistory } from './whole-history.ts';
import { type ConsoleDeed, type ConsoleParts, type Doer, writeRows } from './write-rows.ts';

/** What was erased. */
export interface ErasedTicket {
  /** Rows of the log whose bodies are gone. */
  readonly rows: number;
  /** SHA-256 of the attachments it had. */
  readonly files: readonly string[];
}

/**
 * Erases a ticket by law: it leaves every device, and what the log told of it is gone. Tickets that
 * share rows with it are told anew before that, so that they lose nothing, and shifts whose reports
 * speak of it without that. Doing it again goes on where an earlier try was cut.
 */
export async function eraseTicket(
  parts: ConsoleParts,
  doer: Doer,
  ticketId: string,
): Promise<ErasedTicket> {
  const { store } = parts;
  const [record] = await store.entities([{ type: 'ticket', id: ticketId }]);
  // Written by this server only; of one that went in an earlier try nobody knows how it was called.
  const { number, subject } = JSON.parse(record?.state ?? '{}') as Partial<Ticket>;
  await inItsSpace(parts, doer, { ticketId, type: ERASURE, deed: farewell });
  const told = (await store.history(ticketId, WHOLE_HISTORY)).filter(tells);
  for (const other of othersIn(told, ticketId)) {
    await inItsSpace(parts, doer, { ticketId: other, type: MOVE, deed: toldAnew });
  }
  const inShifts = await eraseInShifts(parts, doer, { ticketId, number, subject });
  const spaces = (await store.desk.spaces()).map(({ code }) => code);
  await store.erase([...told, ...inShifts]);
  // Copies that were made before tell too much, also those of other processes.
  for (const space of spaces) if (space !== DESK_SPACE) await markErased(store, space);
  return { rows: told.length + inShifts.length, files: filesOf(told, ticketId) };
}

interface OneTicket {
  readonly ticketId: string;
  readonly type: string;
  readonly deed: (ticket: Ticket, space: string, read: LockedReader) => Promise<ConsoleDeed>;
}

/** Writes something about a ticket where it lies; nothing when it is gone. */
async function inItsSpace(parts: ConsoleParts, doer: Doer, { ticketId, type, deed }: OneTicket) {
  const key = { type: 'ticket', id: ticketId } as const;
  const about = { entityType: 'ticket', entityId: ticketId, type } as const;
  for (;;) {
    const [before] = await parts.store.entities([key]);
    if (!before?.state) return;
    const { space } = before;
    const isDone = await writeRows(parts, doer, { ...about, spaces: [space] }, async (read) => {
      const [now] = await read.entities([key]);
      // It went elsewhere while this was being written.
      if (!now?.state || now.space !== space) return null;
      // Written by this server only.
      return deed(JSON.parse(now.state) as Ticket, space, read);
    });
    if (isDone) return;
  }
}

async function farewell({ id, number }: Ticket, space: string): Promise<ConsoleDeed> {
  return {
    rows: [{ space, body: { kind: 'left' }, tickets: [id] }],
    changes: [{ type: 'ticket', id, space, state: null }],
    audit: { what: 'ticket-erased', detail: { ticketId: id, number, space } },
  };
}

async function toldAnew(ticket: Ticket, space: string, read: LockedReader): Promise<ConsoleDeed> {
  const { id } = ticket;
  const { body, state } = arrival(ticket, await read.history(id, WHOLE_HISTORY), space);
  return {
    rows: [{ space, body, tickets: [id] }],
    changes: [{ type: 'ticket', id, space, state }],
  };
}

/** Whether a row tells anything of a ticket. Another pack changes its codes and tells no more. */
function tells({ type, body }: LogRecord): boolean {
  const { kind } = bodyOf(body);
  return type !== 'apply-desk' && (kind === 'ticket' || kind === 'arrived');
}

function othersIn(rows: readonly LogRecord[], ticketId: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { body } of rows) {
    const read = bodyOf(body);
    if (read.kind === 'ticket') for (const event of read.events) ids.add(event.ticketId);
  }
  ids.delete(ticketId);
  return ids;
}

function filesOf(rows: readonly LogRecord[], ticketId: string): readonly string[] {
  const hashes = wholeHistory(rows, ticketId).events.flatMap(({ fact }) => {
    return fact.type === 'entry-added' ? fact.entry.attachments.map(({ hash }) => hash) : [];
  });
  return [...new Set(hashes)];
}

function bodyOf(body: string): RowBody {
  // Written by this server only.
  return JSON.parse(body) as RowBody;
}
