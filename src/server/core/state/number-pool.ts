import { must } from '../../../util/must.ts';
import type { LockedReader, ServerStore } from '../../db/server-store.ts';
import { ownCount } from '../decide/own-number.ts';

/** Numbers at a time: a few wasted at a restart cost nothing, a transaction for each would. */
const LEAST = 8;

/**
 * Numbers for new tickets: counted in the write itself, or reserved ahead of it where writes do not
 * wait for one another. What a decision took is given back when it is made again, so that neither
 * refusals nor repeated decisions leave gaps.
 */
export class NumberPool {
  readonly #store: ServerStore;
  #isReserved = true;
  #free: string[] = [];
  #taken: string[] = [];
  #leftOut: string[] = [];
  /** The last number that was ever got, and the greatest one that a ticket has by this write. */
  #got = 0;
  #used = 0;

  constructor(store: ServerStore) {
    this.#store = store;
  }

  /** The next number; enough of them were got before. */
  next(): string {
    const number = must(this.#free.shift(), 'a number got ahead');
    this.#taken.push(number);
    return number;
  }

  /** How many were taken so far: a mark to go back to. */
  get mark(): number {
    return this.#taken.length;
  }

  /** Gives back what was taken since a mark. */
  giveBack(mark: number): void {
    this.#free.unshift(...this.#taken.splice(mark));
  }

  /** A ticket has this number now: it was taken here, or brought along. */
  leaveOut(number: string): void {
    this.#used = Math.max(this.#used, ownCount(number) ?? 0);
    const place = this.#free.indexOf(number);
    if (place >= 0) this.#leftOut.push(...this.#free.splice(place, 1));
  }

  /** Where the count stands behind this write; undefined when it stays. */
  get last(): number | undefined {
    const before = this.#isReserved ? this.#got : 0;
    return this.#used > before ? this.#used : undefined;
  }

  /** Reserves so many numbers before a write, where that is done. */
  async reserve(count: number): Promise<void> {
    for (let step = LEAST; this.#isReserved && this.#free.length < count; step *= 2) {
      const wanted = Math.max(step, count - this.#free.length);
      const first = await this.#store.reserveNumbers(wanted);
      this.#isReserved = first !== null;
      if (first !== null) await this.#add(first, wanted, this.#store);
    }
  }

  /** A write begins, perhaps again: what it took or left out before is there again. */
  async begin(count: number, read: LockedReader): Promise<void> {
    this.giveBack(0);
    this.#free.push(...this.#leftOut);
    this.#forget();
    if (this.#isReserved) return;
    this.#free = [];
    const first = count > 0 ? (await read.lastNumber()) + 1 : 0;
    for (let got = 0; this.#free.length < count; got += count) {
      await this.#add(first + got, count, read);
    }
  }

  /** What was taken or left out is used for good. Numbers go on behind the greatest of them. */
  settle(): void {
    if (this.last !== undefined) this.#free = [];
    this.#forget();
  }

  /** Starts with new numbers: one of the old ones may have been taken in another process. */
  clear(): void {
    this.#free = [];
    this.#forget();
  }

  #forget(): void {
    this.#taken = [];
    this.#leftOut = [];
    this.#used = 0;
  }

  /** Those that a ticket brought from elsewhere are passed over. */
  async #add(first: number, count: number, read: Pick<LockedReader, 'names'>): Promise<void> {
    this.#got = first + count - 1;
    const numbers = Array.from({ length: count }, (_, index) => `SM-${first + index}`);
    const taken = new Set((await read.names(numbers)).map(({ alias }) => alias));
    this.#free.push(...numbers.filter((number) => !taken.has(number)));
  }
}
