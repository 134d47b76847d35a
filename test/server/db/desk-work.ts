import { randomUUID } from 'node:crypto';
import type { Customer } from '../../../src/domain/person.ts';
import { bodyHash, nextChain } from '../../../src/protocol/chain.ts';
import type { RowBody } from '../../../src/protocol/wire.ts';
import type {
  EntityRecord,
  LockedReader,
  LogRecord,
  ServerStore,
  WriteSet,
} from '../../../src/server/db/server-store.ts';
import { must } from '../../../src/util/must.ts';

/** One operation of a test: what it changed, where, and who sent it. */
export interface Deed {
  readonly space?: string;
  readonly opId?: string;
  readonly entityType?: LogRecord['entityType'];
  readonly entityId?: string;
  readonly body?: RowBody;
  readonly receivedAt?: number;
}

/** Nothing written, for tests to spread over. */
export const emptySet: WriteSet = {
  rows: [],
  entities: [],
  touches: [],
  aliases: [],
  results: [],
  clients: [],
  audit: [],
};

/** Rows for deeds that continue the logs as they are now, in the order of the deeds. */
export async function rowsFor(
  read: LockedReader,
  deeds: readonly Deed[],
): Promise<readonly LogRecord[]> {
  const spaces = [...new Set(deeds.map(({ space }) => space ?? 'main'))];
  const ends = new Map((await read.heads(spaces)).map((head) => [head.code, head]));
  return deeds.map((deed) => {
    const space = deed.space ?? 'main';
    const end = must(ends.get(space), `space ${space}`);
    const body = deed.body ?? { kind: 'nothing' };
    const link = { seq: end.head + 1, opId: deed.opId ?? randomUUID(), hash: bodyHash(body) };
    const chain = nextChain(end.chain, link);
    ends.set(space, { ...end, head: link.seq, chain });
    return {
      ...link,
      ...{ space, chain, body: JSON.stringify(body), type: 'note', byId: 'anna', device: 'd1' },
      entityType: deed.entityType ?? 'ticket',
      entityId: deed.entityId ?? 't1',
      occurredAt: 1_000,
      receivedAt: deed.receivedAt ?? Date.UTC(2026, 10, 21),
    };
  });
}

/** Writes deeds in one transaction, with whatever else is to stand beside their rows. */
export async function writeDeeds(
  store: ServerStore,
  deeds: readonly Deed[],
  beside: Partial<WriteSet> = {},
): Promise<readonly LogRecord[]> {
  const spaces = [...new Set(deeds.map(({ space }) => space ?? 'main'))];
  return await store.write({ clients: [], spaces }, async (read) => {
    const rows = await rowsFor(read, deeds);
    return { set: { ...emptySet, rows, ...beside }, value: rows };
  });
}

/** A ticket as it stands in the table of entities. */
export function ticketRecord(id: string, status = 'open', space = 'main'): EntityRecord {
  return { type: 'ticket', id, space, rev: 1, state: JSON.stringify({ id, number: id, status }) };
}

/** A company, and the deed and the record of saving it. */
export function savedCustomer(id: string, name: string) {
  const customer: Customer = {
    ...{ id, name, about: '', city: '', timeZone: null, level: '', peculiarity: '' },
    mailDomain: null,
    isDemo: false,
  };
  const body: RowBody = { kind: 'record', record: { type: 'customer', customer } };
  const deed: Deed = { space: 'desk', entityType: 'customer', entityId: id, body };
  const state = JSON.stringify(customer);
  const record: EntityRecord = { type: 'customer', id, space: 'desk', rev: 1, state };
  return { deed, record };
}
