/** Longer texts than this, by lines times lines, are not aligned: both of them stay whole. */
const MOST_CELLS = 4_000_000;

/** Two changes of one text. */
export interface TextChanges {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Both changes of a text together, line by line: a line that one of them took away is gone, and
 * everything that one of them wrote is there. In one place theirs comes first, mine follows.
 */
export function mergeLines({ base, mine, theirs }: TextChanges): string {
  if (base === theirs || mine === theirs) return mine;
  if (base === mine) return theirs;
  const old = linesOf(base);
  const [own, other] = [changesOf(old, linesOf(mine)), changesOf(old, linesOf(theirs))];
  const merged: string[] = [];
  for (let place = 0; place <= old.length; place += 1) {
    const told = other.added.get(place) ?? [];
    merged.push(...told, ...(own.added.get(place) ?? []).filter((line) => !told.includes(line)));
    const line = old[place];
    if (line !== undefined && own.kept.has(place) && other.kept.has(place)) merged.push(line);
  }
  return merged.join('\n');
}

type Lines = readonly string[];

/** What became of the lines of a text. */
interface LineChanges {
  /** Places of the lines that are still there. */
  readonly kept: ReadonlySet<number>;
  /** New lines by the place of the old line they stand before. */
  readonly added: ReadonlyMap<number, Lines>;
}

function linesOf(text: string): Lines {
  return text === '' ? [] : text.split('\n');
}

function changesOf(old: Lines, changed: Lines): LineChanges {
  const places = alignedWith(old, changed);
  const oldOf = new Map([...places].map(([inOld, inChanged]) => [inChanged, inOld]));
  const added = new Map<number, string[]>();
  let before = 0;
  for (const [place, line] of changed.entries()) {
    const inOld = oldOf.get(place);
    if (inOld !== undefined) before = inOld + 1;
    else if (added.get(before)?.push(line) === undefined) added.set(before, [line]);
  }
  return { kept: new Set(places.keys()), added };
}

/** Where the lines of a text stand in another one that was made of it. */
function alignedWith(old: Lines, changed: Lines): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const shortest = Math.min(old.length, changed.length);
  let head = 0;
  while (head < shortest && old[head] === changed[head]) {
    places.set(head, head);
    head += 1;
  }
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === changed.at(-1 - tail)) {
    places.set(old.length - 1 - tail, changed.length - 1 - tail);
    tail += 1;
  }
  const middle = (lines: Lines) => lines.slice(head, lines.length - tail);
  for (const [inOld, inChanged] of commonLines(middle(old), middle(changed))) {
    places.set(head + inOld, head + inChanged);
  }
  return places;
}

/** The longest common run of lines, as pairs of places. */
function commonLines(left: Lines, right: Lines): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  if (left.length * right.length > MOST_CELLS) return [];
  const lengths = new Uint32Array((left.length + 1) * width);
  const lengthAt = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
