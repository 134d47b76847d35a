import { tellingWords } from '../../search/telling-words.ts';
import { createStemmer } from '../../search/word.ts';
import { type SolvedTicket, SolvedTicketReader } from '../../store/ticket/solved-ticket-reader.ts';
import type { TicketWords } from '../content/ticket-words.ts';
import type { Desk } from '../desk/desk.ts';
import { solutionOf } from './solution-of.ts';

/** A solved ticket that was about the same, and how it was solved. */
export interface SimilarTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly customer: string | null;
  readonly solution: string;
  /** Epoch ms; when it was solved, else when it was last touched. */
  readonly solvedAt: number;
  readonly score: number;
}

/** What is looked for, and how much may be found. */
export interface SimilarOrder {
  readonly ticketId: string;
  readonly words: TicketWords;
  /** Articles that fit the ticket: a solved one in which one of them helped comes nearer. */
  readonly articleIds?: readonly string[];
  readonly limit: number;
}

const MOST_SUBJECT_WORDS = 10;
const MOST_TEXT_WORDS = 8;
const FIRST_WORDS_OF_TEXT = 400;
/** Of a word that stands everywhere the newest tickets are enough. */
const NEWEST = 1_500;
const CANDIDATES = 80;
/** A word of the subject says more about the matter than one of the letter. */
const TEXT_WEIGHT = 0.35;
const TAG_WEIGHT = 0.6;
const ARTICLE_GAIN = 0.3;
/** Of what the subject and the tags say, a similar ticket says this much. */
const LEAST_SCORE = 0.3;
/** A word that only one ticket has is no more telling than this. */
const RARE = 5;

const stemmer = createStemmer();

/**
 * Solved tickets of any customer that were about the same, nearest first: found by the telling words
 * of the subject and the letter, ordered by what their subjects, tags and articles have in common.
 */
export function similarTickets(desk: Desk, order: SimilarOrder): readonly SimilarTicket[] {
  const reader = new SolvedTicketReader(desk.store.sql);
  const asked = weighedTokens(reader, order);
  const solved = reader.among(candidatesOf(asked));
  const articles = new Set(order.articleIds);
  return solved
    .map((ticket) => ({ ticket, score: scoreOf(ticket, asked, articles) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || b.ticket.seq - a.ticket.seq)
    .slice(0, order.limit)
    .map(({ ticket, score }) => shown(desk, ticket, score));
}

function shown(desk: Desk, ticket: SolvedTicket, score: number): SimilarTicket {
  const { id, number, subject, customer, updatedAt } = ticket;
  const { line, at } = solutionOf(desk, id);
  return { id, number, subject, customer, solution: line, solvedAt: at ?? updatedAt, score };
}

/** A token of the ticket, what it weighs and the newest tickets that hold it. */
interface Asked {
  readonly token: string;
  readonly weight: number;
  /** Whether the subject or a tag says it, not the letter alone. */
  readonly isNamed: boolean;
  readonly seqs: readonly number[];
}

function weighedTokens(
  reader: SolvedTicketReader,
  { ticketId, words }: SimilarOrder,
): readonly Asked[] {
  const own = reader.seqOf(ticketId);
  const subject = tellingTokens(words.subject).slice(0, MOST_SUBJECT_WORDS);
  const text = tellingTokens((words.texts[0] ?? '').slice(0, FIRST_WORDS_OF_TEXT));
  const shares = new Map<string, number>();
  for (const token of text.slice(0, MOST_TEXT_WORDS)) shares.set(token, TEXT_WEIGHT);
  for (const token of words.tags.flatMap(tellingTokens)) shares.set(token, TAG_WEIGHT);
  for (const token of subject) shares.set(token, 1);
  return [...shares].map(([token, share]) => {
    // What only this ticket says nobody can share with it.
    const seqs = reader.newestWith(token, NEWEST).filter((seq) => seq !== own);
    const rarity = Math.log(1 + (2 * NEWEST) / Math.max(RARE, seqs.length));
    return {
      token,
      weight: share * (seqs.length === 0 ? 1 : rarity),
      isNamed: share > TEXT_WEIGHT,
      seqs,
    };
  });
}

function tellingTokens(text: string): readonly string[] {
  return tellingWords(text, stemmer).map(({ token }) => token);
}

/** The tickets that hold most of what is asked, the newest first among equals. */
function candidatesOf(asked: readonly Asked[]): readonly number[] {
  const sums = new Map<number, number>();
  for (const { seqs, weight } of asked) {
    for (const seq of seqs) sums.set(seq, (sums.get(seq) ?? 0) + weight);
  }
  return [...sums]
    .sort(([a, sumA], [b, sumB]) => sumB - sumA || b - a)
    .slice(0, CANDIDATES)
    .map(([seq]) => seq);
}

/** The share of what the ticket says that the solved one says in its subject and tags. */
function scoreOf(
  { subject, tags, articleIds }: SolvedTicket,
  asked: readonly Asked[],
  articles: ReadonlySet<string>,
): number {
  const own = new Set([subject, ...tags].flatMap(tellingTokens));
  const named = asked.filter(({ isNamed }) => isNamed);
  const total = named.reduce((sum, { weight }) => sum + weight, 0);
  const met = asked.filter(({ token }) => own.has(token));
  const common = met.reduce((sum, { weight }) => sum + weight, 0);
  const share = total === 0 ? 0 : common / total;
  return share + (articleIds.some((id) => articles.has(id)) ? ARTICLE_GAIN : 0);
}
