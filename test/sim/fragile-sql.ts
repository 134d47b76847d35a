import { Sql } from '../../src/store/sql.ts';
import { UserError } from '../../src/util/user-error.ts';

/** The machine went off between two statements. */
export class Crash extends Error {}

/** Whether an error is one that the simulator made on purpose. */
export function isPlanned(error: unknown): boolean {
  if (error instanceof Crash) return true;
  return (
    error instanceof UserError &&
    (error.code === 'store-disk-full' || error.code === 'store-locked')
  );
}

type Params = Parameters<Sql['run']> extends [string, ...infer Rest] ? Rest : never;

/** What happens to the statements of a store. */
export interface Weather {
  /** Called before each statement; throws what shall go wrong. May plant another statement. */
  before(text: string): string;
}

/** Says for every statement whether the machine, the disk or a lock lets it through. */
export class StatementFaults implements Weather {
  /** Statements since the start. */
  count = 0;
  isDead = false;
  #crashIn: number | null = null;
  #trouble: { code: 'store-disk-full' | 'store-locked'; from: number; until: number } | null = null;
  readonly #onCrash: () => void;

  constructor(onCrash: () => void) {
    this.#onCrash = onCrash;
  }

  /** The machine goes off before the statement `k` from now (0: the next one). */
  crashIn(k: number): void {
    this.#crashIn = this.count + k;
  }

  /** Writes fail for a while: `length` statements from `k` on. */
  fail(code: 'store-disk-full' | 'store-locked', k: number, length: number): void {
    this.#trouble = { code, from: this.count + k, until: this.count + k + length };
  }

  /** Whether something is going to happen. */
  get isPlanned(): boolean {
    return this.#crashIn !== null || this.#trouble !== null;
  }

  /** Nothing is to go wrong any more. */
  heal(): void {
    this.#crashIn = null;
    this.#trouble = null;
  }

  before(text: string): string {
    if (this.isDead) throw new Crash('the machine is off');
    const n = this.count;
    this.count += 1;
    if (this.#crashIn !== null && n >= this.#crashIn) {
      this.#crashIn = null;
      this.isDead = true;
      this.#onCrash();
      throw new Crash(`before: ${text}`);
    }
    const trouble = this.#trouble;
    if (trouble && n >= trouble.until) this.#trouble = null;
    if (trouble && n >= trouble.from && n < trouble.until && isWrite(text)) {
      throw new UserError(trouble.code, { path: 'store' });
    }
    return text;
  }
}

function isWrite(text: string): boolean {
  return /^\s*(?:INSERT|UPDATE|DELETE|REPLACE|BEGIN)/i.test(text);
}

/** A store whose every statement the simulator lets through or not. */
export class FragileSql extends Sql {
  readonly #weather: Weather;

  constructor(driver: Sql['driver'], path: string, weather: Weather) {
    super(driver, path);
    this.#weather = weather;
  }

  override get<Row>(text: string, ...params: Params): Row | undefined {
    return super.get<Row>(this.#weather.before(text), ...params);
  }

  override all<Row>(text: string, ...params: Params): Row[] {
    return super.all<Row>(this.#weather.before(text), ...params);
  }

  override numbers(text: string, ...params: Params): number[] {
    return super.numbers(this.#weather.before(text), ...params);
  }

  override run(text: string, ...params: Params): ReturnType<Sql['run']> {
    return super.run(this.#weather.before(text), ...params);
  }

  override exec(text: string): void {
    super.exec(this.#weather.before(text));
  }

  override pragma(text: string): unknown {
    return super.pragma(this.#weather.before(text));
  }

  override transact<Value>(work: () => Value): Value {
    if (this.driver.inTransaction) return super.transact(work);
    return super.transact(() => this.#committed(work));
  }

  override savepoint<Value>(work: () => Value): Value {
    return super.savepoint(() => this.#committed(work));
  }

  /** Going off before the commit takes the transaction with it, whoever has caught the failure. */
  #committed<Value>(work: () => Value): Value {
    this.#weather.before('BEGIN');
    const value = work();
    this.#weather.before('COMMIT');
    return value;
  }
}
