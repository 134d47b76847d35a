import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadLexicon } from '../../../src/content/lexicon/load-lexicon.ts';
import type { FactRule } from '../../../src/content/scenario/fact-rule.ts';
import type { Language } from '../../../src/domain/vocabulary.ts';
import { wordsToLookUp } from '../../../src/practice/fact/fact-book.ts';
import { findFacts } from '../../../src/practice/fact/find-facts.ts';
import { type WordForms, wordForms } from '../../../src/practice/fact/word-forms.ts';
import { must } from '../../../src/util/must.ts';
import { createSpeller } from '../../../src/wording/spelling/speller.ts';
import { SpellingThread } from '../../../src/wording/spelling/spelling-thread.ts';

/** Replies that say a fact, and near misses that do not. */
export interface FactReplies {
  readonly pass: readonly string[];
  readonly fail: readonly string[];
}

/** How many replies were judged rightly and wrongly. */
export interface Judged {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
}

const root = join(import.meta.dirname, '../../..');

/** `dev`: patterns were tuned on them; `held`: put aside before; `outside`: see its head. */
export function readReplies(
  set: 'dev' | 'held' | 'outside',
  lang: Language,
): Map<string, FactReplies> {
  const text = readFileSync(join(root, `test/practice/fact/${set}/${lang}.yaml`), 'utf8');
  // The file is ours.
  return new Map(Object.entries(parse(text) as Record<string, FactReplies>));
}

/** The shipped facts of a language. */
export function shippedFacts(lang: Language): ReadonlyMap<string, FactRule> {
  return loadLexicon([join(root, 'templates/lexicon')], lang).facts;
}

/** Word forms of texts and facts by the real dictionaries. */
export async function lookUp(
  texts: readonly string[],
  facts: Iterable<FactRule>,
): Promise<WordForms> {
  const worker = join(root, 'src/wording/spelling/spelling-worker.ts');
  const speller = createSpeller(new SpellingThread(new URL(`file://${worker}`)));
  const words = wordsToLookUp(texts, facts);
  const found = must(await speller.lemmas(words), 'the dictionaries');
  speller.close();
  return wordForms(new Map(words.map((word, index) => [word, found[index] ?? []])));
}

/** Judges replies by one fact. */
export function judged(rule: FactRule, replies: FactReplies, words: WordForms): Judged {
  const found = (texts: readonly string[]) =>
    texts.filter((text) => findFacts(text, [rule], words).length > 0).length;
  const hits = found(replies.pass);
  return { hits, falseAlarms: found(replies.fail), misses: replies.pass.length - hits };
}

/** The share of what was found that is right. */
export function precisionOf(all: readonly Judged[]): number {
  const hits = sum(all, ({ hits: found }) => found);
  return hits / Math.max(1, hits + sum(all, ({ falseAlarms }) => falseAlarms));
}

/** The share of what is right that was found. */
export function recallOf(all: readonly Judged[]): number {
  const hits = sum(all, ({ hits: found }) => found);
  return hits / Math.max(1, hits + sum(all, ({ misses }) => misses));
}

function sum(all: readonly Judged[], of: (one: Judged) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
