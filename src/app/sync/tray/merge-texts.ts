import { diffTexts } from '../../knowledge/compare-versions.ts';

/** The words that stand at the marks of a place where both sides wrote something else. */
export interface MergeLabels {
  readonly mine: string;
  readonly theirs: string;
}

/** Two texts that were begun over the same one, put together. */
export interface MergedText {
  readonly text: string;
  /** Places where both wrote something else: they stand between marks, for a person to decide. */
  readonly conflicts: number;
}

/** Rows `from` to `to` of the base, and what one side has in their place. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly string[];
}

/**
 * Puts two texts together by lines: what only one side changed is taken over, what both changed
 * alike is taken once, the rest stands side by side between marks. Nothing of either is left out.
 */
export function mergeTexts(
  base: string,
  { mine, theirs }: { readonly mine: string; readonly theirs: string },
  labels: MergeLabels,
): MergedText {
  const sides = { mine: changesOf(base, mine), theirs: changesOf(base, theirs) };
  const rows = rowsOf(base);
  const merged: string[] = [];
  let conflicts = 0;
  let done = 0;
  for (const { from, to, own, other } of places(sides)) {
    merged.push(...rows.slice(done, from));
    done = to;
    const ours = applied(rows, { from, to }, own);
    const others = applied(rows, { from, to }, other);
    if (other.length === 0 || isSame(ours, others)) merged.push(...ours);
    else if (own.length === 0) merged.push(...others);
    else {
      conflicts += 1;
      merged.push(`<<<<<<< ${labels.mine}`, ...ours, '=======', ...others);
      merged.push(`>>>>>>> ${labels.theirs}`);
    }
  }
  merged.push(...rows.slice(done));
  return { text: merged.length === 0 ? '' : `${merged.join('\n')}\n`, conflicts };
}

/** Whether a text still has a place that nobody has decided. */
export function hasConflicts(text: string): boolean {
  return /^<{7} .*^={7}$.*^>{7} /ms.test(text);
}

/** A part of the base that at least one side changed, with the changes of both within it. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly own: readonly Change[];
  readonly other: readonly Change[];
}

/** Changes of both sides that touch each other make one place. */
function places(sides: Record<'mine' | 'theirs', readonly Change[]>): readonly Place[] {
  const all = [
    ...sides.mine.map((change) => ({ change, own: [change], other: [] })),
    ...sides.theirs.map((change) => ({ change, own: [], other: [change] })),
  ].toSorted((a, b) => a.change.from - b.change.from || a.change.to - b.change.to);
  const found: Place[] = [];
  for (const { change, own, other } of all) {
    const last = found.at(-1);
    if (last === undefined || change.from > last.to) {
      found.push({ from: change.from, to: change.to, own, other });
      continue;
    }
    const to = Math.max(last.to, change.to);
    const joined = { own: [...last.own, ...own], other: [...last.other, ...other] };
    found[found.length - 1] = { from: last.from, to, ...joined };
  }
  return found;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((row, i) => row === other[i]);
}

/** Rows of the base between two places, with the changes of one side put in. */
function applied(
  rows: readonly string[],
  { from, to }: Pick<Place, 'from' | 'to'>,
  changes: readonly Change[],
): string[] {
  const out: string[] = [];
  let done = from;
  for (const change of changes) {
    out.push(...rows.slice(done, change.from), ...change.rows);
    done = change.to;
  }
  return [...out, ...rows.slice(done, to)];
}

function changesOf(base: string, text: string): readonly Change[] {
  const changes: { from: number; to: number; rows: string[] }[] = [];
  let at = 0;
  let open: { from: number; to: number; rows: string[] } | null = null;
  for (const { sign, text: row } of diffTexts(wholeRows(base), wholeRows(text))) {
    if (sign === ' ') {
      open = null;
      at += 1;
      continue;
    }
    if (open === null) {
      open = { from: at, to: at, rows: [] };
      changes.push(open);
    }
    if (sign === '+') open.rows.push(row);
    else {
      at += 1;
      open.to = at;
    }
  }
  return changes;
}

function rowsOf(text: string): readonly string[] {
  return wholeRows(text).split('\n').slice(0, -1);
}

/** A missing line break at the end is no change of the last row. */
function wholeRows(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
