/** A known name and how many letters lie between it and what was typed. */
interface NearName {
  readonly name: string;
  readonly distance: number;
}

/** Known names, the one that was likeliest meant first. */
export function nearestNames(typed: string, known: readonly string[]): readonly NearName[] {
  return known
    .map((name) => ({ name, distance: distance(typed, name) }))
    .toSorted((a, b) => a.distance - b.distance);
}

/** The known name with the fewest letters between it and what was typed, when they are few. */
export function nearestName(typed: string, known: readonly string[]): string | null {
  const [best] = nearestNames(typed, known);
  return best && best.distance <= Math.max(1, typed.length / 3) ? best.name : null;
}

/** No name is longer: more of a typed one would only cost time. */
const LONGEST = 200;

function distance(typed: string, known: string): number {
  const [a, b] = [typed.slice(0, LONGEST), known.slice(0, LONGEST)];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost));
    }
    last = row;
  }
  return last[b.length] ?? 0;
}
