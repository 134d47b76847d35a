import type { ProseSource } from './finding.ts';
import { type Check, type Hit, type LintScene, limitOf } from './lint-scene.ts';
import type { MessageText } from './message-text.ts';
import { linesOf } from './text-range.ts';

const WORD = /[\p{L}\p{N}]+/gu;
const STEP = /^\s*(?:\d{1,2}[.)]|[$#>])\s/;
const TRIGRAM = 3;
/** A sentence with fewer of its trigrams in the article is the author's own. */
const SENTENCE_SHARE = 0.5;

const FENCED = /^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm;
const INDENTED = /^(?: {4}|\t)\S.*$/gm;
const NUMBERED = /^[ \t]*\d{1,2}[.)][ \t].*(?:\n(?![ \t]*\n|[ \t]*\d{1,2}[.)][ \t])[ \t]+\S.*)*/gm;
const PROMPT = /^[ \t]*(?:\$|#|>|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)[ \t]+\S.*$/gm;
const INLINE_CODE = /`[^`\n]+`/g;

/** Words in a row and how many of their trigrams an article has. */
interface Fragment extends Hit {
  readonly words: number;
  readonly trigrams: number;
  readonly known: number;
}

/** Parts of a message that stand in an article nearly word for word. */
export const findCopiedArticle: Check = (rule, scene) => {
  const sentences = sentencesOf(scene.message);
  const least = limitOf(rule, 'words', 10);
  if (sentences.reduce((sum, { words }) => sum + words.length, 0) < least) return [];
  const share = limitOf(rule, 'share', 0.8);
  const found = sourcesOf(scene).flatMap((source) =>
    fragments(sentences, source)
      .filter(({ words, known, trigrams }) => words >= least && known >= trigrams * share)
      .map((fragment) => ({ ...fragment, params: { article: source.title } })),
  );
  return found.toSorted((a, b) => b.known - a.known).slice(0, 1);
};

function sourcesOf({ wording, message }: LintScene): readonly ProseSource[] {
  return wording.sourcesFor(message.prose.cased);
}

interface SentenceWords {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
}

function sentencesOf(message: MessageText): readonly SentenceWords[] {
  const steps = linesOf(message.text).filter(({ text }) => STEP.test(text));
  const isStep = (at: number) => steps.some((line) => line.start <= at && at < line.end);
  return message.sentences
    .filter(({ start }) => !isStep(start))
    .map(({ start, end }) => {
      return { start, end, words: message.prose.lower.slice(start, end).match(WORD) ?? [] };
    });
}

/** Sentences in a row that stand in the article, joined. */
function fragments(sentences: readonly SentenceWords[], source: ProseSource): readonly Fragment[] {
  const known = trigramsOf(source);
  const found: Fragment[] = [];
  let open: Fragment | null = null;
  for (const sentence of sentences) {
    const part = measure(sentence, known);
    const isCopied: boolean =
      part.trigrams === 0 ? open !== null : part.known >= part.trigrams * SENTENCE_SHARE;
    if (open && isCopied) open = join(open, part);
    else {
      if (open) found.push(open);
      open = isCopied ? part : null;
    }
  }
  return open ? [...found, open] : found;
}

function measure({ start, end, words }: SentenceWords, known: ReadonlySet<string>): Fragment {
  const trigrams = trigramsIn(words);
  const shared = trigrams.filter((trigram) => known.has(trigram)).length;
  return { start, end, words: words.length, trigrams: trigrams.length, known: shared };
}

function join(first: Fragment, second: Fragment): Fragment {
  // Two words and less say nothing: they count once something longer follows them.
  return {
    start: first.start,
    end: second.trigrams === 0 ? first.end : second.end,
    words: first.words + second.words,
    trigrams: first.trigrams + second.trigrams,
    known: first.known + second.known,
  };
}

/** Made once for each article: a batch asks for the same ones again and again. */
const trigramSets = new WeakMap<ProseSource, ReadonlySet<string>>();

function trigramsOf(source: ProseSource): ReadonlySet<string> {
  const made = trigramSets.get(source);
  if (made) return made;
  const prose = plainProse(source.body).toLowerCase().replaceAll('ё', 'е');
  const set = new Set(
    prose.split(/(?<=[.!?…])\s|\n\s*\n/u).flatMap((part) => trigramsIn(part.match(WORD) ?? [])),
  );
  trigramSets.set(source, set);
  return set;
}

/** The prose of a Markdown text: without commands, blocks of code, numbered steps and addresses. */
function plainProse(text: string): string {
  return text
    .replace(FENCED, '\n\n')
    .replace(NUMBERED, '\n\n')
    .replace(INDENTED, '')
    .replace(PROMPT, '')
    .replace(INLINE_CODE, ' ')
    .replace(/\]\([^)\n]*\)/g, '] ');
}

function trigramsIn(words: readonly string[]): readonly string[] {
  return words
    .slice(0, Math.max(0, words.length - TRIGRAM + 1))
    .map((_, at) => words.slice(at, at + TRIGRAM).join(' '));
}
