import type { DraftSoFar, HeardStation } from '../../protocol/live.ts';

/** A text so far is of use while its promise is near, and nobody's business after that. */
const DRAFT_MS = 30 * 60_000;
const MOST_DRAFTS = 5;
const TIDY_MS = 60_000;
/** Who was not heard for so long has gone home. */
export const HEARD_MS = 60 * 60_000;

interface KeptDraft extends DraftSoFar {
  readonly space: string;
  readonly at: number;
}

/**
 * When each person's workstation was heard last, and what they were writing where a customer waits
 * for a promise. In memory only: no log, no disk and no copy ever has any of it.
 */
export class Stations {
  readonly #now: () => number;
  readonly #later: (ms: number, then: () => void) => void;
  #isTidying = false;
  readonly #heardAt = new Map<string, number>();
  readonly #drafts = new Map<string, readonly KeptDraft[]>();

  /** `later` is a timer that does not keep the process alive. */
  constructor(now: () => number, later: (ms: number, then: () => void) => void) {
    this.#now = now;
    this.#later = later;
  }

  /** Notes that a device of this person has asked for something. */
  hear(personId: string): void {
    this.#heardAt.set(personId, this.#now());
  }

  /** Who was heard in the last hour, and how long ago. */
  heard(): readonly HeardStation[] {
    const now = this.#now();
    return [...this.#heardAt]
      .map(([personId, at]) => ({ personId, silentMs: Math.max(0, now - at) }))
      .filter(({ silentMs }) => silentMs < HEARD_MS);
  }

  /** Keeps a text so far; an empty one ends it. */
  write(space: string, draft: DraftSoFar): void {
    const { personId, ticketId, text } = draft;
    const others = this.#fresh(personId).filter((one) => one.ticketId !== ticketId);
    const kept = text === '' ? [] : [{ ...draft, space, at: this.#now() }];
    const all = [...others, ...kept].slice(-MOST_DRAFTS);
    if (all.length > 0) this.#drafts.set(personId, all);
    else this.#drafts.delete(personId);
    this.#tidyLater();
  }

  /** What is being written in some spaces. */
  drafts(spaces: ReadonlySet<string>): readonly DraftSoFar[] {
    return [...this.#drafts.keys()]
      .flatMap((personId) => this.#fresh(personId))
      .filter(({ space }) => spaces.has(space))
      .map(({ personId, ticketId, text }) => ({ personId, ticketId, text }));
  }

  #tidyLater(): void {
    if (this.#isTidying || this.#drafts.size === 0) return;
    this.#isTidying = true;
    this.#later(TIDY_MS, () => {
      this.#isTidying = false;
      this.#tidy();
      this.#tidyLater();
    });
  }

  #tidy(): void {
    for (const personId of [...this.#drafts.keys()]) {
      const fresh = this.#fresh(personId);
      if (fresh.length > 0) this.#drafts.set(personId, fresh);
      else this.#drafts.delete(personId);
    }
  }

  #fresh(personId: string): readonly KeptDraft[] {
    const since = this.#now() - DRAFT_MS;
    return (this.#drafts.get(personId) ?? []).filter(({ at }) => at > since);
  }
}
