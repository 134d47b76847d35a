import type { Row } from '../../util/text-layout.ts';
import { graphemes } from '../../util/text-width.ts';
import { type WrappedLine, wrapLine } from './wrapped-line.ts';

/**
 * A walk over the wrapped rows of a text, from the row of some place up and down. Only the lines
 * that are walked over are wrapped, so a long text costs no more than a short one.
 */
export class RowWalk {
  readonly #text: string;
  readonly #width: number;
  #line: WrappedLine;
  #start: number;
  #index: number;

  /** Begins at the row of `offset`; the last column of the field is kept free for the caret. */
  constructor(text: string, width: number, offset: number) {
    this.#text = text;
    this.#width = Math.max(1, width - 1);
    this.#start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
    this.#line = this.#lineFrom(this.#start);
    this.#index = this.#line.indexOf(offset - this.#start);
  }

  /** The row as offsets of the whole text. */
  get row(): Row {
    const { start, end } = this.#line.row(this.#index) ?? { start: 0, end: 0 };
    return { start: this.#start + start, end: this.#start + end };
  }

  /** The last place of the caret in the row: at a soft break the end belongs to the next row. */
  get lastCaret(): number {
    const { start, end } = this.row;
    const next = this.#line.row(this.#index + 1);
    if (next === null) return this.#start + this.#line.text.length;
    if (end < this.#start + next.start) return end;
    const last = graphemes(this.#text.slice(start, end)).at(-1) ?? '';
    return end - last.length;
  }

  /** Goes one row down; false, and nothing happens, on the last one. */
  down(): boolean {
    if (this.#line.row(this.#index + 1) !== null) {
      this.#index += 1;
      return true;
    }
    const end = this.#start + this.#line.text.length;
    if (end >= this.#text.length) return false;
    this.#start = end + 1;
    this.#line = this.#lineFrom(this.#start);
    this.#index = 0;
    return true;
  }

  /** Goes one row up; false, and nothing happens, on the first one. */
  up(): boolean {
    if (this.#index > 0) {
      this.#index -= 1;
      return true;
    }
    if (this.#start === 0) return false;
    const end = this.#start - 1;
    this.#start = end === 0 ? 0 : this.#text.lastIndexOf('\n', end - 1) + 1;
    this.#line = this.#lineFrom(this.#start);
    this.#index = this.#line.last;
    return true;
  }

  #lineFrom(start: number): WrappedLine {
    const end = this.#text.indexOf('\n', start);
    return wrapLine(this.#text.slice(start, end < 0 ? undefined : end), this.#width);
  }
}
