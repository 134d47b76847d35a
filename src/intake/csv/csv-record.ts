/** One record of a CSV text. `line` is the 1-based physical line where it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quote was opened and never closed: only the first line was taken, reading goes on below. */
  readonly isBroken: boolean;
}

// A text field of a megabyte is still plausible; a forgotten quote must not swallow the file.
const maxQuoted = 1_048_576;
const maxQuotedAfterErrors = 4096;
// A file without line ends is cut here, so that memory stays bounded.
const maxLine = 4_194_304;
const manyErrors = 20;

interface Field {
  readonly text: string;
  /** Index of the delimiter or line feed behind the field. */
  readonly end: number;
}

function isEndOfField(text: string, at: number, delimiter: string): boolean {
  return at >= text.length || text[at] === delimiter || text[at] === '\n';
}

/**
 * Reads a quoted field: 'unfinished' when the text ends before its closing quote, 'broken' when
 * that quote cannot come any more.
 */
function quotedField(
  text: string,
  start: number,
  delimiter: string,
  limit: number,
): Field | 'unfinished' | 'broken' {
  const pieces: string[] = [];
  let from = start + 1;
  let hasLineBreak = false;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length - start > limit ? 'broken' : 'unfinished';
    if (quote - start > limit) return 'broken';
    if (text[quote + 1] === '"') {
      const doubled = text.slice(from, quote + 1);
      pieces.push(doubled);
      hasLineBreak ||= doubled.includes('\n');
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ') end += 1;
    const piece = text.slice(from, quote);
    pieces.push(piece);
    hasLineBreak ||= piece.includes('\n');
    if (isEndOfField(text, end, delimiter)) return { text: pieces.join(''), end };
    // A quote that nobody doubled belongs to the text, but in a later line it opens the next
    // field: then the first one was never closed.
    if (hasLineBreak) return 'broken';
    pieces.push('"');
    from = quote + 1;
  }
}

function plainField(text: string, start: number, delimiter: string): Field {
  const lineEnd = text.indexOf('\n', start);
  const stop = lineEnd < 0 ? text.length : lineEnd;
  const delimiterAt = text.slice(start, stop).indexOf(delimiter);
  const end = delimiterAt < 0 ? stop : start + delimiterAt;
  return { text: text.slice(start, end), end };
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  return count;
}

/** Cuts text into CSV records: doubled quotes, line breaks in quotes, recovery from lost quotes. */
export class RecordCutter {
  readonly #delimiter: string;
  #text = '';
  #line: number;
  #errors = 0;

  constructor(delimiter: string, firstLine: number) {
    this.#delimiter = delimiter;
    this.#line = firstLine;
  }

  /** The records that are complete so far; empty lines are left out. */
  push(text: string): CsvRecord[] {
    return this.#cut(text, false);
  }

  /** The records at the end of the file. */
  end(): CsvRecord[] {
    return this.#cut('', true);
  }

  #cut(more: string, isLast: boolean): CsvRecord[] {
    const text = this.#text + more;
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const lineEnd = text.indexOf('\n', at);
      const isEnd = isLast || text.length - at > maxLine;
      if (lineEnd < 0 && !isEnd) break;
      const stop = lineEnd < 0 ? text.length : lineEnd;
      const line = text.slice(at, stop);
      const next = line.includes('"') ? this.#quoted(text, at, isEnd) : this.#plain(line, stop);
      if (next === null) break;
      if (next.record !== null) records.push(next.record);
      at = next.end + 1;
    }
    this.#text = text.slice(at);
    return records;
  }

  #plain(line: string, end: number): { record: CsvRecord | null; end: number } {
    const fields = line.split(this.#delimiter);
    const record = line.trim() === '' ? null : { line: this.#line, fields, isBroken: false };
    this.#line += 1;
    return { record, end };
  }

  /** Null when the record goes on in text that has not come yet. */
  #quoted(text: string, start: number, isLast: boolean): { record: CsvRecord; end: number } | null {
    const limit = this.#errors > manyErrors ? maxQuotedAfterErrors : maxQuoted;
    const fields: string[] = [];
    let at = start;
    for (;;) {
      const isQuoted = text[at] === '"';
      const field = isQuoted
        ? quotedField(text, at, this.#delimiter, limit)
        : plainField(text, at, this.#delimiter);
      if (field === 'broken') return this.#broken(text, start);
      if (field === 'unfinished') return isLast ? this.#broken(text, start) : null;
      if (field.end >= text.length && !isLast) return null;
      fields.push(field.text);
      at = field.end + 1;
      if (text[field.end] !== this.#delimiter) break;
    }
    const record = { line: this.#line, fields, isBroken: false };
    this.#line += countLines(text, start, at);
    return { record, end: at - 1 };
  }

  #broken(text: string, start: number): { record: CsvRecord; end: number } {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const fields = text.slice(start, end).split(this.#delimiter);
    const record = { line: this.#line, fields, isBroken: true };
    this.#errors += 1;
    this.#line += 1;
    return { record, end };
  }
}
