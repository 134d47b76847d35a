import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { getWasmModule } from 'hunspell-wasm';
import type { Language } from '../../domain/vocabulary.ts';
import { type Dictionary, openDictionary } from './dictionary.ts';
import { findMisspellings } from './find-misspellings.ts';
import type { SpellingAnswer, SpellingRequest } from './spelling-messages.ts';
import { languageOf, type SpellingWord } from './spelling-word.ts';

// The entry of the spelling thread. It mends nothing: what goes wrong ends it, and with it spelling.

const SAMPLES: Readonly<Record<Language, string>> = { ru: 'компьютер', en: 'computer' };
/** Both dictionaries and every word of the trade take half of it. */
const MOST_ENGINE_BYTES = 32 * 2 ** 20;
/** Words whose verdicts and suggestions are kept: those of a long day. */
const MOST_KEPT = 20_000;

const engine: { readonly HEAPU8: Uint8Array } = await getWasmModule();
const dictionaries = new Map<Language, Dictionary>();
const extra: SpellingWord[] = [];
const verdicts = new Map<string, boolean>();
const lemmas = new Map<string, readonly string[]>();
const suggested = new Map<string, string[]>();

function dictionaryOf(language: Language): Dictionary {
  const known = dictionaries.get(language);
  if (known) return known;
  const path = fileURLToPath(import.meta.resolve(`dictionary-${language}`));
  const read = (kind: string) => readFileSync(path.replace(/\.js$/, kind));
  const files = { aff: read('.aff'), dic: read('.dic'), sample: SAMPLES[language] };
  const dictionary = openDictionary(engine, files);
  for (const added of extra) if (languageOf(added.word) === language) dictionary.add(added);
  dictionaries.set(language, dictionary);
  return dictionary;
}

function knows(word: string, language: Language): boolean {
  return kept(verdicts, word, () => dictionaryOf(language).knows(word));
}

function suggest(word: string, language: Language): string[] {
  return kept(suggested, word, () => dictionaryOf(language).suggest(word));
}

function lemmasOf(word: string): readonly string[] {
  return kept(lemmas, word, () => {
    const language = languageOf(word);
    return language === null ? [] : dictionaryOf(language).lemmas(word);
  });
}

/** The value of a word as it was found before, or as it is found now. */
function kept<Value>(values: Map<string, Value>, word: string, find: () => Value): Value {
  const known = values.get(word);
  if (known !== undefined) return known;
  const [oldest] = values.keys();
  if (values.size >= MOST_KEPT && oldest !== undefined) values.delete(oldest);
  const value = find();
  values.set(word, value);
  return value;
}

function add(words: readonly SpellingWord[]): void {
  verdicts.clear();
  suggested.clear();
  lemmas.clear();
  for (const added of words) {
    extra.push(added);
    const language = languageOf(added.word);
    if (language) dictionaries.get(language)?.add(added);
  }
}

async function read(files: readonly string[]): Promise<SpellingAnswer['value']> {
  const { loadSpellingWords } = await import('../../content/load-spelling-words.ts');
  return loadSpellingWords(files);
}

async function take(request: SpellingRequest): Promise<void> {
  if (request.ask === 'add') add(request.words);
  else if (request.ask === 'read') answer(request.id, await read(request.files));
  else if (request.ask === 'misspelt') answer(request.id, findMisspellings(request, knows));
  else if (request.ask === 'lemmas') answer(request.id, request.words.map(lemmasOf));
  else answer(request.id, suggest(request.word, request.language));
  if (engine.HEAPU8.length > MOST_ENGINE_BYTES) throw new RangeError('out of memory');
}

function answer(id: number, value: SpellingAnswer['value']): void {
  parentPort?.postMessage({ id, value } satisfies SpellingAnswer);
}

parentPort?.on('message', take);
answer(0, null);
