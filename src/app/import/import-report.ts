import { type MessageParams, UserError } from '../../util/user-error.ts';

/** A ticket that an import made or added to. No number yet: the ticket exists only in a rehearsal. */
export interface ImportedItem {
  readonly source: string;
  readonly number: string | null;
}

/** What an import left out. `reason` is a code for scripts, `params` what a sentence may name. */
export interface LeftOutItem {
  readonly source: string;
  readonly reason: string;
  readonly params?: MessageParams;
}

/** What an import did, by the place each thing came from (`path`, `path#3`, `file:12`). */
export interface ImportReport {
  readonly created: readonly ImportedItem[];
  readonly updated: readonly ImportedItem[];
  readonly skipped: readonly LeftOutItem[];
  readonly failed: readonly LeftOutItem[];
}

/** An import that can be taken back by its id. `rows` counts what was read, the header aside. */
export interface RunReport extends ImportReport {
  readonly importId: string;
  readonly rows: number;
}

/** What became of one letter, row or line. */
export type ImportOutcome =
  | { readonly kind: 'created' | 'updated'; readonly number: string | null }
  | {
      readonly kind: 'skipped' | 'failed';
      readonly reason: string;
      readonly params?: MessageParams;
    };

/** Left out for a reason that is no mistake. */
export function skipped(reason: string, params: MessageParams = {}): ImportOutcome {
  return { kind: 'skipped', reason, params };
}

/**
 * What an exception says about one item: it failed, the next one may not. A store that cannot be
 * written stops the whole import, so that is thrown on.
 */
export function failure(error: unknown): ImportOutcome {
  if (error instanceof UserError) {
    if (error.code.startsWith('store-')) throw error;
    return { kind: 'failed', reason: error.code, params: error.params };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', reason: 'not-taken', params: { message } };
}

/** Collects outcomes into a report. */
export class ImportTally {
  readonly #created: ImportedItem[] = [];
  readonly #updated: ImportedItem[] = [];
  readonly #skipped: LeftOutItem[] = [];
  readonly #failed: LeftOutItem[] = [];

  add(source: string, outcome: ImportOutcome): void {
    switch (outcome.kind) {
      case 'created':
        this.#created.push({ source, number: outcome.number });
        break;
      case 'updated':
        this.#updated.push({ source, number: outcome.number });
        break;
      case 'skipped':
        this.#skipped.push(leftOut(source, outcome));
        break;
      case 'failed':
        this.#failed.push(leftOut(source, outcome));
        break;
    }
  }

  report(): ImportReport {
    return {
      created: this.#created,
      updated: this.#updated,
      skipped: this.#skipped,
      failed: this.#failed,
    };
  }

  /**
   * The report of a rehearsal: the numbers that its new tickets had for a moment mean nothing,
   * also where a later item was added to one of them.
   */
  rehearsal(): ImportReport {
    const fresh = new Set(this.#created.map((item) => item.number));
    const known = ({ source, number }: ImportedItem) => {
      return { source, number: fresh.has(number) ? null : number };
    };
    return {
      ...this.report(),
      created: this.#created.map(known),
      updated: this.#updated.map(known),
    };
  }
}

function leftOut(
  source: string,
  { reason, params }: { readonly reason: string; readonly params?: MessageParams },
): LeftOutItem {
  const hasParams = params !== undefined && Object.keys(params).length > 0;
  return hasParams ? { source, reason, params } : { source, reason };
}
