import { setImmediate } from 'node:timers/promises';
import { isEverydayStem } from '../../search/everyday-words.ts';
import { isFiller } from '../../search/filler-words.ts';
import { createStemmer, stemWord } from '../../search/word.ts';
import type { ArticleSummary } from '../../store/article/article-row.ts';
import { type FoundArticle, type Knowledge, searchArticles } from './knowledge.ts';
import type { TicketWords } from './ticket-words.ts';

/** What of a ticket led to an article. */
export type RelatedBy = 'subject' | 'text' | 'tag' | 'code';

/** An article that may help with a ticket. */
export interface RelatedArticle {
  readonly article: ArticleSummary;
  readonly score: number;
  readonly by: RelatedBy;
  /** The words of the ticket that it answers, the most telling first. */
  readonly words: readonly string[];
}

/** Error codes, and bare numbers of three digits where the text calls them errors. */
const CODE =
  /0x[0-9a-f]{4,}|(?<![\p{L}\p{N}])(?:[A-Z]{2,}[-_]?\d{3,}|[A-Z]+(?:_[A-Z]+)+)(?![\p{L}\p{N}])|(?<=(?:ошибк\p{L}*|код\p{L}*|errors?|codes?|http|status)[ :№]{1,2})\d{3,5}(?!\d)/giu;
const SAID = /[«“"]([^«»“”"\n]{6,120})[»”"]/gu;
const SENTENCE_END = /[.!?;\n]+/u;
/** The error that people write about stands near the beginning of a letter. */
const LONGEST_TEXT = 20_000;
const MOST_CODES = 8;
const MOST_TAGS = 6;
const MOST_SENTENCES = 4;
const FOUND_EACH = 6;
const SHORTEST_WORD = 3;
/** Constant of reciprocal rank fusion: how fast later places lose their weight. */
const RANK_DAMPING = 3;
/** Of what a query asked an article has to hold this much. */
const LEAST_SHARE = 0.34;
/** Fewer words that meet somewhere in a long article, and none in its title, met by chance. */
const LEAST_IN_BODY = 3;
/** Less than a sentence of the customer answered well is chance. */
const LEAST_SCORE = 0.22;
/** Beside a good find the poor ones only distract. */
const LEAST_OF_BEST = 0.35;

interface Question {
  readonly query: string;
  readonly by: RelatedBy;
  readonly weight: number;
}

/**
 * Articles that may help with a ticket, best first: searches by its subject, the customer's first
 * words, tags and error codes, merged by rank. Only sure finds: nothing of the ticket in the base is
 * an empty list. Between two searches the screen has its turn.
 */
export async function relatedArticles(
  knowledge: Knowledge,
  ticket: TicketWords,
  limit: number,
): Promise<readonly RelatedArticle[]> {
  const found = new Map<string, RelatedArticle>();
  for (const question of questionsOf(ticket)) {
    await setImmediate();
    const { hits, readAs } = searchArticles(knowledge, question.query, { limit: FOUND_EACH });
    // Nobody typed these words to search with them: a corrected one is a guess about a guess.
    if (readAs !== null && question.by !== 'code') continue;
    for (const [place, hit] of hits.entries()) addHit(found, question, { hit, place });
  }
  const best = [...found.values()].sort((a, b) => b.score - a.score);
  const least = Math.max(LEAST_SCORE, (best[0]?.score ?? 0) * LEAST_OF_BEST);
  return best.filter(({ score }) => score >= least).slice(0, limit);
}

function addHit(
  found: Map<string, RelatedArticle>,
  { query, by, weight }: Question,
  { hit, place }: { readonly hit: FoundArticle; readonly place: number },
): void {
  const words = tellingWords(query);
  const met = words.filter((word) => isMet(word, hit));
  const inTitle = hit.titleRanges.length > 0;
  const share = words.length === 0 ? 0 : met.length / words.length;
  const least = by === 'code' ? 1 : !inTitle ? LEAST_IN_BODY : by === 'text' ? 2 : 1;
  if (share < LEAST_SHARE || met.length < least) return;
  const { article } = hit;
  const gain = (weight * share * (inTitle ? 1 : 0.5)) / (1 + place / RANK_DAMPING);
  const known = found.get(article.id);
  const isBetter = known === undefined || gain > known.score / 2;
  found.set(article.id, {
    article,
    score: (known?.score ?? 0) + gain,
    ...(isBetter ? { by, words: met } : { by: known.by, words: known.words }),
  });
}

/** Words that were met as such; what lies near in meaning only proves nothing here. */
function isMet(word: string, { reasons }: FoundArticle): boolean {
  return reasons.some(({ typed, how }) => {
    return how !== 'meaning' && how !== 'unfinished' && typed.split(' ').includes(word);
  });
}

const stemmer = createStemmer();

function tellingWords(text: string): readonly string[] {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).map((word) => word.replace(/^[.-]+|[.-]+$/g, ''));
  return words.filter((word) => {
    const isLong = word.length >= SHORTEST_WORD || /\d/.test(word);
    return isLong && !isFiller(word) && !isEverydayStem(stemWord(word, stemmer));
  });
}

function questionsOf({ subject, texts, tags }: TicketWords): readonly Question[] {
  const all = [subject, ...texts].map((text) => text.slice(0, LONGEST_TEXT));
  const codes = all.flatMap((text) => text.match(CODE) ?? []);
  const said = all.flatMap((text) => [...text.matchAll(SAID)].map(([, words = '']) => words));
  const first = (texts[0] ?? '').slice(0, LONGEST_TEXT).split(SENTENCE_END);
  const sentences = first.filter((sentence) => tellingWords(sentence).length >= 2);
  const questions: Question[] = [
    { query: subject, by: 'subject', weight: 1 },
    ...asked([...codes], 'code', { weight: 0.9, most: MOST_CODES }),
    ...asked(said, 'text', { weight: 0.8, most: MOST_SENTENCES }),
    ...asked(sentences, 'text', { weight: 0.6, most: MOST_SENTENCES }),
    ...asked([...tags], 'tag', { weight: 0.4, most: MOST_TAGS }),
  ];
  return questions.filter(({ query }) => tellingWords(query).length > 0);
}

function asked(
  queries: readonly string[],
  by: RelatedBy,
  { weight, most }: { readonly weight: number; readonly most: number },
): readonly Question[] {
  return [...new Set(queries.map((query) => query.trim()))]
    .slice(0, most)
    .map((query) => ({ query, by, weight }));
}
