/**
 * Holds keys back while something that a key asked for is still being read, so that what is typed
 * ahead meets the list it was meant for and not the screen behind it.
 */
export class KeyGate {
  #waitingFor = 0;
  #unseen = 0;
  #held: (() => void)[] = [];
  #isClosed = false;

  /** The screens were left: nothing that was still being read may act on the desk any more. */
  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Keys that wait, and further ones, are thrown away. */
  close(): void {
    this.#isClosed = true;
    this.#held = [];
  }

  /** Until `work` settles, keys wait in their order. */
  hold(work: Promise<unknown>): void {
    this.#waitingFor += 1;
    const release = () => {
      this.#waitingFor -= 1;
      this.#drain();
    };
    work.then(release, release);
  }

  /**
   * Until `painted` settles, keys are thrown away: what was typed before a question was seen is no
   * answer to it.
   */
  drop(painted: Promise<unknown>): void {
    this.#unseen += 1;
    const seen = () => {
      this.#unseen -= 1;
    };
    painted.then(seen, seen);
  }

  /** Handles a key now, or when it is its turn. */
  pass(handle: () => void): void {
    if (this.#isClosed || this.#unseen > 0) return;
    this.#held.push(handle);
    this.#drain();
  }

  #drain(): void {
    // A handled key may ask to wait again: the rest stays held.
    while (this.#waitingFor === 0) {
      const next = this.#held.shift();
      if (!next) return;
      if (this.#unseen === 0) next();
    }
  }
}
