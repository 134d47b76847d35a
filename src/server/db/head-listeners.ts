type Listener = (heads: ReadonlyMap<string, number>) => void;

/** Whoever wants to hear that spaces grew. */
export class HeadListeners {
  readonly #listeners = new Set<Listener>();
  readonly #watch: () => () => void;
  #stop: (() => void) | null = null;

  /** `watch` looks out for what other processes wrote, as long as anybody listens. */
  constructor(watch: () => () => void) {
    this.#watch = watch;
  }

  /** Returns how to stop listening. */
  add(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#stop ??= this.#watch();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.end();
    };
  }

  tell(heads: ReadonlyMap<string, number>): void {
    if (heads.size === 0) return;
    for (const listener of this.#listeners) listener(heads);
  }

  /** Nobody is told of anything any more. */
  end(): void {
    this.#listeners.clear();
    this.#stop?.();
    this.#stop = null;
  }
}
