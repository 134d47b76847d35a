import type { Reply, TransportProblem } from '../../src/protocol/transport.ts';
import type { Caller, Served, SyncServer } from '../../src/server/core/sync-server.ts';
import { toProblem } from '../../src/server/http/problems.ts';
import type { Chance } from './chance.ts';
import { Crash } from './fragile-sql.ts';
import type { Scheduler } from './scheduler.ts';
import type { Tally } from './tally.ts';
import type { Trace } from './trace.ts';

/** How the network is now. Shares of messages, delays in virtual ms. */
export interface Condition {
  readonly drop: number;
  readonly duplicate: number;
  readonly cut: number;
  readonly delay: number;
}

const calm: Condition = { drop: 0, duplicate: 0, cut: 0, delay: 5 };
const TIME_OUT = 30_000;

/** Whoever answers at the other end; null while nobody does. */
export interface Answering {
  running(): SyncServer | null;
  /** The person behind a device's token, or why it opens nothing. */
  callerOf(deviceId: string): Served<Caller>;
}

/** One request: how it is called in the trace, from which device, and what the server does with it. */
export interface Asking<Value> {
  readonly name: string;
  readonly deviceId: string;
  readonly work: (server: SyncServer, caller: Caller) => Promise<Served<Value>>;
}

type End<Value> = (reply: Reply<Value>) => void;

const offline = (reason: string): { readonly ok: false; readonly problem: TransportProblem } => ({
  ok: false,
  problem: { kind: 'offline', reason },
});

/** Carries messages between devices and the server: late, twice, in another order or not at all. */
export class Network {
  condition = calm;
  readonly #partitioned = new Set<string>();
  readonly #began: number;
  readonly #scheduler: Scheduler;
  readonly #chance: Chance;
  readonly #trace: Trace;
  readonly #tally: Tally;
  readonly #server: Answering;

  constructor(world: {
    readonly scheduler: Scheduler;
    readonly chance: Chance;
    readonly trace: Trace;
    readonly tally: Tally;
    readonly server: Answering;
  }) {
    this.#scheduler = world.scheduler;
    this.#began = world.scheduler.now;
    this.#chance = world.chance;
    this.#trace = world.trace;
    this.#tally = world.tally;
    this.#server = world.server;
  }

  get isCalm(): boolean {
    return this.condition === calm && this.#partitioned.size === 0;
  }

  calm(): void {
    this.condition = calm;
    this.#partitioned.clear();
  }

  /** Nothing goes to or from a device for a while. */
  cutOff(deviceId: string, ms: number): void {
    this.#partitioned.add(deviceId);
    this.#scheduler.after(ms, () => this.#partitioned.delete(deviceId));
  }

  /** Carries a request there and its answer back. */
  ask<Value>(asking: Asking<Value>): Promise<Reply<Value>> {
    const { drop, duplicate } = this.condition;
    const isDropped = this.#chance.happens(drop);
    const isTwice = this.#chance.happens(duplicate);
    return new Promise((end) => {
      const callOff = this.#scheduler.after(TIME_OUT, () => {
        this.#trace.add(`${this.#stamp()} ${asking.name} had no answer`);
        end(offline('time-out'));
      });
      const answered: End<Value> = (reply) => {
        callOff();
        end(reply);
      };
      if (isDropped) this.#tally.fault('drop');
      else this.#send(asking, answered);
      if (isTwice) {
        this.#tally.fault('duplicate');
        this.#send(asking, answered);
      }
    });
  }

  #send<Value>(asking: Asking<Value>, end: End<Value>): void {
    this.#after(() => {
      this.#arrive(asking, end).catch((error: unknown) => {
        this.#trace.add(`${this.#stamp()} ${asking.name} failed: ${String(error)}`);
        end(refused(500, 'internal'));
      });
    });
  }

  async #arrive<Value>({ name, deviceId, work }: Asking<Value>, end: End<Value>): Promise<void> {
    if (this.#partitioned.has(deviceId)) return;
    const server = this.#server.running();
    if (!server) return end(offline('refused'));
    const caller = this.#server.callerOf(deviceId);
    const served = caller.ok ? await this.#serve(() => work(server, caller.value)) : caller;
    if (served === null || this.#server.running() !== server) return;
    const text = JSON.stringify(served);
    const what = served.ok ? 'ok' : served.problem.code;
    this.#trace.add(`${this.#stamp()} ${name}: ${what}`, text);
    if (this.#chance.happens(this.condition.cut)) {
      this.#tally.fault('cut');
      return;
    }
    this.#after(() => {
      if (this.#partitioned.has(deviceId)) return;
      // Parsed anew, so that neither side holds what the other one changes.
      const fresh = JSON.parse(text) as Served<Value>;
      end(fresh.ok ? fresh : refused(fresh.problem.status, fresh.problem.code, fresh.problem));
    });
  }

  /** Null: the server went off before it answered. */
  async #serve<Value>(work: () => Promise<Served<Value>>): Promise<Served<Value> | null> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Crash) return null;
      this.#trace.add(`${this.#stamp()} server failed: ${String(error)}`);
      return { ok: false, problem: toProblem(error) };
    }
  }

  #after(work: () => void): void {
    this.#scheduler.after(1 + this.#chance.below(this.condition.delay), work);
  }

  #stamp(): string {
    return `${this.#scheduler.now - this.#began}`;
  }
}

function refused(
  status: number,
  code: Extract<TransportProblem, { kind: 'refused' }>['code'],
  { params = {} }: { readonly params?: Readonly<Record<string, string | number>> | undefined } = {},
): { readonly ok: false; readonly problem: TransportProblem } {
  return { ok: false, problem: { kind: 'refused', status, code, params, retryAfterMs: null } };
}
