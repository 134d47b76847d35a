import { refusal } from '../../../domain/refusal.ts';
import type { OpResult, TicketAlias } from '../../../protocol/wire.ts';
import type {
  AuditFact,
  ClientRecord,
  EntityRecord,
  StoredResult,
  WriteSet,
} from '../../db/server-store.ts';
import { currentState } from '../decide/current-state.ts';
import { type Deciding, decideOp } from '../decide/decide-op.ts';
import type { AskedOp, Effects, Outcome } from '../decide/outcome.ts';
import type { LogWriter } from '../log-writer.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { KnownEntity } from '../state/entity-states.ts';
import { NotLoaded } from '../state/not-loaded.ts';
import type { Served } from '../sync-server.ts';
import { askOp, doneAt, type Job, type Known } from './ask-op.ts';
import { type DevicePast, isBeginning } from './device-past.ts';
import { LocksMissing } from './locks.ts';
import { orderOps } from './order-ops.ts';
import type { ReadOp } from './read-op.ts';
import {
  appliedResult,
  duplicateOf,
  refusedResult,
  unchangedResult,
  withoutCurrent,
} from './results.ts';

/** A decision that asks for more than this is our mistake: every answer brings it further. */
const MOST_LOADS = 10_000;

/** What a batch works with. */
export interface BatchTools {
  readonly state: BatchState;
  readonly log: LogWriter;
  readonly deciding: Deciding;
  readonly receivedAt: number;
  readonly clients: ReadonlyMap<string, ClientRecord>;
  /** The devices of these clients and what they did before, whichever client they were then. */
  readonly pasts: ReadonlyMap<string, DevicePast>;
  /** Earlier results of these clients, by client. */
  readonly answered: ReadonlyMap<string, readonly StoredResult[]>;
  /** Results of these operations, whoever brought them. */
  readonly known: ReadonlyMap<string, StoredResult>;
  /** Hears of what is our mistake: the operation is not taken, the others are. */
  readonly onBug: (error: unknown) => void;
}

/** Decides pushes one operation after another and gathers what is to be written. */
export class Batch {
  readonly #tools: BatchTools;
  readonly #clients = new Map<string, ClientRecord>();
  readonly #results = new Map<string, StoredResult>();
  readonly #aliases: TicketAlias[] = [];
  readonly #audit: AuditFact[] = [];

  constructor(tools: BatchTools) {
    this.#tools = tools;
  }

  /** Decides the operations of one request; those behind one that we stumble over are left. */
  async run(job: Job): Promise<Served<readonly OpResult[]>> {
    const { clientId } = job.request;
    const before = this.#tools.clients.get(clientId) ?? null;
    const stored = this.#tools.answered.get(clientId) ?? [];
    const ordered = orderOps(job.ops, before, stored, job.caller.deviceId);
    if (!ordered.ok) return ordered;
    const results = await this.#toldAgain(ordered.value.answered, job);
    const past = this.#tools.pasts.get(job.caller.deviceId) ?? NO_PAST;
    let client = before ?? newClient(clientId, job.caller.deviceId, past);
    for (const read of ordered.value.fresh) {
      const mayBeHistory = !past.isOver && isBeginning(client);
      const result = await this.#decide(read, job, {
        mayBeHistory,
        notBefore: client.lastAt,
      }).catch((error) => this.#stumbled(error));
      if (result === null) break;
      const { cseq, opId } = read;
      this.#results.set(opId, { clientId, cseq, opId, result });
      client = advanced(client, read, job.request, this.#tools.receivedAt);
      this.#clients.set(clientId, client);
      results.push(result);
    }
    const isStuck = results.length === 0 && job.ops.length > 0;
    return isStuck
      ? { ok: false, problem: { status: 500, code: 'internal' } }
      : { ok: true, value: results };
  }

  /** Everything that the batch writes. */
  writeSet(): WriteSet {
    const { rows, touches } = this.#tools.log;
    return {
      ...{ rows, touches },
      entities: [...this.#tools.state.changed].map(recordOf),
      aliases: this.#aliases,
      results: [...this.#results.values()],
      clients: [...this.#clients.values()],
      audit: this.#audit,
    };
  }

  /** Answers as they were given; what stands there only as long as the caller may see it. */
  async #toldAgain(answered: readonly OpResult[], { spaces }: Job): Promise<OpResult[]> {
    const { state } = this.#tools;
    const told: OpResult[] = [];
    for (const result of answered) {
      const current = result.outcome === 'rejected' ? result.current : undefined;
      const key = current && { type: current.entityType, id: current.entityId };
      const isSeen = key === undefined || (await state.liesIn(key, spaces));
      told.push(isSeen ? result : withoutCurrent(result));
    }
    return told;
  }

  #stumbled(error: unknown): null {
    if (error instanceof LocksMissing) throw error;
    this.#tools.onBug(error);
    return null;
  }

  async #decide(
    read: ReadOp,
    job: Job,
    client: Pick<Known, 'mayBeHistory' | 'notBefore'>,
  ): Promise<OpResult> {
    const { state, known, receivedAt } = this.#tools;
    if (read.isNoop) return unchangedResult(read);
    const earlier = this.#results.get(read.opId) ?? known.get(read.opId);
    if (earlier) return duplicateOf(earlier.result, read);
    const { language } = state.desk.config;
    const blindly = { current: null, language };
    if (read.op === null) return refusedResult(read, refusal(read.why), blindly);
    const asked = askOp(read.op, job, { ...client, people: state.desk.people, receivedAt });
    if (asked === null) return refusedResult(read, refusal('forged-actor'), blindly);
    const { outcome, changed } = await this.#settled(asked);
    if (outcome.ok) return this.#apply(asked, outcome.value, changed);
    const current = await currentState(outcome.about, state, job.spaces);
    return refusedResult(read, outcome.problem, { current, language });
  }

  /** Decides, loads what was asked for, and decides again until nothing is missing. */
  async #settled(asked: AskedOp): Promise<Settled> {
    const { state, deciding } = this.#tools;
    const mark = deciding.pool.mark;
    for (let loads = 0; ; loads += 1) {
      try {
        const outcome = decideOp(asked, state, deciding);
        const changed = outcome.ok ? changedEntities(outcome.value, state) : [];
        if (!outcome.ok) deciding.pool.giveBack(mark);
        return { outcome, changed };
      } catch (error) {
        deciding.pool.giveBack(mark);
        if (!(error instanceof NotLoaded) || loads > MOST_LOADS) throw error;
        await state.load(error.wanted);
      }
    }
  }

  #apply(asked: AskedOp, effects: Effects, changed: readonly KnownEntity[]): OpResult {
    const { log, state, deciding } = this.#tools;
    const { op, actor, device, deviceId, occurredAt, receivedAt } = asked;
    const missing = effects.rows.map(({ space }) => space).filter((space) => !log.has(space));
    if (missing.length > 0) throw new LocksMissing(missing);
    const { opId, entityType, entityId } = op;
    const type = op.payload.type;
    const origin = { opId, entityType, entityId, type, byId: actor.id, device };
    const seqs = effects.rows.map((row) => log.add(row, { ...origin, occurredAt, receivedAt }));
    for (const entity of changed) state.put(entity, deviceId);
    for (const [ticketId, spoken] of effects.spoken ?? []) state.putSpoken(ticketId, spoken);
    for (const { alias, ticketId } of effects.aliases ?? []) {
      state.putName(alias, ticketId);
      deciding.pool.leaveOut(alias);
      this.#aliases.push({ alias, ticketId });
    }
    if (effects.desk) state.desk = effects.desk;
    for (const fact of effects.audit ?? []) {
      this.#audit.push({ at: receivedAt, who: actor.id, device: deviceId, ...fact });
    }
    const [{ space }] = effects.rows;
    return appliedResult(op, { space, seq: seqs[0] ?? 0, withheld: effects.withheld });
  }
}

interface Settled {
  readonly outcome: Outcome;
  readonly changed: readonly KnownEntity[];
}

function changedEntities({ changes }: Effects, state: BatchState): readonly KnownEntity[] {
  return changes.map(({ type, id, space, state: value }) => {
    const rev = (state.entity(type, id)?.rev ?? 0) + 1;
    return { type, id, space, rev, state: value, size: 0 };
  });
}

function recordOf({ type, id, space, rev, state }: KnownEntity): EntityRecord {
  return { type, id, space, rev, state: state === null ? null : JSON.stringify(state) };
}

const NO_PAST: DevicePast = { isOver: false, lastAt: 0 };

function newClient(clientId: string, deviceId: string, { lastAt }: DevicePast): ClientRecord {
  return { clientId, deviceId, lastCseq: 0, lastOpId: '', historyUntil: 0, lastAt };
}

/** Where a client stands behind one more operation. */
function advanced(
  client: ClientRecord,
  read: ReadOp,
  request: Job['request'],
  receivedAt: number,
): ClientRecord {
  const { cseq, opId, op, isHistory, isNoop } = read;
  const goesOn = isBeginning(client) && (isHistory || isNoop);
  const historyUntil = goesOn ? cseq : client.historyUntil;
  const at = op === null || goesOn ? 0 : doneAt(op, request, receivedAt);
  // A clock that was ahead and was set right since says nothing of what comes next.
  const lastAt = at > receivedAt ? client.lastAt : Math.max(client.lastAt, at);
  return { ...client, lastCseq: cseq, lastOpId: opId, historyUntil, lastAt };
}
