/**
 * Holds keys back while something that a key asked for is still being read, so that what is typed
 * ahead meets the list it was meant for and not the screen behind it.
 */
export class KeyGate {
  #waitingFor = 0;
  #held: (() => void)[] = [];

  /** Until `work` settles, keys wait in their order. */
  hold(work: Promise<unknown>): void {
    this.#waitingFor += 1;
    const release = () => {
      this.#waitingFor -= 1;
      this.#drain();
    };
    work.then(release, release);
  }

  /** Handles a key now, or when it is its turn. */
  pass(handle: () => void): void {
    this.#held.push(handle);
    this.#drain();
  }

  #drain(): void {
    // A handled key may ask to wait again: the rest stays held.
    while (this.#waitingFor === 0) {
      const next = this.#held.shift();
      if (!next) return;
      next();
    }
  }
}
