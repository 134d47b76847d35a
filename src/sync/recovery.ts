/**
 * Starting over as a new client, the one answer to a server that was put back, a copied store, a
 * gap or a broken chain. First everything of the last 30 days is pushed again (`resend`), then the
 * spaces are taken from snapshots (`refetch`). A kill on the way begins it again, which is
 * harmless: operations keep their ids, and the old epoch stays until the cursors are dropped.
 */
export type RecoveryPhase = 'none' | 'resend' | 'refetch';

/** How far a recovery has come. */
export class Recovery {
  #phase: RecoveryPhase = 'none';
  #epoch: string | null = null;

  get phase(): RecoveryPhase {
    return this.#phase;
  }

  begin(): void {
    this.#phase = 'resend';
    this.#epoch = null;
  }

  /** Everything is at the server: from here on its state counts. */
  refetch(): void {
    this.#phase = 'refetch';
  }

  end(): void {
    this.#phase = 'none';
    this.#epoch = null;
  }

  /** Whether an answer is of the server that everything was pushed to. */
  accepts(epoch: string): boolean {
    this.#epoch ??= epoch;
    return this.#epoch === epoch;
  }
}
