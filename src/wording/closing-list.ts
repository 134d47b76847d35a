import type { ChecklistData } from '../content/load-checklists.ts';
import type { Entry, Ticket } from '../domain/ticket.ts';
import type { Language, Status } from '../domain/vocabulary.ts';
import { languageOf } from './message-text.ts';
import { compileSaid, isSaid, isSaidIn, readOnce, type Said } from './said.ts';

/** What a text that closes says, in the order of the list. */
const closingWords = ['solved', 'prevent', 'questions', 'thanks', 'confirm'] as const;
export type ClosingWord = (typeof closingWords)[number];

/** A step of the list: the words, and whether it could come again and is worth an article. */
export interface ClosingStep {
  readonly id: ClosingWord | 'repeat';
  readonly isDone: boolean;
}

/** A text being written to the customer. */
export interface WrittenText {
  readonly kind: 'reply' | 'note' | 'solution';
  readonly text: string;
  /** The status that goes with it. */
  readonly status: Status | null;
  /** It gives a time: something is still to come. */
  readonly promisesTime: boolean;
  /** The situation of the template it was made of. */
  readonly situation: string | null;
}

/** What the list is made of. */
export interface ClosingWork {
  readonly ticket: Pick<Ticket, 'status' | 'resolvedAt'>;
  readonly entries: readonly Entry[];
  readonly written: WrittenText;
  /** An article about it is there: used in the ticket, or begun from it. */
  readonly hasArticle: boolean;
}

/** The expressions of the closing list. */
export interface ClosingPatterns {
  readonly closes: Said;
  readonly words: Readonly<Record<ClosingWord, Said>>;
  readonly add: Readonly<Record<ClosingWord, Readonly<Record<Language, string>>>>;
}

/** Makes the expressions of the closing list. */
export function compileClosing({ closing }: ChecklistData): ClosingPatterns {
  const { closes, ...steps } = closing;
  const each = <Value>(make: (id: ClosingWord) => Value) =>
    Object.fromEntries(closingWords.map((id) => [id, make(id)])) as Record<ClosingWord, Value>;
  return {
    closes: compileSaid(closes),
    words: each((id) => compileSaid(steps[id])),
    add: each((id) => steps[id].add),
  };
}

/** The list beside a text that closes or solves; null beside any other. */
export function closingList(
  work: ClosingWork,
  patterns: ClosingPatterns,
): readonly ClosingStep[] | null {
  if (!isClosing(work, patterns)) return null;
  const { ticket, written, entries } = work;
  const said = [written.text, ...saidSince(ticket.resolvedAt, entries)].map(readOnce);
  const words = closingWords.map((id): ClosingStep => {
    const isConfirmed = id === 'confirm' && written.status === 'closed';
    return { id, isDone: isConfirmed || isSaidIn(patterns.words[id], said) };
  });
  return [...words, { id: 'repeat', isDone: work.hasArticle }];
}

/** Whether everything that a closing text says was said: the article is a matter of its own. */
export function isCleanClosing(steps: readonly ClosingStep[]): boolean {
  return steps.every(({ id, isDone }) => isDone || id === 'repeat');
}

/** What is still missing, as one paragraph in the language of the text; empty when nothing is. */
export function missingPhrases(
  steps: readonly ClosingStep[],
  { add }: ClosingPatterns,
  { text, otherwise }: { readonly text: string; readonly otherwise: Language },
): string {
  const language = languageOf(readOnce(text), otherwise);
  const missing = closingWords.filter((id) => steps.some((s) => s.id === id && !s.isDone));
  return missing.map((id) => add[id][language]).join(' ');
}

function isClosing({ ticket, written }: ClosingWork, patterns: ClosingPatterns): boolean {
  const { kind, text, status, situation, promisesTime } = written;
  if (kind === 'solution') return true;
  if (kind === 'note' || ticket.status === 'closed') return false;
  if (status === 'resolved' || status === 'closed') return true;
  if (promisesTime) return false;
  if (situation === 'solved' || situation === 'closing') return true;
  if (ticket.status === 'resolved') return true;
  const message = readOnce(text);
  const isSolving =
    isSaid(patterns.words.solved, message) && isSaid(patterns.words.confirm, message);
  return isSolving || isSaid(patterns.closes, message);
}

/** What was told to the customer since the ticket was solved: in a chat a closing has several lines. */
function saidSince(resolvedAt: number | null, entries: readonly Entry[]): readonly string[] {
  if (resolvedAt === null) return [];
  return entries
    .filter(({ at, author, visibility }) => {
      return at >= resolvedAt && author.type === 'person' && visibility === 'public';
    })
    .map(({ text }) => text);
}
