import { Hunspell } from 'hunspell-wasm';
import { rankSuggestions } from './rank-suggestions.ts';
import type { SpellingWord } from './spelling-word.ts';

/** The two files of a dictionary as bytes: as text they would take twice the room. */
export interface DictionaryFiles {
  readonly aff: Uint8Array;
  readonly dic: Uint8Array;
  /** A word that it must have; a torn dictionary would call every word wrong. */
  readonly sample: string;
}

/** One language: what is a word, and what a wrong word was meant to be. */
export interface Dictionary {
  knows(word: string): boolean;
  /** At most five, best first. Takes up to a fifth of a second. */
  suggest(word: string): string[];
  add(word: SpellingWord): void;
  /** The forms under which it has a word; none when it does not have it. */
  lemmas(word: string): string[];
}

/** How the British write what the dictionary has as the Americans do. */
const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/our(?=$|s$|ed$|ing$|able|ful|ite|er)/, 'or'],
  [/([iy])s(?=e$|es$|ed$|er|ing$|ation|able)/, '$1z'],
  [/ll(?=ed$|ing$|er$|ers$)/, 'l'],
  [/tre(?=$|s$)/, 'ter'],
  [/ogue(?=$|s$)/, 'og'],
];

/** Loads a dictionary; throws when its files are no dictionary. */
export function openDictionary(engine: unknown, files: DictionaryFiles): Dictionary {
  // The engine writes the texts to files of its own and takes bytes as well.
  const hunspell = new Hunspell(engine, files.aff as never, files.dic as never);
  if (!hunspell.testSpelling(files.sample)) throw new Error(`no word "${files.sample}"`);
  const knows = (word: string) => hunspell.testSpelling(word);
  return {
    knows: (word) => knows(word) || variantsOf(word).some(knows),
    suggest: (word) => rankSuggestions(word, hunspell.getSpellingSuggestions(word)),
    lemmas: (word) => lemmasOf(hunspell, word),
    add({ word, like }) {
      if (like !== null && knows(like)) hunspell.addWordWithAffix(word, like);
      else hunspell.addWord(word);
    },
  };
}

/** Of a word with ё that is written without it, the form with ё is not looked for: stems do. */
function lemmasOf(hunspell: Hunspell, word: string): string[] {
  const [found, british] = [word, ...variantsOf(word)].map((form) => hunspell.stemWord(form));
  return found?.length ? found : (british ?? []);
}

/** The same word as others write it: е for ё, British endings. */
function variantsOf(word: string): string[] {
  if (/ё/i.test(word)) return [word.replaceAll('ё', 'е').replaceAll('Ё', 'Е')];
  return BRITISH.map(([ending, american]) => word.replace(ending, american)).filter(
    (variant) => variant !== word,
  );
}
