/** One piece of work after another, in the order they came. */
export class Turn {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Whether nothing is being done and nothing waits. */
  get isFree(): boolean {
    return this.#waiting === 0;
  }

  /** Runs `work` when everything before it is done, whether well or not. */
  take<Value>(work: () => Promise<Value>): Promise<Value> {
    this.#waiting += 1;
    const mine = this.#last.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Settles when nothing that was asked for so far is left. */
  async end(): Promise<void> {
    await this.#last;
  }
}
