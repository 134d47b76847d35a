import type { ArticleFacts } from '../../domain/article.ts';
import type { TextRange } from '../match-excerpt.ts';
import { segmentText, segmentTokens } from '../segment.ts';
import type { Stemmer } from '../word.ts';
import type { Alternative, How } from './alternative.ts';
import type { ReadQuery, Term } from './article-query.ts';
import type { ArticleSource } from './article-source.ts';
import { wordNearness } from './meaning.ts';
import { findPassage, findRanges, type Sought, soughtWords } from './passages.ts';
import type { Candidate } from './rank.ts';
import type { Reranked } from './rerank.ts';

/** Why an article was found: a typed word and what it was read as. */
export interface Reason {
  readonly typed: string;
  readonly how: How | 'meaning' | 'chosen';
  readonly as: string;
}

export interface ArticleHit {
  readonly doc: number;
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly kind: string;
  readonly score: number;
  readonly titleRanges: readonly TextRange[];
  /** What to highlight in the text. */
  readonly bodyRanges: readonly TextRange[];
  /** The part of the text that answers best; null when only the title and tags do. */
  readonly passage: { readonly start: number; readonly text: string } | null;
  readonly reasons: readonly Reason[];
}

export interface HitContext {
  readonly query: ReadQuery;
  /** What the query is about, when the base taught it. */
  readonly direction: Int8Array | null;
  /** How often articles were opened after the words of the query. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly sought: Sought;
  readonly source: ArticleSource;
  readonly stemmer: Stemmer;
}

const LEAST_TELLING = 0.3;
/** Readings that are worth telling: the word itself and its forms need no explanation. */
const TOLD: ReadonlySet<How> = new Set(['layout', 'translit', 'sound', 'correction']);

/** A found article with everything to show of it. */
export function toHit({ candidate, facts, score }: Reranked, context: HitContext): ArticleHit {
  const { query, sought, source, stemmer } = context;
  const body = source.body(facts.doc);
  const shownText = { title: facts.title, body, stemmer };
  const shown = highlight(shownText, sought) ?? highlight(shownText, soughtWords(query, true));
  const nearest = shown === null ? nearestWord(facts.title, context) : null;
  const reasons = [...reasonsOf(candidate, query), ...choiceOf(facts, context)];
  return {
    doc: facts.doc,
    id: facts.id,
    lang: facts.lang,
    title: facts.title,
    kind: facts.kind,
    score: Math.round(score * 1000) / 1000,
    titleRanges: nearest ? [nearest.range] : (shown?.titleRanges ?? []),
    bodyRanges: shown?.passage?.ranges ?? [],
    passage: shown?.passage
      ? { start: shown.passage.start, text: body.slice(shown.passage.start, shown.passage.end) }
      : null,
    reasons: nearest ? [...reasons, nearest.reason] : reasons,
  };
}

function highlight(
  { title, body, stemmer }: { title: string; body: string; stemmer: Stemmer },
  sought: Sought,
) {
  const passage = findPassage(body, sought, stemmer);
  const titleRanges = findRanges(title, sought, stemmer);
  return passage === null && titleRanges.length === 0 ? null : { passage, titleRanges };
}

/** The query as it was read, when a telling word was taken for another one; else null. */
export function readAs({ terms }: ReadQuery): string | null {
  const isReread = terms.some(
    ({ alternatives, importance }) =>
      importance === 1 && alternatives[0] !== undefined && TOLD.has(alternatives[0].how),
  );
  if (!isReread) return null;
  return terms.map(({ typed, alternatives }) => alternatives[0]?.text ?? typed).join(' ');
}

/** What was understood how; words of any conversation only where there are no others. */
function reasonsOf(candidate: Candidate, { terms, phrases }: ReadQuery): Reason[] {
  const telling = candidate.met.some((met, place) => met && isTelling(terms[place]));
  const words = candidate.met.flatMap((met, place) => {
    const term = terms[place];
    return met && term && (isTelling(term) || !telling) ? [toReason(term.typed, met)] : [];
  });
  const wholes = candidate.metPhrases.flatMap((met, place) => {
    const phrase = phrases[place];
    return met && phrase ? [toReason(phrase.term.typed, met)] : [];
  });
  const seen = new Set<string>();
  return [...words, ...wholes].filter(({ typed, as }) => {
    const key = `${typed}\n${as}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** People opened it after these words. */
function choiceOf({ id, title }: ArticleFacts, { query, chosen }: HitContext): Reason[] {
  if (!chosen.has(id)) return [];
  const typed = query.terms.map((term) => term.typed).join(' ');
  return [{ typed, how: 'chosen', as: title }];
}

function isTelling(term: Term | undefined): boolean {
  return (term?.importance ?? 0) >= LEAST_TELLING;
}

function toReason(typed: string, { how, text }: Alternative): Reason {
  return { typed, how, as: text };
}

/** An article found by its meaning alone shows the word of its title that lies nearest. */
function nearestWord(
  title: string,
  { direction, source, stemmer, query }: HitContext,
): { readonly range: TextRange; readonly reason: Reason } | null {
  const meanings = source.meanings();
  if (direction === null || meanings === null) return null;
  let best: { range: TextRange; reason: Reason; near: number } | null = null;
  for (const segment of segmentText(title)) {
    const [token = ''] = segmentTokens(segment, stemmer);
    const near = wordNearness(token, direction, meanings);
    if (near <= (best?.near ?? 0)) continue;
    const typed = query.terms.map((term) => term.typed).join(' ');
    const reason = { typed, how: 'meaning', as: segment.text } as const;
    best = { range: [segment.start, segment.end], reason, near };
  }
  return best;
}
