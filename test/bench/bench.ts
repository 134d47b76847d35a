import { join } from 'node:path';
import type { Row } from './row.ts';

/** What every part of the bench works with. */
export interface Bench {
  /** The program under test, as its users start it. */
  readonly smena: string;
  /** The Node that runs it, and whose empty run is the floor. */
  readonly node: string;
  /** A data directory with many tickets; made only for parts that need one. Nothing may be written into it. */
  readonly desk: string;
  readonly tickets: number;
  /** The folder that somebody named as the corpus of articles and queries. */
  readonly corpus: string | null;
  /** A folder of this bench that outlives it: stores, mailboxes, compiled code. */
  readonly cache: string;
  /** A folder that is removed at the end. */
  readonly scratch: string;
  readonly isQuick: boolean;
  readonly env: Readonly<Record<string, string>>;
  /** Median of the floor in this run, ms. */
  readonly floorMs: number;
  /** Says what is going on. */
  readonly say: (text: string) => void;
}

/** One part of the bench: measures and gives rows, or none when there is nothing to measure. */
export interface Part {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<readonly Row[]>;
}

export const root = join(import.meta.dirname, '../..');
