import { BugError } from '../../../util/must.ts';
import { allTouches } from '../all-touches.ts';
import type { EntityRecord, LogRecord, WriteSet } from '../server-store.ts';
import { SqlDeskStore } from '../sql-desk-store.ts';
import type { PgValue, Runner } from './connection.ts';
import { TransactionDb } from './postgres-db.ts';

/** A column of the rows that are written, and its values. */
interface Column {
  readonly name: string;
  readonly type: 'text' | 'bigint';
  readonly values: readonly (string | number | null)[];
}

/** What is written into one table. */
interface Part {
  readonly table: string;
  readonly columns: readonly Column[];
  /** What a row that is there already becomes; '' where there can be none. */
  readonly onConflict?: string;
}

/**
 * Writes a set by one statement, so that the locks are held for one way to the database and back;
 * returns the new heads of its spaces.
 */
export async function writeSet(
  runner: Runner,
  set: WriteSet,
): Promise<ReadonlyMap<string, number>> {
  const ends = endsOf(set.rows);
  const names = namesOf(set);
  const parts = [
    logOf(set),
    entitiesOf(set),
    touchesOf(set),
    names,
    resultsOf(set),
    clientsOf(set),
  ];
  const written = await writeAll(runner, headsOf(ends), parts);
  if (written['space'] !== ends.length)
    throw new BugError('rows do not follow the end of their log');
  if ((written['alias'] ?? 0) !== rowsOf(names)) throw new BugError('a name is another ticket’s');
  if (set.audit.length > 0) await new SqlDeskStore(new TransactionDb(runner)).audit(set.audit);
  if (set.lastNumber !== undefined) await raiseCount(runner, set.lastNumber);
  return new Map(ends.map(({ code, last }) => [code, last]));
}

async function raiseCount(runner: Runner, last: number): Promise<void> {
  await runner.run(
    `INSERT INTO meta (key, value) VALUES ('numbers', $1::bigint::text) ON CONFLICT (key)
     DO UPDATE SET value = excluded.value WHERE meta.value::bigint < $1::bigint`,
    [last],
  );
}

/** How many rows of each table were written. */
type Written = Readonly<Record<string, number>>;

async function writeAll(runner: Runner, heads: Part, parts: readonly Part[]): Promise<Written> {
  const values: PgValue[] = [];
  const listOf = ({ columns }: Part) =>
    columns.map(({ type, values: own }) => `$${values.push(own)}::${type}[]`).join(', ');
  const namesIn = ({ columns }: Part) => columns.map(({ name }) => name).join(', ');
  // The locks see to it that a head is where the rows begin; should it ever not be, it stays.
  const steps = [
    `space_done AS (UPDATE space SET head = next.head, chain = next.chain
       FROM unnest(${listOf(heads)}) AS next (${namesIn(heads)})
       WHERE space.code = next.code AND space.head = next.first - 1 RETURNING 1)`,
    ...parts.map(
      (part) => `${part.table}_done AS (INSERT INTO ${part.table} (${namesIn(part)})
        SELECT * FROM unnest(${listOf(part)}) ${part.onConflict ?? ''} RETURNING 1)`,
    ),
  ];
  const counts = [heads, ...parts].map(
    ({ table }) => `(SELECT count(*) FROM ${table}_done) AS ${table}`,
  );
  const text = `WITH ${steps.join(', ')} SELECT ${counts.join(', ')}`;
  const [written] = await runner.rows<Written>(text, values);
  return written ?? {};
}

/** Where the rows of each space begin and end. */
function endsOf(rows: readonly LogRecord[]) {
  return [...Map.groupBy(rows, ({ space }) => space)].map(([code, own]) => {
    const first = own[0]?.seq ?? 0;
    const isDense = own.every(({ seq }, index) => seq === first + index);
    if (!isDense) throw new BugError(`rows of ${code} leave out a seq`);
    return { code, first, last: first + own.length - 1, chain: own.at(-1)?.chain ?? '' };
  });
}

function headsOf(ends: ReturnType<typeof endsOf>): Part {
  const columns = [
    text('code', ends, ({ code }) => code),
    bigint('first', ends, ({ first }) => first),
    bigint('head', ends, ({ last }) => last),
    text('chain', ends, ({ chain }) => chain),
  ];
  return { table: 'space', columns };
}

function logOf({ rows }: WriteSet): Part {
  const columns = [
    text('space', rows, ({ space }) => space),
    bigint('seq', rows, ({ seq }) => seq),
    text('op_id', rows, ({ opId }) => opId),
    text('entity_type', rows, ({ entityType }) => entityType),
    text('entity_id', rows, ({ entityId }) => entityId),
    text('type', rows, ({ type }) => type),
    text('by_id', rows, ({ byId }) => byId),
    text('device', rows, ({ device }) => device),
    bigint('occurred_at', rows, ({ occurredAt }) => occurredAt),
    bigint('received_at', rows, ({ receivedAt }) => receivedAt),
    text('hash', rows, ({ hash }) => hash),
    text('chain', rows, ({ chain }) => chain),
    text('body', rows, ({ body }) => body),
  ];
  return { table: 'log', columns };
}

function entitiesOf({ entities }: WriteSet): Part {
  // One statement changes a row once: the last state of a thing is the one that counts.
  const last = [...new Map(entities.map((one) => [`${one.type} ${one.id}`, one])).values()];
  const columns = [
    text('type', last, ({ type }) => type),
    text('id', last, ({ id }) => id),
    text('space', last, ({ space }) => space),
    bigint('rev', last, ({ rev }) => rev),
    bigint('is_open', last, (one) => (isOpenTicket(one) ? 1 : 0)),
    text('state', last, ({ state }) => state),
  ];
  const onConflict = overwrite('type, id', ['space', 'rev', 'is_open', 'state']);
  return { table: 'entity', columns, onConflict };
}

function touchesOf(set: WriteSet): Part {
  const touches = allTouches(set);
  const columns = [
    text('entity_type', touches, ({ type }) => type),
    text('entity_id', touches, ({ id }) => id),
    text('space', touches, ({ space }) => space),
    bigint('seq', touches, ({ seq }) => seq),
  ];
  return { table: 'touch', columns };
}

/** A name belongs to one ticket for ever: one that is another's is not written. */
function namesOf({ aliases }: WriteSet): Part {
  const named = [...new Map(aliases.map((one) => [`${one.alias} ${one.ticketId}`, one])).values()];
  const columns = [
    text('alias', named, ({ alias }) => alias),
    text('ticket_id', named, ({ ticketId }) => ticketId),
  ];
  const same = 'WHERE alias.ticket_id = excluded.ticket_id';
  return { table: 'alias', columns, onConflict: `${overwrite('alias', ['ticket_id'])} ${same}` };
}

function resultsOf({ results }: WriteSet): Part {
  const columns = [
    text('client_id', results, ({ clientId }) => clientId),
    bigint('cseq', results, ({ cseq }) => cseq),
    text('op_id', results, ({ opId }) => opId),
    text('result', results, ({ result }) => JSON.stringify(result)),
  ];
  return { table: 'result', columns };
}

function clientsOf({ clients }: WriteSet): Part {
  const last = [...new Map(clients.map((one) => [one.clientId, one])).values()];
  const columns = [
    text('client_id', last, ({ clientId }) => clientId),
    text('device_id', last, ({ deviceId }) => deviceId),
    bigint('last_cseq', last, ({ lastCseq }) => lastCseq),
    text('last_op_id', last, ({ lastOpId }) => lastOpId),
    bigint('history_until', last, ({ historyUntil }) => historyUntil),
    bigint('last_at', last, ({ lastAt }) => lastAt),
  ];
  const moved = ['last_cseq', 'last_op_id', 'history_until', 'last_at'];
  const onConflict = overwrite('client_id', moved);
  return { table: 'client', columns, onConflict };
}

const settled = ['resolved', 'closed', 'merged'];
/** The status of a state in which nothing nested stands before it. */
const earlyStatus = /^\{[^{[]*?"status":"([^"]*)"/;

/** Whether somebody works on it. A state is parsed only where a look at its beginning does not tell. */
function isOpenTicket({ type, state }: EntityRecord): boolean {
  if (type !== 'ticket' || state === null) return false;
  // A state was written by this server; whether it has a status is looked at.
  const status = earlyStatus.exec(state)?.[1] ?? (JSON.parse(state) as { status?: string }).status;
  return status !== undefined && !settled.includes(status);
}

function overwrite(key: string, names: readonly string[]): string {
  const sets = names.map((name) => `${name} = excluded.${name}`).join(', ');
  return `ON CONFLICT (${key}) DO UPDATE SET ${sets}`;
}

function rowsOf({ columns }: Part): number {
  return columns[0]?.values.length ?? 0;
}

function text<Row>(name: string, rows: readonly Row[], value: (row: Row) => string | null): Column {
  return { name, type: 'text', values: rows.map(value) };
}

function bigint<Row>(name: string, rows: readonly Row[], value: (row: Row) => number): Column {
  return { name, type: 'bigint', values: rows.map(value) };
}
