/** An operation that the simulator saw being written, whatever the program makes of it later. */
export interface Written {
  readonly opId: string;
  /** The store it was written into, by its name. */
  readonly store: string;
  readonly type: string;
  readonly entityType: string;
  readonly entityId: string;
  /** What was typed in it, to be found again letter by letter; '' when nothing was. */
  readonly typed: string;
  /** Milliseconds of work that it books. */
  readonly timeMs: number;
}

/** What everybody typed: the simulator's own memory, which nothing under test can touch. */
export class Ledger {
  readonly #byStore = new Map<string, Map<string, Written>>();
  /** Texts of operations that were taken back: they have to be drafts. */
  readonly takenBack: Written[] = [];

  note(written: Written): void {
    const own = this.#byStore.get(written.store) ?? new Map<string, Written>();
    own.set(written.opId, written);
    this.#byStore.set(written.store, own);
  }

  takeBack(store: string, opId: string): void {
    const written = this.forget(store, opId);
    if (written) this.takenBack.push(written);
  }

  /** It is allowed to be gone from this store; a copy of the store may have it still. */
  forget(store: string, opId: string): Written | undefined {
    const own = this.#byStore.get(store);
    const written = own?.get(opId);
    own?.delete(opId);
    return written;
  }

  /** Whether any store has it. */
  has(opId: string): boolean {
    return [...this.#byStore.values()].some((own) => own.has(opId));
  }

  of(store: string): Iterable<Written> {
    return this.#byStore.get(store)?.values() ?? [];
  }

  all(): Iterable<Written> {
    return [...this.#byStore.values()].flatMap((own) => [...own.values()]);
  }
}
