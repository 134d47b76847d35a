import type { LiveEvent } from '../protocol/live.ts';
import { backoffMs } from './backoff.ts';
import { remedyOf, type SyncProblem } from './problem.ts';
import { syncOnce } from './sync-once.ts';
import type { SyncSession } from './sync-session.ts';
import { Waker } from './waker.ts';

/** Without any hint the server is asked this often all the same: hints may get lost. */
const IDLE_MS = 60_000;
/** Another process syncs; should it end, this one goes on. */
const ELSEWHERE_MS = 2000;
/** What only a person can mend is looked at again now and then. */
const MENDING_MS = 5 * 60_000;

/** Keeps a store in sync for as long as a program runs. */
export class SyncKeeper {
  readonly #session: SyncSession;
  readonly #waker = new Waker();
  #failures = 0;
  #failingSince: number | null = null;

  constructor(session: SyncSession) {
    this.#session = session;
  }

  /** There is something new to push. Does not shorten the wait after a failure. */
  notify(): void {
    this.#waker.wake();
  }

  /** A person wants it now, whatever failed before. */
  insist(): void {
    this.#waker.urge();
  }

  /** Runs until `end`, or until the access of this device is taken away: the work here goes on. */
  async run(end: AbortSignal): Promise<void> {
    const left = new AbortController();
    const live = this.#listen(AbortSignal.any([end, left.signal]));
    while (!end.aborted) {
      const problem = await this.#once();
      if (problem && remedyOf(problem) === 'revoked') break;
      await this.#rest(problem, end);
    }
    left.abort();
    await live;
  }

  /** A full disk or a busy store ends a run, not the keeping. */
  async #once(): Promise<SyncProblem | null> {
    try {
      return (await syncOnce(this.#session)).problem;
    } catch (error) {
      this.#session.tell({ type: 'failed', error });
      return { kind: 'failed' };
    }
  }

  async #rest(problem: SyncProblem | null, end: AbortSignal): Promise<void> {
    const { surroundings } = this.#session;
    switch (problem && remedyOf(problem)) {
      case null:
        this.#failures = 0;
        this.#failingSince = null;
        return this.#waker.waitForWork(IDLE_MS, surroundings, end);
      case 'elsewhere':
        return this.#waker.pause(ELSEWHERE_MS, surroundings, end);
      case 'login':
      case 'update':
        return this.#waker.pause(MENDING_MS, surroundings, end);
      default:
        return this.#waker.pause(this.#delay(problem), surroundings, end);
    }
  }

  #delay(problem: SyncProblem | null): number {
    const { now, random } = this.#session.surroundings;
    this.#failingSince ??= now();
    const lastedMs = now() - this.#failingSince;
    const retryAfterMs = problem?.kind === 'refused' ? problem.retryAfterMs : null;
    const delay = backoffMs({ failures: this.#failures, lastedMs, retryAfterMs }, random);
    this.#failures += 1;
    return delay;
  }

  /** Listens for hints beside the runs; a stream that ends is opened again. */
  async #listen(end: AbortSignal): Promise<void> {
    const { store, transport, surroundings } = this.#session;
    for (let failures = 0; !end.aborted; failures += 1) {
      const since = surroundings.now();
      const problem = await transport.live(store.cursors(), (event) => this.#hear(event), end);
      this.#session.tell({ type: 'deaf' });
      if (problem && remedyOf(problem) === 'revoked') return this.insist();
      if (end.aborted) return;
      const lastedMs = surroundings.now() - since;
      if (lastedMs > IDLE_MS) failures = 0;
      const retryAfterMs = problem?.kind === 'refused' ? problem.retryAfterMs : null;
      const delay = backoffMs({ failures, lastedMs: 0, retryAfterMs }, surroundings.random);
      await surroundings.wait(delay, end);
      // What happened meanwhile was told to nobody.
      this.notify();
    }
  }

  #hear(event: LiveEvent): void {
    if (event.type === 'head') {
      const known = this.#session.store.cursors().find(({ space }) => space === event.space);
      if (!known || known.seq < event.head) this.notify();
    } else if (event.type !== 'bye') this.#session.tell(event);
  }
}
