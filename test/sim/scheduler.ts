import { setImmediate } from 'node:timers/promises';

interface Task {
  readonly at: number;
  readonly n: number;
  readonly run: () => void;
  isOff: boolean;
}

/**
 * The only clock and the only source of order of a simulated world: what waits is run one by one,
 * and everything that follows from it without waiting is done before the next one.
 */
export class Scheduler {
  #now: number;
  #made = 0;
  readonly #tasks: Task[] = [];
  readonly #held = new Set<Promise<unknown>>();

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  /** Runs `work` after some virtual time; gives back what calls it off. */
  after(ms: number, work: () => void): () => void {
    this.#made += 1;
    const task = {
      at: this.#now + Math.max(0, Math.ceil(ms)),
      n: this.#made,
      run: work,
      isOff: false,
    };
    let place = this.#tasks.length;
    while (place > 0 && isLater(this.#tasks[place - 1], task)) place -= 1;
    this.#tasks.splice(place, 0, task);
    return () => {
      task.isOff = true;
    };
  }

  /** Waits in virtual time; an aborted signal ends it early. */
  readonly wait = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((done) => {
      if (signal?.aborted) return done();
      const callOff = this.after(ms, done);
      signal?.addEventListener('abort', () => {
        callOff();
        done();
      });
    });

  /** No time passes before `work`, which the machine really has to wait for, is done. */
  hold<Value>(work: Promise<Value>): Promise<Value> {
    const held = work.finally(() => this.#held.delete(held));
    this.#held.add(held);
    return held;
  }

  /** Does everything that needs no time. */
  async settle(): Promise<void> {
    await setImmediate();
    while (this.#held.size > 0) {
      await Promise.allSettled(this.#held);
      await setImmediate();
    }
  }

  /** Runs what is due next; false when nothing waits up to `until`. */
  async step(until = Number.POSITIVE_INFINITY): Promise<boolean> {
    let task = this.#tasks[0];
    while (task?.isOff) {
      this.#tasks.shift();
      task = this.#tasks[0];
    }
    if (!task || task.at > until) return false;
    this.#tasks.shift();
    this.#now = task.at;
    task.run();
    await this.settle();
    return true;
  }

  /** Lets virtual time pass, running everything that is due meanwhile. */
  async pass(ms: number, afterEach: () => void = () => undefined): Promise<void> {
    const until = this.#now + ms;
    while (await this.step(until)) afterEach();
    this.#now = until;
  }
}

function isLater(one: Task | undefined, other: Task): boolean {
  return one !== undefined && (one.at > other.at || (one.at === other.at && one.n > other.n));
}
