// The floor of a push: raw node:http and the same SQL, without a token, a check, a rule or a hash.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import type { OpResult, PushRequest, WireOp } from '../../../src/protocol/wire.ts';
import type { EntityRecord, LogRecord, WriteSet } from '../../../src/server/db/server-store.ts';
import { applyWriteSet } from '../../../src/server/db/sqlite/apply-write-set.ts';
import { migrate } from '../../../src/server/db/sqlite/migrate.ts';
import { openForWriting } from '../../../src/server/db/sqlite/open-sql.ts';
import { Sql } from '../../../src/store/sql.ts';

const path = join(process.argv[2] ?? '', 'floor.db');
const sql = openForWriting(path, (driver) => new Sql(driver, path));
migrate(sql, Date.now());
const HASH = '0'.repeat(64);
const space = 'main';
let seq = 0;

function rowOf({ opId, entityId, payload, byId, occurredAt }: WireOp): LogRecord {
  seq += 1;
  const event = { id: `${opId}:0`, opId, ticketId: entityId, at: occurredAt, byId, fact: payload };
  return {
    ...{ space, seq, opId, entityType: 'ticket', entityId, type: payload.type, byId },
    ...{ device: 'desk', occurredAt, receivedAt: occurredAt, hash: HASH, chain: HASH.slice(32) },
    body: JSON.stringify({ kind: 'ticket', events: [event] }),
  };
}

/** About as long as a folded ticket. */
const ticket = { status: 'open', subject: 'Не печатает принтер', more: 'x'.repeat(700) };

function entityOf(id: string): EntityRecord {
  return { type: 'ticket', id, space, rev: 1, state: JSON.stringify({ id, ...ticket }) };
}

function setOf({ clientId, ops }: PushRequest): WriteSet {
  const rows = ops.map(rowOf);
  const results = ops.map(({ cseq, opId }, at) => {
    const result: OpResult = { cseq, opId, outcome: 'applied', space, seq: rows[at]?.seq ?? 0 };
    return { clientId, cseq, opId, result };
  });
  const last = { lastCseq: results.at(-1)?.cseq ?? 0, lastOpId: '', historyUntil: 0, lastAt: 0 };
  const opened = rows.filter(({ type }) => type === 'register');
  return {
    ...{ rows, results, audit: [], clients: [{ clientId, deviceId: 'desk', ...last }] },
    entities: [...new Set(ops.map(({ entityId }) => entityId))].map(entityOf),
    touches: rows.map((row) => ({ entityId: row.entityId, space, seq: row.seq })),
    aliases: opened.map((row) => ({ alias: `SM-${row.seq}`, ticketId: row.entityId })),
  };
}

async function bodyOf(request: IncomingMessage): Promise<PushRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const isPacked = request.headers['content-encoding'] === 'zstd';
  return JSON.parse((isPacked ? zstdDecompressSync(body) : body).toString()) as PushRequest;
}

const server = createServer(async (request, response) => {
  const set = setOf(await bodyOf(request));
  sql.transact(() => applyWriteSet(sql, set));
  response.writeHead(200, { 'content-type': 'application/json' });
  const results = set.results.map(({ result }) => result);
  response.end(JSON.stringify({ epoch: 'floor.0', time: Date.now(), results }));
});

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}` })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
