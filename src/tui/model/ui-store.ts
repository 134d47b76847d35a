import type { UiState } from './ui-state.ts';

/** Holds the state of the screens; React reads it through `subscribe` and `get`. */
export class UiStore {
  #state: UiState;
  readonly #listeners = new Set<() => void>();

  constructor(initial: UiState) {
    this.#state = initial;
  }

  readonly get = (): UiState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Counts a key. */
  count(): void {
    this.quietly({ keyCount: this.#state.keyCount + 1 });
  }

  /** Replaces parts that nothing on the screen depends on: React is not told. */
  quietly(patch: Pick<UiState, 'keyCount'> | Pick<UiState, 'worked'>): void {
    this.#state = { ...this.#state, ...patch };
  }

  /** Replaces the given parts and tells everybody once. */
  set(patch: Partial<UiState>): void {
    this.#state = { ...this.#state, ...patch };
    for (const listener of this.#listeners) listener();
  }
}
