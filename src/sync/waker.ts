import type { SyncSurroundings } from './sync-session.ts';

/** Lets something end a wait early. A wake that comes while nobody waits counts for the next wait. */
export class Waker {
  #isAwake = false;
  #isUrged = false;
  #end: ((isUrged: boolean) => void) | null = null;

  /** Ends a wait for work. */
  wake(): void {
    this.#isAwake = true;
    this.#end?.(false);
  }

  /** Ends any wait. */
  urge(): void {
    this.#isUrged = true;
    this.#end?.(true);
  }

  /** Waits for `ms`, for work, or for somebody who urges. */
  waitForWork(ms: number, surroundings: SyncSurroundings, end: AbortSignal): Promise<void> {
    const isOver = this.#isAwake || this.#isUrged;
    return this.#wait(isOver ? 0 : ms, { surroundings, end, isPatient: false });
  }

  /** Waits for `ms`; only who urges ends it. */
  pause(ms: number, surroundings: SyncSurroundings, end: AbortSignal): Promise<void> {
    return this.#wait(this.#isUrged ? 0 : ms, { surroundings, end, isPatient: true });
  }

  async #wait(ms: number, { surroundings, end, isPatient }: Waiting): Promise<void> {
    const woken = new AbortController();
    this.#end = (isUrged) => {
      if (isUrged || !isPatient) woken.abort();
    };
    if (ms > 0) await surroundings.wait(ms, AbortSignal.any([woken.signal, end]));
    this.#end = null;
    this.#isAwake = false;
    this.#isUrged = false;
  }
}

interface Waiting {
  readonly surroundings: SyncSurroundings;
  readonly end: AbortSignal;
  readonly isPatient: boolean;
}
