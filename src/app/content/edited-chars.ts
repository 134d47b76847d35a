/** A text with places that are there to be filled: anything may stand in them. Half-open, UTF-16. */
export interface FilledText {
  readonly text: string;
  readonly places: readonly (readonly [start: number, end: number])[];
}

/** Above this many comparisons the distance is estimated from the words. */
const MOST_CELLS = 1_000_000;
/** A place in a pattern; no letter has this number. */
const PLACE = -1;

/**
 * How many characters have to be changed to make `sent` of `written`; what stands in its places
 * costs nothing. Exact for texts of a usual length; of long ones a bound from below by their words.
 */
export function editedChars(written: FilledText, sent: string): number {
  const pattern = patternOf(written);
  const target = Array.from(sent, codeOf);
  const head = sameHead(pattern, target);
  const tail = sameTail(pattern, target, head);
  const rest = pattern.slice(head, pattern.length - tail);
  const other = target.slice(head, target.length - tail);
  if (rest.length * other.length <= MOST_CELLS) return distance(rest, other);
  return estimate(written, sent);
}

/** The pieces of a text between its places. */
export function fixedPieces({ text, places }: FilledText): string[] {
  const ends = [0, ...places.map(([, end]) => end)];
  const starts = [...places.map(([start]) => start), text.length];
  return ends.map((from, i) => text.slice(from, starts[i]));
}

function patternOf(written: FilledText): number[] {
  const pattern: number[] = [];
  for (const [place, piece] of fixedPieces(written).entries()) {
    if (place > 0) pattern.push(PLACE);
    for (const char of piece) pattern.push(codeOf(char));
  }
  return pattern;
}

function codeOf(char: string): number {
  return char.codePointAt(0) ?? 0;
}

function sameHead(pattern: readonly number[], target: readonly number[]): number {
  let at = 0;
  while (at < pattern.length && at < target.length && pattern[at] === target[at]) at += 1;
  return at;
}

function sameTail(pattern: readonly number[], target: readonly number[], head: number): number {
  const most = Math.min(pattern.length, target.length) - head;
  let length = 0;
  while (length < most && pattern.at(-1 - length) === target.at(-1 - length)) length += 1;
  return length;
}

/** Levenshtein's distance, row by row; a place swallows any number of letters. */
function distance(pattern: readonly number[], target: readonly number[]): number {
  let above = Uint32Array.from({ length: target.length + 1 }, (_, i) => i);
  let row = new Uint32Array(target.length + 1);
  for (const code of pattern) {
    const isPlace = code === PLACE;
    row[0] = (above[0] ?? 0) + (isPlace ? 0 : 1);
    for (let at = 1; at <= target.length; at += 1) {
      const left = row[at - 1] ?? 0;
      const up = above[at] ?? 0;
      row[at] = isPlace
        ? Math.min(up, left)
        : Math.min(up + 1, left + 1, (above[at - 1] ?? 0) + (target[at - 1] === code ? 0 : 1));
    }
    [above, row] = [row, above];
  }
  return above[target.length] ?? 0;
}

function estimate(written: FilledText, sent: string): number {
  const before = countWords(fixedPieces(written).join(' '));
  const after = countWords(sent);
  const gone = lettersMissing(before, after);
  // What stands in the places cannot be told from what was added.
  return written.places.length > 0 ? gone : Math.max(gone, lettersMissing(after, before), 1);
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/\S+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function lettersMissing(
  of: ReadonlyMap<string, number>,
  within: ReadonlyMap<string, number>,
): number {
  let letters = 0;
  for (const [word, count] of of) {
    letters += Math.max(0, count - (within.get(word) ?? 0)) * word.length;
  }
  return letters;
}
