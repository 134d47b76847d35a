import { loadLexicon } from '../../content/lexicon/load-lexicon.ts';
import type { Scenario } from '../../content/scenario/scenario.ts';
import type { ScenarioProblem } from '../../content/scenario/scenario-problem.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type FactScene, usualScene } from '../../practice/fact/detectors.ts';
import { type FactBook, factBook } from '../../practice/fact/fact-book.ts';
import { findFacts } from '../../practice/fact/find-facts.ts';
import type { Desk } from '../desk/desk.ts';
import { lexiconFolders } from './load-scenarios.ts';
import { prepareWords } from './prepare-words.ts';

/** Whether a text holds a fact, and the words that prove it. */
export interface FactAnswer {
  readonly id: string;
  readonly title: string | null;
  readonly found: boolean;
  readonly evidence: string | null;
}

/** What is looked for. */
export interface FactsOrder {
  readonly lang: Language;
  /** Its own facts are looked for as well, at its time and for its customer. */
  readonly scenario: Scenario | null;
  /** Only these; empty: all. */
  readonly only: readonly string[];
  /** Epoch ms; null for the usual one. */
  readonly now: number | null;
}

/** Looks for the facts of the lexicon in texts. */
export interface FactFinder {
  /** Every known fact by id, in their order. */
  readonly book: FactBook;
  /** What is wrong in files of facts; they are left out. */
  readonly problems: readonly ScenarioProblem[];
  /** Without a dictionary words are told by their stems only. */
  find(
    text: string,
  ): Promise<{ readonly facts: readonly FactAnswer[]; readonly hasDictionary: boolean }>;
}

/** Opens the lexicon of a language for texts that belong to no run. */
export function openFactFinder(desk: Pick<Desk, 'paths'>, order: FactsOrder): FactFinder {
  const { facts: lexicon, problems } = loadLexicon(lexiconFolders(desk), order.lang);
  const book = factBook(lexicon, order.scenario?.facts ?? new Map());
  const wanted = [...book.values()].filter(({ id }) => isWanted(order, id));
  const rules = new Map(wanted.map((rule) => [rule.id, rule]));
  const scene = sceneOf(order);
  return {
    book,
    problems,
    async find(text) {
      const { words, hasDictionary } = await prepareWords(desk, [text], rules);
      const hits = new Map(findFacts(text, wanted, words, scene).map((hit) => [hit.id, hit]));
      const facts = wanted.map(({ id, title }) => {
        const evidence = hits.get(id)?.evidence ?? null;
        return { id, title, found: hits.has(id), evidence };
      });
      return { facts, hasDictionary };
    },
  };
}

function isWanted({ only }: FactsOrder, id: string): boolean {
  return only.length === 0 || only.includes(id);
}

function sceneOf({ scenario, now }: FactsOrder): FactScene {
  if (scenario === null) return { ...usualScene, now: now ?? usualScene.now };
  const { customer, clock } = scenario;
  const own = { now: now ?? clock.start, timeZone: customer.zone, callName: customer.callName };
  return { ...usualScene, ...own };
}
