import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import v8 from 'node:v8';
import { ImportRunStore } from '../../store/import-run/import-run-store.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { ImportPeople } from './import-people.ts';
import { failure, type ImportOutcome, ImportTally, type RunReport } from './import-report.ts';
import { rehearse } from './rehearse.ts';

/** Where one thing stood in the file, and how it is taken. */
export interface ImportStep {
  /** 1-based line of the file. */
  readonly line: number;
  /** Runs inside the transaction of its batch. */
  readonly take: () => ImportOutcome;
}

export interface RunOptions {
  readonly dryRun?: boolean;
  /** Called after each batch with the rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** One reading of a file into tickets: takes steps in batches, counts them, can be undone by id. */
export class ImportRun {
  readonly id: string;
  readonly people: ImportPeople;
  readonly #desk: Desk;
  readonly #file: string;
  readonly #options: RunOptions;
  readonly #tally = new ImportTally();
  #batch: ImportStep[] = [];
  #rows = 0;

  constructor(desk: Desk, file: string, options: RunOptions) {
    this.id = desk.makeId();
    this.people = new ImportPeople(desk);
    this.#desk = desk;
    this.#file = file;
    this.#options = options;
    // A long import makes V8 grow its young generation by 100 MB that it gains nothing from.
    v8.setFlagsFromString('--semi-space-growth-factor=1');
  }

  /** Adds a step; a full batch is written in one transaction. */
  add(step: ImportStep): void {
    this.#batch.push(step);
    this.#rows += 1;
    if (this.#batch.length >= batchSize) this.#flush();
  }

  /** Writes the rest and reports. */
  end(): RunReport {
    this.#flush();
    const { dryRun } = this.#options;
    const report = dryRun ? this.#tally.rehearsal() : this.#tally.report();
    return { ...report, importId: this.id, rows: this.#rows };
  }

  #flush(): void {
    const batch = this.#batch;
    if (batch.length === 0) return;
    this.#batch = [];
    try {
      this.#write(batch);
    } catch {
      // One of them is poison: each is taken alone, so that only that one is lost. Not by savepoints
      // from the start, at each of which the text index would write its pending words to disk.
      for (const step of batch) this.#writeAlone(step);
    }
    this.#options.onProgress?.(this.#rows);
  }

  #writeAlone(step: ImportStep): void {
    try {
      this.#write([step]);
    } catch (error) {
      this.#tally.add(this.#place(step), failure(error));
    }
  }

  /** All steps or none: the outcomes count only when they are written. */
  #write(steps: readonly ImportStep[]): void {
    const { store, tickets } = this.#desk;
    const take = () => tickets.together(() => this.#take(steps));
    try {
      const outcomes = this.#options.dryRun ? rehearse(store, take) : take();
      for (const [i, step] of steps.entries()) {
        const outcome = outcomes[i];
        if (outcome) this.#tally.add(this.#place(step), outcome);
      }
      // Nothing that a rehearsal created is there for the next one.
      if (this.#options.dryRun) this.people.forget();
    } catch (error) {
      this.people.forget();
      throw error;
    }
  }

  #take(steps: readonly ImportStep[]): ImportOutcome[] {
    const outcomes = steps.map((step) => step.take());
    const created = outcomes.filter((outcome) => outcome.kind === 'created').length;
    const run = { id: this.id, source: this.#file, at: this.#desk.clock.now() };
    if (created > 0) new ImportRunStore(this.#desk.store.sql).count(run, created);
    return outcomes;
  }

  #place(step: ImportStep): string {
    return `${this.#file}:${step.line}`;
  }
}

// Commits cost a disk flush each; other processes wait while a batch is written.
const batchSize = 500;

/** The bytes of a file, or of the standard input for `-`. Throws a UserError when there is none. */
export async function openInput(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const found = await stat(file).catch(() => null);
  if (!found) throw new UserError('file-not-found', { path: file });
  if (found.isDirectory()) throw new UserError('file-not-readable', { path: file });
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw new UserError('file-not-readable', { path: file }, { cause });
  });
  return createReadStream(file);
}
