import type { TicketAlias } from '../../../protocol/wire.ts';
import type { AuditFact, EntityRecord, LockedReader, ServerStore } from '../../db/server-store.ts';
import type { Change, RowDraft } from '../decide/outcome.ts';
import { LogWriter, type RowOrigin } from '../log-writer.ts';

/** Who does something beside the operations of clients: the console, or somebody who leads. */
export interface Doer {
  /** Id of a person, or `console`. */
  readonly who: string;
  readonly device: string | null;
}

/** What is needed for it. */
export interface ConsoleParts {
  readonly store: ServerStore;
  readonly now: () => number;
  readonly makeId: () => string;
}

/** What is done. */
export interface ConsoleDeed {
  readonly rows: readonly RowDraft[];
  readonly changes: readonly Change[];
  readonly aliases?: readonly TicketAlias[] | undefined;
  readonly audit?: Pick<AuditFact, 'what' | 'detail'> | undefined;
}

/** Of what the rows tell. */
export type DeedOrigin = Pick<RowOrigin, 'entityType' | 'entityId' | 'type'>;

/** Writes rows of the log for something that no client did. Null: there was nothing to do. */
export function writeRows(
  { store, now, makeId }: ConsoleParts,
  doer: Doer,
  origin: DeedOrigin & { readonly spaces: readonly string[] },
  decide: (read: LockedReader) => Promise<ConsoleDeed | null>,
): Promise<boolean> {
  const { spaces, ...about } = origin;
  const opId = makeId();
  return store.write({ clients: [], spaces: spaces.toSorted() }, async (read) => {
    const deed = await decide(read);
    const log = new LogWriter(await read.heads(spaces));
    const at = now();
    const from = { ...about, opId, byId: doer.who, device: doer.device ?? doer.who };
    for (const row of deed?.rows ?? []) log.add(row, { ...from, occurredAt: at, receivedAt: at });
    const { rows, touches } = log;
    const set = {
      ...{ rows, touches, aliases: deed?.aliases ?? [], results: [], clients: [] },
      entities: await recordsOf(deed?.changes ?? [], read),
      audit: deed?.audit ? [{ at, ...doer, ...deed.audit }] : [],
    };
    return { set, value: deed !== null };
  });
}

async function recordsOf(
  changes: readonly Change[],
  read: LockedReader,
): Promise<readonly EntityRecord[]> {
  const known = await read.entities(changes.map(({ type, id }) => ({ type, id })));
  return changes.map(({ type, id, space, state }) => {
    const before = known.find((one) => one.type === type && one.id === id);
    const json = state === null ? null : JSON.stringify(state);
    return { type, id, space, rev: (before?.rev ?? 0) + 1, state: json };
  });
}
