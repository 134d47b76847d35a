import { BugError } from '../../util/must.ts';

/** Reads the values of a kept story one after another; what has another type was kept wrongly. */
export class StoryValues {
  readonly #values: readonly unknown[];
  #next = 0;

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  get isOver(): boolean {
    return this.#next >= this.#values.length;
  }

  number(): number {
    const value = this.#take();
    if (typeof value === 'number') return value;
    throw this.#wrong(value);
  }

  text(): string {
    const value = this.#take();
    if (typeof value === 'string') return value;
    throw this.#wrong(value);
  }

  /** A word of a fixed vocabulary: the events it was taken from were decided by it. */
  word<Word extends string>(): Word {
    return this.text() as Word;
  }

  textOrNull(): string | null {
    return this.#isNull() ? null : this.text();
  }

  numberOrNull(): number | null {
    return this.#isNull() ? null : this.number();
  }

  texts(): readonly string[] {
    const value = this.#take();
    if (value === null) return [];
    if (Array.isArray(value)) return value.map(String);
    throw this.#wrong(value);
  }

  #isNull(): boolean {
    const isNull = this.#values[this.#next] === null;
    if (isNull) this.#next += 1;
    return isNull;
  }

  #take(): unknown {
    return this.#values[this.#next++];
  }

  #wrong(value: unknown): BugError {
    return new BugError(`story value ${this.#next - 1} is ${typeof value}`);
  }
}
