import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { UserError } from '../../util/user-error.ts';
import { parseSpellingWord, type SpellingWord } from '../../wording/spelling/spelling-word.ts';

/** Larger ones were not written by hand and would hold up the dictionaries. */
const MOST_BYTES = 1_000_000;

/** Where a person's own words stand, one a line: `Ромашка`, or `шлюзик/столик` with its forms. */
export function personalWordsFile(paths: Paths): string {
  return join(paths.dataFolder, 'spelling.txt');
}

/** The person's own words; lines that are no words are passed over. */
export function readPersonalWords(paths: Paths): SpellingWord[] {
  return linesOf(personalWordsFile(paths)).flatMap((line) => parseSpellingWord(line) ?? []);
}

/** Adds a word at the end of the file. A word that stands there already is not written again. */
export function keepPersonalWord(paths: Paths, text: string): SpellingWord {
  const word = parseSpellingWord(text);
  if (word === null) throw new UserError('spelling-word-wrong', { word: text });
  const file = personalWordsFile(paths);
  const lines = linesOf(file);
  const line = word.like === null ? word.word : `${word.word}/${word.like}`;
  if (lines.some((known) => known.trim() === line)) return word;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // The last line may have been left without an end by hand.
    const isOpen = lines.length > 0 && lines.at(-1) !== '';
    appendFileSync(file, `${isOpen ? '\n' : ''}${line}\n`, { mode: 0o600 });
  } catch (error) {
    throw new UserError('file-not-written', { path: file }, { cause: error });
  }
  return word;
}

function linesOf(file: string): string[] {
  try {
    if (statSync(file).size > MOST_BYTES) return [];
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
  } catch {
    // Missing, a folder, or without rights: spelling does without it.
    return [];
  }
}
