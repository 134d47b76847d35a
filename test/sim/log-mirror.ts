import type { TicketEvent } from '../../src/domain/event.ts';
import { evolveTicket } from '../../src/domain/evolve-ticket.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { bodyHash, EMPTY_CHAIN, nextChain } from '../../src/protocol/chain.ts';
import type { RowBody } from '../../src/protocol/wire.ts';
import type { LogRecord, ServerStore } from '../../src/server/db/server-store.ts';
import { ShiftMirror } from './shift-mirror.ts';

/** A ticket behind one row of a space: null while it does not lie there. */
export interface TicketVersion {
  readonly seq: number;
  readonly ticket: Ticket | null;
  /** The ticket as it is kept. */
  readonly json: string;
  readonly events: readonly TicketEvent[];
}

/** What the mirror knows of a row. */
export interface MirroredRow {
  readonly record: LogRecord;
  readonly body: RowBody;
}

/**
 * Reads the log of the server as it grows, makes of it again what the server says it makes, and
 * remembers what stood after each row. What does not follow is told as a sentence.
 */
export class LogMirror {
  readonly shifts = new ShiftMirror();
  readonly spaces = new Map<string, MirroredRow[]>();
  readonly byOp = new Map<string, MirroredRow>();
  /** By space and ticket. */
  readonly #versions = new Map<string, Map<string, TicketVersion[]>>();
  /** Where a ticket lies now. */
  readonly placeOf = new Map<string, string>();

  /** Takes in what has been written since; returns what is wrong with it. */
  async follow(
    store: ServerStore,
    codes: readonly string[],
    files: ReadonlySet<string>,
  ): Promise<readonly string[]> {
    const wrong: string[] = [];
    for (const { code, head, chain } of await store.heads(codes)) {
      const known = this.#rows(code);
      if (head < known.length) {
        wrong.push(`the log of ${code} ends at ${head} after it was ${known.length} long`);
        continue;
      }
      while (known.length < head) {
        const rows = await store.rowsAfter(code, known.length, { rows: 1000, bytes: 2 ** 24 });
        if (rows.length === 0) {
          wrong.push(`${code} says it has ${head} rows and gives ${known.length}`);
          break;
        }
        for (const record of rows)
          wrong.push(...this.#add(known, record), ...missing(record, files));
      }
      if ((known.at(-1)?.record.chain ?? EMPTY_CHAIN) !== chain) {
        wrong.push(`the head of ${code} has another chain than its last row`);
      }
    }
    return wrong;
  }

  /** The chain behind a seq, or null when the space is not so long. */
  chainAt(space: string, seq: number): string | null {
    return seq === 0 ? EMPTY_CHAIN : (this.#rows(space)[seq - 1]?.record.chain ?? null);
  }

  /** A ticket as a client knows it whose cursor of the space stands at `seq`. */
  ticketAt(space: string, ticketId: string, seq: number): TicketVersion | null {
    const versions = this.#versions.get(space)?.get(ticketId) ?? [];
    return versions.findLast((version) => version.seq <= seq) ?? null;
  }

  /** The tickets that lie in a space for a client whose cursor stands at `seq`. */
  ticketsAt(space: string, seq: number): ReadonlyMap<string, TicketVersion> {
    const found = new Map<string, TicketVersion>();
    for (const id of this.#versions.get(space)?.keys() ?? []) {
      const version = this.ticketAt(space, id, seq);
      if (version?.ticket) found.set(id, version);
    }
    return found;
  }

  #rows(space: string): MirroredRow[] {
    const rows = this.spaces.get(space) ?? [];
    this.spaces.set(space, rows);
    return rows;
  }

  #add(known: MirroredRow[], record: LogRecord): readonly string[] {
    const wrong: string[] = [];
    const where = `row ${record.seq} of ${record.space} (${record.opId})`;
    // Written by the server a moment ago; what it holds is looked at below.
    const body = JSON.parse(record.body) as RowBody;
    if (record.seq !== known.length + 1) wrong.push(`${where} does not follow ${known.length}`);
    if (body.kind !== 'erased' && bodyHash(body) !== record.hash)
      wrong.push(`${where}: wrong hash`);
    const before = known.at(-1)?.record.chain ?? EMPTY_CHAIN;
    if (nextChain(before, record) !== record.chain) wrong.push(`${where}: broken chain`);
    if (this.byOp.has(record.opId)) wrong.push(`${where}: this operation has been applied before`);
    const row = { record, body };
    known.push(row);
    this.byOp.set(record.opId, row);
    wrong.push(...this.#fold(row).map((what) => `${where}: ${what}`));
    return wrong;
  }

  #fold({ record: { space, seq, entityId }, body }: MirroredRow): readonly string[] {
    switch (body.kind) {
      case 'shift':
        return this.shifts.add({ space, seq, id: entityId }, body);
      case 'ticket': {
        const byTicket = Map.groupBy(body.events, ({ ticketId }) => ticketId);
        return [...byTicket].flatMap(([id, events]) => this.#append(space, seq, { id, events }));
      }
      case 'arrived':
        return this.#append(space, seq, { id: entityId, events: body.events, isWhole: true });
      case 'left':
        this.#version(space, entityId).push({ seq, ticket: null, json: 'null', events: [] });
        if (this.placeOf.get(entityId) === space) this.placeOf.delete(entityId);
        return [];
      default:
        return [];
    }
  }

  #append(
    space: string,
    seq: number,
    {
      id,
      events,
      isWhole = false,
    }: { id: string; events: readonly TicketEvent[]; isWhole?: boolean },
  ): readonly string[] {
    const before = isWhole ? null : (this.#version(space, id).at(-1) ?? null);
    const wrong = isWhole ? [] : whyNotInOrder(before?.ticket ?? null, events);
    const ticket = events.reduce(evolveTicket, before?.ticket ?? null);
    const all = [...(before?.events ?? []), ...events];
    this.#version(space, id).push({ seq, ticket, json: JSON.stringify(ticket), events: all });
    this.placeOf.set(id, space);
    return wrong;
  }

  #version(space: string, ticketId: string): TicketVersion[] {
    const tickets = this.#versions.get(space) ?? new Map<string, TicketVersion[]>();
    this.#versions.set(space, tickets);
    const versions = tickets.get(ticketId) ?? [];
    tickets.set(ticketId, versions);
    return versions;
  }
}

/** Whoever reads of an attachment can have it: it lies at the server before what refers to it. */
function missing({ opId, body }: LogRecord, files: ReadonlySet<string>): readonly string[] {
  const hashes = [...body.matchAll(/"hash":"([0-9a-f]{64})","name"/g)].map(
    ([, hash]) => hash ?? '',
  );
  return hashes
    .filter((hash) => !files.has(hash))
    .map((hash) => `${opId} names the file ${hash}, which is not there`);
}

/** One winner for each claim, and nothing happens to a ticket that is not there. */
function whyNotInOrder(before: Ticket | null, events: readonly TicketEvent[]): readonly string[] {
  const wrong: string[] = [];
  let state = before;
  for (const event of events) {
    const { fact } = event;
    const isOpening = fact.type === 'registered';
    if (state === null && !isOpening) wrong.push(`${fact.type} on a ticket that is not there`);
    if (state !== null && isOpening) wrong.push('a ticket is registered twice');
    const isClaim = fact.type === 'assigned' && fact.reason === 'taken';
    if (
      isClaim &&
      state?.assigneeId &&
      state.assigneeId !== fact.personId &&
      state.handover === undefined
    ) {
      wrong.push(`${fact.personId} takes what ${state.assigneeId} has`);
    }
    state = evolveTicket(state, event);
  }
  return wrong;
}
