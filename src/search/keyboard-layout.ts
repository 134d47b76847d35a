import { typedOnRussianLayout, typedOnUsLayout } from '../util/keyboard-layout.ts';
import { lazy } from '../util/lazy.ts';

const cyrillicLetter = lazy(() => /\p{Script=Cyrillic}/u);
const LATIN = /[A-Za-z]/;
const codeSign = lazy(() => /[\p{N}@_]/u);
/** Punctuation that ends a word as often as it stands for a letter of the other layout. */
const EDGES = /^[.,;:'"`?/&^]+|[.,;:'"`?/&^]+$/g;

/**
 * The text as if it had been typed on the other keyboard layout, word by word: `ghbdtn` → `привет`,
 * `руддщ` → `hello`. A word of both alphabets becomes Russian; a word without letters stays.
 */
export function toOtherLayout(text: string): string {
  // Spaces are split off first: `; ' [ ] , .` are letters of the other layout.
  return text.replace(/\S+/g, swapWord);
}

/**
 * Every way to read one typed word by keyboard layout, as typed first, without repeats.
 * A Latin code or address has one reading: nobody means `0ч8007` by `0x8007`.
 */
export function layoutReadings(word: string): string[] {
  const readings = new Set([word]);
  const cyrillic = cyrillicLetter().test(word);
  const latin = LATIN.test(word);
  if (latin && (cyrillic || !codeSign().test(word))) {
    readings.add(typedOnRussianLayout(word));
    readings.add(typedOnRussianLayout(word.replace(EDGES, '')));
  }
  if (cyrillic) readings.add(typedOnUsLayout(word));
  readings.delete('');
  return [...readings];
}

function swapWord(word: string): string {
  if (LATIN.test(word)) return typedOnRussianLayout(word);
  return cyrillicLetter().test(word) ? typedOnUsLayout(word) : word;
}
