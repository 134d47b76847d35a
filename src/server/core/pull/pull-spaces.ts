import { EMPTY_CHAIN } from '../../../protocol/chain.ts';
import type { LogRow, Page, RowBody, SpaceCursor } from '../../../protocol/wire.ts';
import type { LogRecord, ServerStore, SpaceHead } from '../../db/server-store.ts';
import type { Served } from '../sync-server.ts';

/** As many rows as one answer brings, whatever was asked for. */
const MOST_ROWS = 5000;
/** As many bytes of bodies, give or take a row. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * The rows of these spaces behind the cursors: whole transactions in order, the space that everybody
 * shares first. A cursor that does not lie in this log is told so instead.
 */
export async function pullSpaces(
  store: ServerStore,
  spaces: readonly string[],
  cursors: readonly SpaceCursor[],
  limit: number,
): Promise<Served<readonly Page[]>> {
  const heads = await store.heads(spaces);
  const pages: Page[] = [];
  let rows = Math.max(1, Math.min(MOST_ROWS, Math.trunc(limit) || 1));
  let bytes = MOST_BYTES;
  for (const space of spaces) {
    const head = heads.find(({ code }) => code === space);
    if (!head) continue;
    const asked = cursors.find((one) => one.space === space);
    // Whoever does not know the space yet learns of it from the scope, and takes a snapshot of it.
    if (!asked && head.floor > 0) continue;
    const cursor = asked ?? startOf(space);
    const problem = await whyNotFrom(store, cursor, head);
    if (problem) return problem;
    const isRoom = rows > 0 && bytes > 0 && head.head > cursor.seq;
    const found = isRoom ? await store.rowsAfter(space, cursor.seq, { rows, bytes }) : [];
    rows -= found.length;
    for (const { body } of found) bytes -= body.length;
    pages.push(pageOf(cursor, found, head));
  }
  return { ok: true, value: pages };
}

function startOf(space: string): SpaceCursor {
  return { space, seq: 0, chain: EMPTY_CHAIN };
}

/** Why a cursor cannot be gone on from; null when it can. */
async function whyNotFrom(
  store: ServerStore,
  { space, seq, chain }: SpaceCursor,
  { head, floor, chain: last }: SpaceHead,
): Promise<Served<never> | null> {
  if (seq < floor) {
    return { ok: false, problem: { status: 410, code: 'cursor-too-old', params: { space } } };
  }
  const here = seq === head ? last : await store.chainAt(space, seq);
  if (seq <= head && here === chain) return null;
  return { ok: false, problem: { status: 409, code: 'diverged', params: { space } } };
}

function pageOf(cursor: SpaceCursor, found: readonly LogRecord[], { head }: SpaceHead): Page {
  const { space, seq: from } = cursor;
  const last = found.at(-1);
  return {
    ...{ space, from, rows: found.map(rowOf) },
    next: last?.seq ?? from,
    chain: last?.chain ?? cursor.chain,
    // Read before the rows: others may have written meanwhile.
    head: Math.max(head, last?.seq ?? from),
  };
}

function rowOf({ space: _, chain: __, body, ...row }: LogRecord): LogRow {
  // Written by this server only.
  return { ...row, body: JSON.parse(body) as RowBody };
}
