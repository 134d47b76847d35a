/** Time that passes only when it is told to. */
export class ManualTime {
  #now = 1_000_000;
  readonly #waiting = new Set<{ readonly at: number; readonly wake: () => void }>();

  readonly now = (): number => this.#now;

  readonly wait = (ms: number, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter = { at: this.#now + ms, wake: () => done() };
      const done = () => {
        this.#waiting.delete(waiter);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', done);
    });
  };

  /** Lets `ms` pass, waking whoever waits, in order. */
  async forward(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    for (;;) {
      const next = [...this.#waiting].toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await this.settle();
    }
    this.#now = end;
  }

  /** Lets everything run that waits for no time. */
  async settle(): Promise<void> {
    for (let n = 0; n < 50; n += 1) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
