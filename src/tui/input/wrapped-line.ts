import { eachRow, type Row } from '../../util/text-layout.ts';

/** From this length on a line is remembered: typing must not wrap it anew from its beginning. */
const LONG = 4_000;
const REMEMBERED = 4;
/** A row is kept for the next version of its line when the change lies so far behind it. */
const REACH = 64;
const CHUNK = 4096;

/** A line broken into rows, as far as somebody has asked. */
export class WrappedLine {
  readonly text: string;
  readonly width: number;
  readonly #rows: Row[];
  readonly #rest: Generator<Row>;

  /** `known` are the rows before `from`, where the next one begins. */
  constructor(text: string, width: number, known: Row[] = [], from = 0) {
    this.text = text;
    this.width = width;
    this.#rows = known;
    this.#rest = eachRow(text, width, from);
  }

  /** The row at a place, or null behind the last one. */
  row(index: number): Row | null {
    while (this.#rows.length <= index && this.#next());
    return this.#rows[index] ?? null;
  }

  /** Place of the row that the offset belongs to: the last one that begins before or at it. */
  indexOf(offset: number): number {
    while ((this.#rows.at(-1)?.start ?? -1) <= offset && this.#next());
    return this.#rows.findLastIndex((row) => row.start <= offset);
  }

  /** Place of the last row. */
  get last(): number {
    while (this.#next());
    return this.#rows.length - 1;
  }

  /** The same line after an edit: rows well before the change stay as they are. */
  edited(text: string): WrappedLine {
    const common = commonLength(this.text, text) - REACH;
    const changed = this.#rows.findIndex((row) => row.end > common);
    // A break depends on the word behind it, so the last row before the change is made again.
    const kept = Math.max(0, (changed < 0 ? this.#rows.length : changed) - 1);
    const from = this.#rows[kept]?.start ?? 0;
    return new WrappedLine(text, this.width, this.#rows.slice(0, kept), from);
  }

  #next(): boolean {
    const next = this.#rest.next();
    if (next.done === true) return false;
    this.#rows.push(next.value);
    return true;
  }
}

function commonLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK;
  while (at < most && a[at] === b[at]) at += 1;
  return Math.min(at, most);
}

let remembered: readonly WrappedLine[] = [];

/** Wraps a line; a long one that was wrapped before, or differs from one by an edit, costs little. */
export function wrapLine(text: string, width: number): WrappedLine {
  if (text.length < LONG) return new WrappedLine(text, width);
  const alike = remembered.filter((line) => line.width === width);
  const same = alike.find((line) => line.text === text);
  if (same) return same;
  const before = alike.find((line) => line.text.slice(0, CHUNK) === text.slice(0, CHUNK));
  const made = before ? before.edited(text) : new WrappedLine(text, width);
  remembered = [made, ...remembered.filter((line) => line !== before)].slice(0, REMEMBERED);
  return made;
}
