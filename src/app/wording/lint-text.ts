import type { WordingChannel } from '../../content/wording.ts';
import type { Audience, Language } from '../../domain/vocabulary.ts';
import type { CompiledRule } from '../../wording/compile-rules.ts';
import { type FoundPromise, findPromises } from '../../wording/find-promises.ts';
import type { Finding, LintOptions } from '../../wording/finding.ts';
import { isMeant, lint, openScene, toFinding } from '../../wording/lint.ts';
import type { Wording } from '../../wording/wording.ts';
import type { DeskWording } from './open-wording.ts';

/** A message to be looked at. */
export interface LintOrder {
  readonly text: string;
  /** Of the message; null: by its letters. */
  readonly language: Language | null;
  /** Of what is said about it. */
  readonly reader: Language;
  readonly audience: Audience;
  readonly channel: WordingChannel;
  readonly kind: string | null;
  /** The customer, or the person it goes to. */
  readonly customer: string | null;
  /** Who reads it at a company. */
  readonly contact?: string | null;
  /** What the customer wrote himself: his words are no jargon to him. */
  readonly customerTexts?: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
}

/** What stands in a message: findings and promised times, both in text order. */
export interface LintAnswer {
  readonly findings: readonly Finding[];
  readonly promises: readonly FoundPromise[];
  /** Something in it keeps the message back. */
  readonly blocks: boolean;
}

/** The level of a customer who is at home in the trade. */
const TECHNICAL = 'technical';
/** Shorter texts are copies of nothing. */
const LEAST_COPY = 40;
const COPIES = 'copied-article';
/** Suggestions cost a quarter of a second each. */
const MOST_SUGGESTED = 8;

/** Looks at a message with every rule of the desk; articles and dictionaries are opened for it. */
export async function lintText(open: DeskWording, order: LintOrder): Promise<LintAnswer> {
  const { findings, promises, blocks } = lintAtOnce(open, order);
  const copies = await lintCopies(open, order);
  const misspelt = await lintSpelling(open, order, { areWordsSuggested: true });
  const all = [...findings, ...copies, ...misspelt];
  return { findings: all.toSorted((a, b) => a.start - b.start || a.end - b.end), promises, blocks };
}

/** The same without what takes a while: misspelt words, and articles to be compared with. */
export function lintAtOnce(open: DeskWording, order: LintOrder): LintAnswer {
  const promises = promisesOf(open, order);
  const wording = rulesOf(open, ({ data }) => data.check !== COPIES);
  const findings = lint(order.text, optionsOf(open, order, promises), wording);
  return { findings, promises, blocks: findings.some(({ severity }) => severity === 'E') };
}

/** Parts that are copied from an article. The articles are opened by the first message. */
export async function lintCopies(open: DeskWording, order: LintOrder): Promise<readonly Finding[]> {
  if (order.audience !== 'customer' || order.text.length < LEAST_COPY) return [];
  await open.prepareArticles();
  const wording = rulesOf(open, ({ data }) => data.check === COPIES);
  return lint(order.text, optionsOf(open, order, []), wording);
}

function rulesOf({ wording }: DeskWording, isWanted: (rule: CompiledRule) => boolean): Wording {
  return { ...wording, rules: wording.rules.filter(isWanted) };
}

/** Words that no dictionary knows. The dictionaries are loaded by the first message that needs them. */
export async function lintSpelling(
  open: DeskWording,
  order: LintOrder,
  { areWordsSuggested }: { readonly areWordsSuggested: boolean },
): Promise<readonly Finding[]> {
  const { desk, wording } = open;
  const { text, customer, contact } = order;
  const options = optionsOf(open, order, []);
  const rule = wording.rules.find(({ data }) => data.check === 'spelling');
  if (!rule || !isMeant(rule, options) || !/\p{L}{2}/u.test(text)) return [];
  const speller = await open.speller();
  if (!speller) return [];
  const scene = openScene(text, options, wording);
  const people = [customer ?? '', contact ?? '', desk.me.name];
  const names = [...wording.names.map(({ name }) => name), ...people];
  const found = await speller.misspelt(text, scene.language, names);
  return Promise.all(
    found.map(async ({ start, end, word }, index) => {
      const finding = toFinding(rule, { start, end }, scene);
      const isHelped = areWordsSuggested && index < MOST_SUGGESTED;
      const words = isHelped ? await speller.suggest(word, scene.language) : [];
      return words.length > 0 ? { ...finding, suggestion: words.join(', ') } : finding;
    }),
  );
}

/** Nothing is promised in a note. */
function promisesOf(
  { conventions }: DeskWording,
  { audience, text, now, timeZone }: LintOrder,
): readonly FoundPromise[] {
  return audience === 'customer' ? findPromises(text, { now, timeZone, conventions }) : [];
}

function optionsOf(
  { desk }: DeskWording,
  { language, reader, audience, channel, kind, customer, customerTexts = [] }: LintOrder,
  promises: readonly FoundPromise[],
): LintOptions {
  const known = customer === null ? null : desk.people.customerByName(customer);
  const isTechnical = known?.level === TECHNICAL;
  const about = { language, reader, audience, channel, kind, customer };
  return { ...about, isTechnical, customerTexts, promises };
}
