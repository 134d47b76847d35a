import { execute } from '../../src/app/desk/execute.ts';
import { articleVersions } from '../../src/app/knowledge/article-stores.ts';
import { redecideAt } from '../../src/app/sync/redecide.ts';
import type { OpinionCommand, RevisionCommand } from '../../src/domain/article-command.ts';
import { articleOfEntity } from '../../src/domain/article-event.ts';
import type { TicketCommand } from '../../src/domain/command.ts';
import type { RecordCommand } from '../../src/domain/op.ts';
import type { QueueCommand } from '../../src/domain/saved-queue.ts';
import { bodyHash, EMPTY_CHAIN, nextChain } from '../../src/protocol/chain.ts';
import type { LogRow, OpResult, Page, RowBody, WireOp } from '../../src/protocol/wire.ts';
import { ArticleMarkStore } from '../../src/store/article/article-mark-store.ts';
import {
  fieldsOf,
  readRecord,
  savedRecord,
  writeRecord,
} from '../../src/store/people/record-rows.ts';
import { LocalSyncStore } from '../../src/store/sync/local-sync-store.ts';
import { MembershipStore } from '../../src/store/sync/membership-store.ts';
import { SpaceStore } from '../../src/store/sync/space-store.ts';
import { must } from '../../src/util/must.ts';
import type { TestDesk } from './desk.ts';

type Outcome = { readonly body: RowBody } | { readonly code: string };

/**
 * A server in miniature: it decides by the rules of a desk of its own, keeps one log for each space
 * and knows nothing of networks. What a client does with its answers is what is tried on it.
 */
export class SmallServer {
  readonly here: TestDesk;
  readonly #logs = new Map<string, { readonly row: LogRow; readonly chain: string }[]>();
  readonly #results = new Map<string, OpResult>();

  constructor(here: TestDesk) {
    this.here = here;
  }

  /** Takes operations as they were pushed; says what became of each. */
  takes(ops: readonly WireOp[]): readonly OpResult[] {
    return ops.map((op) => {
      const known = this.#results.get(op.opId);
      const result = known ? { ...known, cseq: op.cseq } : this.#take(op);
      this.#results.set(op.opId, result);
      return result;
    });
  }

  /** Somebody at another device does something to a ticket. */
  does(ticketId: string, payload: TicketCommand, byId: string): OpResult {
    const { makeId, clock } = this.here.desk;
    const about = { space: 'main', entityType: 'ticket', entityId: ticketId, baseRev: 0 } as const;
    const op = { ...about, opId: makeId(), v: 1, payload, occurredAt: clock.now(), byId, cseq: 1 };
    return must(this.takes([op])[0], 'result');
  }

  /** Puts something into the log that no rule decided. */
  tells(space: string, row: Pick<LogRow, 'opId' | 'entityType' | 'entityId' | 'type' | 'body'>) {
    const log = this.#logs.get(space) ?? [];
    this.#logs.set(space, log);
    const at = this.here.clock.now();
    const hash = bodyHash(row.body);
    const seq = log.length + 1;
    const full: LogRow = {
      ...row,
      seq,
      hash,
      byId: '',
      device: '',
      occurredAt: at,
      receivedAt: at,
    };
    log.push({ row: full, chain: nextChain(log.at(-1)?.chain ?? EMPTY_CHAIN, full) });
    return { seq, space };
  }

  page(space: string, from: number, limit = 1000): Page {
    const log = this.#logs.get(space) ?? [];
    const taken = log.slice(from, from + limit);
    const next = from + taken.length;
    const chain = next === 0 ? EMPTY_CHAIN : must(log[next - 1], 'row').chain;
    // Over the wire it is JSON.
    const rows = JSON.parse(JSON.stringify(taken.map(({ row }) => row))) as LogRow[];
    return { space, from, rows, next, chain, head: log.length };
  }

  #take(op: WireOp): OpResult {
    const { opId, cseq, entityType, entityId, payload } = op;
    const outcome = this.#decide(op);
    if ('code' in outcome) {
      return { opId, cseq, outcome: 'rejected', code: outcome.code, next: [], params: {} };
    }
    const space = entityType === 'ticket' ? 'main' : 'desk';
    const { body } = outcome;
    const { seq } = this.tells(space, { opId, entityType, entityId, type: payload.type, body });
    return { opId, cseq, outcome: 'applied', space, seq };
  }

  #decide(op: WireOp): Outcome {
    if (op.isNoop) return { body: { kind: 'nothing' } };
    switch (op.entityType) {
      case 'ticket':
        return this.#decideTicket(op, op.payload as TicketCommand);
      case 'article':
        return this.#decideArticle(op);
      case 'queue':
        return { body: { kind: 'queue', command: op.payload as QueueCommand } };
      default:
        return { body: { kind: 'record', record: this.#merge(op.payload as RecordCommand) } };
    }
  }

  #decideTicket({ opId, entityId, occurredAt: at, byId }: WireOp, command: TicketCommand): Outcome {
    const done = execute(this.here.desk, entityId, command, { opId, at, byId });
    if (!done.ok) return { code: done.problem.code };
    const { events } = done.value;
    return { body: { kind: 'ticket', events } };
  }

  #decideArticle(op: WireOp): Outcome {
    const key = must(articleOfEntity(op.entityId), 'article');
    const context = redecideAt(this.here.desk).article({ ...op, seq: 0 }, key);
    const full = { ...op, client: '', isDemo: false, heldUntil: null };
    const { sql } = this.here.desk.store;
    const payload = op.payload as RevisionCommand | OpinionCommand;
    const done =
      payload.type === 'mark' || payload.type === 'rate' || payload.type.endsWith('favourite')
        ? new ArticleMarkStore(sql).execute(
            key,
            { ...full, payload: payload as OpinionCommand },
            context,
          )
        : articleVersions(this.here.desk).execute(
            key,
            { ...full, payload: payload as RevisionCommand },
            context,
          );
    if (!done.ok) return { code: done.problem.code };
    const events = 'events' in done.value ? done.value.events : done.value;
    return { body: { kind: 'article', events } };
  }

  #merge(command: RecordCommand) {
    const { sql } = this.here.desk.store;
    const saved = savedRecord(command);
    const known = readRecord(sql, saved.type, fieldsOf(saved).id);
    const { changed } = command;
    if (known && changed) {
      const fields = new Map(Object.entries(fieldsOf(known)));
      for (const name of changed)
        fields.set(name, new Map(Object.entries(fieldsOf(saved))).get(name));
      Object.assign(saved, { [saved.type]: Object.fromEntries(fields) });
    }
    writeRecord(sql, saved);
    return saved;
  }
}

/** A desk that belongs to a small server, with what its engine would do for it. */
export class JoinedDesk {
  readonly here: TestDesk;
  readonly server: SmallServer;
  readonly store: LocalSyncStore;

  constructor(here: TestDesk, server: SmallServer, clientId = 'client') {
    this.here = here;
    this.server = server;
    const { store, me } = here.desk;
    const spaces = new SpaceStore(store.sql);
    new MembershipStore(store.sql).join({
      ...{ url: 'http://127.0.0.1', personId: me.id, deviceId: 'device', clientId, epoch: 'e1' },
    });
    for (const code of ['desk', 'main']) spaces.add({ code, title: code });
    this.store = new LocalSyncStore(store, redecideAt(here.desk), {
      followScope: () => ({ lost: [], files: [] }),
      importSnapshot: () => ({ isUsable: true, isDone: true }),
    });
  }

  get now(): number {
    return this.here.clock.now();
  }

  pushes(most = 500): readonly OpResult[] {
    const out = this.store.outgoing({ most, bytes: 1_000_000, now: this.now });
    const results = this.server.takes(
      JSON.parse(JSON.stringify(out.map(({ op }) => op))) as WireOp[],
    );
    this.store.settle(results, this.now);
    return results;
  }

  pulls(limit = 1000): void {
    for (const { space } of this.store.cursors()) this.pullsFrom(space, limit);
  }

  pullsFrom(space: string, limit = 1000): void {
    for (;;) {
      const from = must(
        this.store.cursors().find((known) => known.space === space),
        space,
      ).seq;
      const page = this.server.page(space, from, limit);
      const { outcome } = this.store.applyPage(page, this.now);
      if (outcome !== 'applied') throw new Error(`page of ${space} is ${outcome}`);
      if (page.next === page.head) return;
    }
  }

  /** Becomes a member of one more group. */
  joins(space: string): void {
    new SpaceStore(this.here.desk.store.sql).add({ code: space, title: space });
  }

  syncs(): void {
    this.pushes();
    this.pulls();
  }

  /** Every operation of this store by its state. */
  states(): readonly string[] {
    const text = `SELECT type || ' ' || state AS said FROM outbox WHERE entity_type <> 'person'
      ORDER BY seq`;
    return this.here.desk.store.sql.all<{ said: string }>(text).map(({ said }) => said);
  }
}
