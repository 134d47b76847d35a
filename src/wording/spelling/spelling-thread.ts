import { Worker } from 'node:worker_threads';
import type { Answers, Questions, SpellingAnswer, SpellingRequest } from './spelling-messages.ts';
import type { SpellingWord } from './spelling-word.ts';

/**
 * What is wrong with spelling, for `smena doctor`: it never stands in the way of the work. With
 * `words` it works, without the lines of a word list that are named.
 */
export interface SpellingTrouble {
  readonly code: 'missing' | 'memory' | 'stuck' | 'broken' | 'words';
  readonly detail: string;
}

/** What the thread needs beside the engine, which watches its own memory. */
const LIMITS = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 1, stackSizeMb: 2 };
/** A slow disk may take seconds over the first load; nobody stands still for it. */
const PATIENCE_MS = 30_000;

/**
 * The thread of the dictionaries. Whatever happens to it is kept as its trouble, and what is asked
 * then is answered with null. It keeps the process alive only while an answer is awaited.
 */
export class SpellingThread {
  /** True once it has come up, false when it could not. */
  readonly ready: Promise<boolean>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: SpellingAnswer | null) => void>();
  #last = 0;
  #isOver = false;
  #trouble: SpellingTrouble | null = null;
  #watch: NodeJS.Timeout | undefined;

  /** `file` is the program of the thread. */
  constructor(file: URL) {
    this.#worker = new Worker(file, { resourceLimits: LIMITS, stderr: true });
    this.ready = this.#await(0).then((answer) => answer !== null);
    this.#worker.on('message', (answer: SpellingAnswer) => this.#answered(answer));
    this.#worker.on('error', (error) => this.#end(troubleOf(error)));
    this.#worker.on('exit', (code) => this.#end({ code: 'broken', detail: `exit ${code}` }));
  }

  get trouble(): SpellingTrouble | null {
    return this.#trouble;
  }

  /** The answer of the thread; null when there is no thread any more. */
  async ask<Kind extends keyof Questions>(
    ask: Kind,
    question: Questions[Kind],
  ): Promise<Answers[Kind] | null> {
    if (this.#isOver) return null;
    this.#last += 1;
    this.#worker.postMessage({ ask, id: this.#last, ...question });
    const answer = await this.#await(this.#last);
    // The thread answers each kind of question in its own way.
    return (answer?.value ?? null) as Answers[Kind] | null;
  }

  /** Takes words as right from now on. */
  add(words: readonly SpellingWord[]): void {
    if (!this.#isOver) this.#worker.postMessage({ ask: 'add', words } satisfies SpellingRequest);
  }

  close(): void {
    this.#end(null);
  }

  #await(id: number): Promise<SpellingAnswer | null> {
    const { promise, resolve } = Promise.withResolvers<SpellingAnswer | null>();
    this.#waiting.set(id, resolve);
    this.#keepWatch();
    return promise;
  }

  #answered(answer: SpellingAnswer): void {
    this.#waiting.get(answer.id)?.(answer);
    this.#waiting.delete(answer.id);
    this.#keepWatch();
  }

  #keepWatch(): void {
    clearTimeout(this.#watch);
    if (this.#waiting.size === 0) return this.#worker.unref();
    this.#worker.ref();
    const stuck = { code: 'stuck', detail: `${PATIENCE_MS} ms` } as const;
    this.#watch = setTimeout(() => this.#end(stuck), PATIENCE_MS);
  }

  #end(trouble: SpellingTrouble | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#trouble = trouble;
    clearTimeout(this.#watch);
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
    this.#worker.terminate().catch(() => undefined);
  }
}

function troubleOf(error: unknown): SpellingTrouble {
  const detail = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'ENOENT') return { code: 'missing', detail };
  const isMemory = code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
  return { code: isMemory ? 'memory' : 'broken', detail };
}
