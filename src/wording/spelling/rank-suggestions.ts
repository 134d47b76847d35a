/** Letters that are mistaken for each other by ear or by the eye. */
const NEAR = ['ао', 'еиэяё', 'ыи', 'зс', 'дт', 'бп', 'гкв', 'жш', 'вф', 'щшч', 'ьъ', 'цс'];
const NEAR_LATIN = ['aeiou', 'yi', 'cks', 'sz', 'fv', 'gj', 'td'];
const near = new Set([...NEAR, ...NEAR_LATIN].flatMap(pairsOf));
/** Signs that are left out because they are hardly heard. */
const QUIET = /[ьъйehu]/;

const ALMOST = 0.1;
const SLIGHT = 0.5;
const MOST = 5;
/** Beginnings of words that nobody offers to somebody who writes to a customer. */
const OBSCENE =
  /^(?:шлюш|шлюх|бля[дт]|(?:за|на|вы|от|под|при|у)?[её]б[аеиултн]|ху[йеёия]|п[еи]зд|мудак|муда|гандон|пидор|fuck|shit|cunt|whore|slut|bitch)/;

/**
 * The five best suggestions, nearest to what was typed first; words run together come last, obscene
 * ones never.
 */
export function rankSuggestions(word: string, suggestions: readonly string[]): string[] {
  const typed = word.toLowerCase();
  const decent = suggestions.filter((s) => !OBSCENE.test(s.toLowerCase()));
  const costs = new Map(decent.map((s) => [s, costOf(typed, s.toLowerCase())]));
  return [...costs]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MOST)
    .map(([suggestion]) => suggestion);
}

/** What it takes to mistype `right` as `typed`; the first letter is seldom wrong. */
function costOf(typed: string, right: string): number {
  const first = typed[0] === right[0] ? 0 : SLIGHT;
  const split = right.includes(' ') ? SLIGHT : 0;
  return distance(typed, right) + (near.has(`${typed[0]}${right[0]}`) ? 0 : first) + split;
}

function distance(typed: string, right: string): number {
  let before: number[] = [];
  let row = [0];
  for (let j = 1; j <= right.length; j++) row[j] = at(row, j - 1) + insertion(right, j - 1);
  for (let i = 1; i <= typed.length; i++) {
    const next = [at(row, 0) + insertion(typed, i - 1)];
    for (let j = 1; j <= right.length; j++) {
      const swapped = typed[i - 2] === right[j - 1] && typed[i - 1] === right[j - 2];
      next[j] = Math.min(
        at(row, j) + insertion(typed, i - 1),
        at(next, j - 1) + insertion(right, j - 1),
        at(row, j - 1) + replacement(typed[i - 1], right[j - 1]),
        swapped && i > 1 && j > 1 ? at(before, j - 2) + ALMOST + SLIGHT : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return at(row, right.length);
}

/** A letter that only one of the words has: cheap when it is doubled or silent. */
function insertion(word: string, index: number): number {
  const letter = word[index] ?? '';
  return letter === word[index - 1] || QUIET.test(letter) ? SLIGHT : 1;
}

function replacement(typed: string | undefined, right: string | undefined): number {
  if (typed === right) return 0;
  const pair = `${typed}${right}`;
  if (pair === 'её' || pair === 'ёе') return ALMOST;
  return near.has(pair) ? SLIGHT : 1;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

function pairsOf(letters: string): string[] {
  return [...letters].flatMap((a) => [...letters].filter((b) => a !== b).map((b) => a + b));
}
