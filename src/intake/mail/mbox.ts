import { type ByteLine, LineCutter } from '../byte-lines.ts';

// The largest letter mail servers accept is about 50 MB.
const defaultMaxBytes = 67_108_864;
const longLine = 65_536;
const headerLine = /^[!-9;-~]+[ \t]*:/;
// The separator as programs write it: From <who> <day> <month> <day of month> <time>.
const fullSeparator = /^From \S+ +[A-Z][a-z]{2},? +[A-Z0-9][a-z0-9]{1,2} +\S+ .*\d{1,2}:\d{2}/;
const quotedFrom = /^>+From /;

function startOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 200)).toString('latin1');
}

function isBlankLine(text: string): boolean {
  return text === '\n' || text === '\r\n';
}

/** Cuts an mbox into letters. Fed with lines, one after another. */
class MboxSplitter {
  readonly #maxBytes: number;
  #lines: Uint8Array[] = [];
  #bytes = 0;
  #isStarted = false;
  #afterBlank = true;
  #isLineStart = true;
  /** A From_ line that counts as a separator only if a header follows. */
  #doubtful: Uint8Array | null = null;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The letter that this line completes, or null. */
  push(line: ByteLine): Uint8Array | null {
    const text = this.#isLineStart ? startOf(line.bytes) : '';
    const isSeparator = this.#isLineStart && this.#afterBlank && text.startsWith('From ');
    this.#isLineStart = !line.isPart;
    const doubtful = this.#doubtful;
    this.#doubtful = null;
    let done: Uint8Array | null = null;
    if (doubtful !== null) {
      if (headerLine.test(text)) done = this.#finish(true);
      else this.#add(doubtful);
    }
    this.#afterBlank = isBlankLine(text);
    if (isSeparator && fullSeparator.test(text)) return this.#finish(true) ?? done;
    if (isSeparator) this.#doubtful = line.bytes.slice();
    else this.#add(quotedFrom.test(text) ? line.bytes.subarray(1) : line.bytes);
    return done;
  }

  /** The last letter, or null when there is none. */
  end(): Uint8Array | null {
    if (this.#doubtful !== null) this.#add(this.#doubtful);
    return this.#finish(false);
  }

  #add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    // Empty lines before the first separator are no letter.
    if (!this.#isStarted && isBlankLine(startOf(bytes))) return;
    this.#isStarted = true;
    this.#bytes += bytes.length;
    if (this.#bytes <= this.#maxBytes) this.#lines.push(bytes.slice());
  }

  #finish(startsNext: boolean): Uint8Array | null {
    // The empty line in front of a separator belongs to the mbox, not to the letter.
    if (isBlankLine(startOf(this.#lines.at(-1) ?? new Uint8Array(0)))) this.#lines.pop();
    const letter = this.#isStarted && this.#lines.length > 0 ? Buffer.concat(this.#lines) : null;
    this.#lines = [];
    this.#bytes = 0;
    this.#isStarted = startsNext;
    return letter;
  }
}

/**
 * The letters of an mbox file (mboxo and mboxrd: «>From » in a body loses one «>»), without their
 * From_ lines. Holds one letter in memory; of a letter above `maxLetterBytes` only whole lines up
 * to that size are kept.
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array>,
  maxLetterBytes: number = defaultMaxBytes,
): AsyncGenerator<Uint8Array> {
  const cutter = new LineCutter(longLine);
  const splitter = new MboxSplitter(maxLetterBytes);
  for await (const chunk of chunks) {
    for (const line of cutter.push(chunk)) {
      const letter = splitter.push(line);
      if (letter !== null) yield letter;
    }
  }
  const last = cutter.end();
  const letter = last === null ? null : splitter.push(last);
  if (letter !== null) yield letter;
  const rest = splitter.end();
  if (rest !== null) yield rest;
}
