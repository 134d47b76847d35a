import { nextChain } from '../../protocol/chain.ts';
import { must } from '../../util/must.ts';
import { sha256 } from '../../util/sha256.ts';
import type { LogRecord, SpaceHead } from '../db/server-store.ts';
import type { RowDraft } from './decide/outcome.ts';

/** Whose row it is: an operation, or something done at the console. */
export type RowOrigin = Pick<
  LogRecord,
  'opId' | 'entityType' | 'entityId' | 'type' | 'byId' | 'device' | 'occurredAt' | 'receivedAt'
>;

/** A ticket that a row has events of. */
interface Touch {
  readonly entityId: string;
  readonly space: string;
  readonly seq: number;
}

/** Gives rows their places behind the ends of their logs. */
export class LogWriter {
  readonly rows: LogRecord[] = [];
  readonly touches: Touch[] = [];
  readonly #ends = new Map<string, { seq: number; chain: string }>();

  constructor(heads: readonly SpaceHead[]) {
    for (const { code, head, chain } of heads) this.#ends.set(code, { seq: head, chain });
  }

  /** The spaces that may be written to. */
  has(space: string): boolean {
    return this.#ends.has(space);
  }

  /** The last seq of each space, what was added here too. */
  *heads(): Iterable<readonly [string, number]> {
    for (const [space, { seq }] of this.#ends) yield [space, seq];
  }

  /** Adds a row; returns its seq. */
  add({ space, body: content, tickets, part }: RowDraft, origin: RowOrigin): number {
    const end = must(this.#ends.get(space), `end of ${space}`);
    const seq = end.seq + 1;
    const body = JSON.stringify(content);
    const hash = sha256(body);
    const opId = part === undefined ? origin.opId : `${origin.opId}/${part}`;
    const chain = nextChain(end.chain, { seq, opId, hash });
    this.rows.push({ ...origin, opId, space, seq, hash, chain, body });
    for (const entityId of tickets) this.touches.push({ entityId, space, seq });
    end.seq = seq;
    end.chain = chain;
    return seq;
  }
}
