import type { TicketEvent } from '../../src/domain/event.ts';
import { replayTicket } from '../../src/domain/evolve-ticket.ts';
import { wrongPractice } from './practice-check.ts';
import { wrongShifts } from './shift-check.ts';
import type { SimClient } from './sim-client.ts';
import type { World } from './world.ts';

interface OutboxState {
  readonly op_id: string;
  readonly state: string;
  readonly code: string | null;
  readonly payload: string;
}

interface Cursor {
  readonly space: string;
  readonly seq: number | null;
  readonly chain: string;
}

/** Rows of a store, past everything that may fail on purpose. */
export function rowsOf<Row>(client: SimClient, text: string, ...params: unknown[]): Row[] {
  return client.driver.prepare(text).all(...params) as Row[];
}

/** Every operation that was written here is where it may be, with its text, letter by letter. */
export function whatIsLost(world: World, client: SimClient): readonly string[] {
  const wrong: string[] = [];
  const outbox = new Map(
    rowsOf<OutboxState>(client, 'SELECT op_id, state, code, payload FROM outbox').map((row) => [
      row.op_id,
      row,
    ]),
  );
  const tray = new Map(
    rowsOf<{ op_id: string; text: string }>(client, 'SELECT op_id, text FROM discrepancy').map(
      (row) => [row.op_id, row.text],
    ),
  );
  for (const { opId, typed, type } of world.ledger.of(client.name)) {
    const row = outbox.get(opId);
    const isTold = tray.get(opId)?.includes(typed) ?? false;
    const isLogged = world.mirror.byOp.has(opId);
    const name = `${type} ${opId} ${typed}`;
    if (row && (row.state === 'rejected' || row.state === 'parked')) {
      if (!isTold) wrong.push(`${name} is ${row.state} and nobody is told`);
      if (row.state === 'parked' && row.code === 'internal' && !world.server.poison.has(opId)) {
        wrong.push(`${name} is parked, and nothing is wrong with it`);
      }
      if (row.state === 'rejected' && isLogged && !client.hasSeenAnotherPast) {
        wrong.push(`${name} is rejected here and applied at the server`);
      }
    } else if (row) {
      if (!row.payload.includes(typed)) wrong.push(`${name} has another text in the outbox`);
      const isTaken = row.state === 'acked' || row.state === 'landed';
      if (isTaken && !isLogged && !client.hasSeenAnotherPast) {
        wrong.push(`${name} is ${row.state} and not in the log`);
      }
    } else if (!isLogged && !isTold) {
      wrong.push(`${name} is nowhere`);
    }
  }
  return wrong;
}

/** A cursor goes forward only, but for one that was dropped: then a snapshot says where it stands. */
export function whatWentBack(client: SimClient): readonly string[] {
  const rows = rowsOf<Cursor>(client, 'SELECT space, seq, chain FROM sync_space');
  const wrong = rows.flatMap(({ space, seq }) => {
    const before = client.cursors.get(space) ?? 0;
    const isBack = seq !== null && seq < before && !client.hasDroppedCursor;
    return isBack ? [`the cursor of ${space} went back from ${before} to ${seq}`] : [];
  });
  client.cursors.clear();
  for (const { space, seq } of rows) if (seq !== null) client.cursors.set(space, seq);
  client.hasDroppedCursor = false;
  return wrong;
}

/** What the store shows is what the server told up to the cursor, and its own unsent work on top. */
export function whatIsWronglyShown(world: World, client: SimClient): readonly string[] {
  if (client.knownPast !== world.server.generation) return [];
  const wrong: string[] = [];
  for (const { space, seq, chain } of rowsOf<Cursor>(
    client,
    'SELECT space, seq, chain FROM sync_space',
  )) {
    if (seq === null) continue;
    if (world.mirror.chainAt(space, seq) !== chain) {
      wrong.push(`the chain of ${space} at ${seq} is not the server's`);
      continue;
    }
    wrong.push(...wrongTickets(world, client, { space, seq }));
    wrong.push(...wrongShifts(world, client, { space, seq }));
    if (space === 'desk') wrong.push(...wrongPractice(world, client, seq));
  }
  return wrong;
}

interface TicketRow {
  readonly id: string;
  readonly state: string;
}

function wrongTickets(
  world: World,
  client: SimClient,
  { space, seq }: { readonly space: string; readonly seq: number },
): readonly string[] {
  const wrong: string[] = [];
  const provisional = new Set(
    rowsOf<{ id: string }>(
      client,
      'SELECT DISTINCT entity_id AS id FROM event WHERE server_seq IS NULL',
    ).map(({ id }) => id),
  );
  const shown = new Map(
    rowsOf<TicketRow>(client, 'SELECT id, state FROM ticket WHERE space = ?', space).map((row) => [
      row.id,
      row.state,
    ]),
  );
  for (const [id, { ticket, json }] of world.mirror.ticketsAt(space, seq)) {
    const state = shown.get(id);
    if (state === undefined) {
      // Another space may have told already that it went there.
      if (!isElsewhere(client, id))
        wrong.push(`${ticket?.number} is not there (${space} at ${seq})`);
    } else if (provisional.has(id)) wrong.push(...wrongOrder(world, client, { id, space, seq }));
    else if (state !== json && !isEqual(JSON.parse(state), JSON.parse(json))) {
      const what = difference(JSON.parse(state), JSON.parse(json));
      wrong.push(`${ticket?.number} looks different: ${what}`);
    }
  }
  for (const id of shown.keys()) {
    if (provisional.has(id) || world.mirror.ticketAt(space, id, seq)?.ticket) continue;
    wrong.push(`ticket ${id} stands in ${space} and the server has told nothing of it`);
  }
  return wrong;
}

function isElsewhere(client: SimClient, ticketId: string): boolean {
  const text = 'SELECT 1 FROM ticket t JOIN sync_space s ON s.space = t.space WHERE t.id = ?';
  return rowsOf(client, text, ticketId).length > 0;
}

/** The server's events first, in its order; then those of unsent operations, in theirs. */
function wrongOrder(
  world: World,
  client: SimClient,
  { id, space, seq }: { readonly id: string; readonly space: string; readonly seq: number },
): readonly string[] {
  const rows = rowsOf<{
    id: string;
    op_id: string;
    server_seq: number | null;
    place: number | null;
  }>(
    client,
    `SELECT e.id, e.op_id, e.server_seq, o.seq AS place FROM event e
     LEFT JOIN outbox o ON o.op_id = e.op_id WHERE e.entity_id = ? ORDER BY e.seq`,
    id,
  );
  const told = rows.filter(({ server_seq }) => server_seq !== null).map((row) => row.id);
  const known = world.mirror.ticketAt(space, id, seq)?.events.map((event) => event.id) ?? [];
  const wrong: string[] = [];
  if (told.join() !== known.join()) {
    const [extra] = told.filter((one) => !known.includes(one));
    const [missing] = known.filter((one) => !told.includes(one));
    const which = `here only ${extra ?? 'none'}, there only ${missing ?? 'none'}, up to ${seq}`;
    wrong.push(`ticket ${id} has other events than the server: ${which}`);
  }
  const firstOwn = rows.findIndex(({ server_seq }) => server_seq === null);
  const own = rows.slice(firstOwn);
  if (own.some(({ server_seq }) => server_seq !== null)) {
    wrong.push(`ticket ${id} has unsent work below the server's`);
  }
  const places = own.map(({ place }) => place ?? -1);
  if (places.some((place, n) => place < (places[n - 1] ?? 0))) {
    wrong.push(`ticket ${id} has unsent work in another order than it was done`);
  }
  return wrong;
}

/** Byte for byte, whatever the order in which members were put in. */
export function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The members in which two objects differ, for the message. */
export function difference(one: object, other: object): string {
  const mine = new Map(Object.entries(one));
  const theirs = new Map(Object.entries(other));
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .filter((name) => !isEqual(mine.get(name), theirs.get(name)))
    .map(
      (name) => `${name} ${JSON.stringify(mine.get(name))} ≠ ${JSON.stringify(theirs.get(name))}`,
    )
    .join(', ');
}

/** The state of each ticket is the fold of its events, the text of entries put back in. */
export function wrongFolds(client: SimClient): readonly string[] {
  const wrong: string[] = [];
  for (const { id, state } of rowsOf<TicketRow>(client, 'SELECT id, state FROM ticket')) {
    const events = client.window.desk.tickets.events(id) as readonly TicketEvent[];
    const folded = replayTicket(events);
    if (folded && !isEqual(JSON.parse(state), folded)) {
      wrong.push(
        `ticket ${id} is not the fold of its events: ${difference(JSON.parse(state), folded)}`,
      );
    }
  }
  return wrong;
}
