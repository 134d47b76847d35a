import { join } from 'node:path';
import type { LoadedChecklists } from '../../content/load-checklists.ts';
import { usualConventions } from '../../domain/time-phrase-conventions.ts';
import type { Language } from '../../domain/vocabulary.ts';
import {
  type ClosingStep,
  closingList,
  compileClosing,
  isCleanClosing,
  missingPhrases,
  type WrittenText,
} from '../../wording/closing-list.ts';
import { type ConflictList, compileConflict, conflictList } from '../../wording/conflict-steps.ts';
import { findPromises } from '../../wording/find-promises.ts';
import { readCompiled } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';
import { ownFolders, packFolders, shippedFolder } from '../desk/pack-folders.ts';
import { articleVersions } from '../knowledge/article-stores.ts';
import type { TicketView } from '../ticket/show-ticket.ts';

/** Raise when the loaded form of the lists changes. */
const FORM = 1;
const MINUTE = 60_000;

/** A ticket at work: what the lists are made of. */
export interface ListedWork {
  readonly view: Pick<TicketView, 'ticket' | 'entries'>;
  readonly written: WrittenText | null;
  readonly hasArticle: boolean;
}

/** The two lists that stand beside the work. They hold no key and nothing waits for them. */
export interface Checklists {
  /** What is wrong with the desk's own file; null when nothing is. */
  readonly problem: string | null;
  conflict(work: ListedWork, now: number): ConflictList | null;
  closing(work: ListedWork): readonly ClosingStep[] | null;
  /** Whether everything that the customer should hear stands in the text. */
  isClean(steps: readonly ClosingStep[]): boolean;
  /** What is still missing; `otherwise` is the language of a text without words. */
  missing(steps: readonly ClosingStep[], text: string, otherwise: Language): string;
}

/** Opens the lists of a desk; null when nothing of them can be read. */
export async function openChecklists(
  desk: Pick<Desk, 'paths' | 'config'>,
): Promise<Checklists | null> {
  const { data, problems } = await readLists(desk);
  if (data === null) return null;
  const [wrong] = problems;
  const [closing, conflict] = [compileClosing(data), compileConflict(data)];
  const { config } = desk;
  const updateEveryMs = config.policies[0]?.statusUpdateMs ?? Number.POSITIVE_INFINITY;
  const givesTime = keptLast((text: string, now: number) => {
    // Whether it is a time does not hang on what the desk means by «вечером».
    const options = { now, timeZone: config.timeZone, conventions: usualConventions };
    return findPromises(text, options).length > 0;
  });
  const isWithFixers = (code: string) => {
    return config.lines.find((line) => line.code === code)?.talksToCustomer === 'no';
  };
  return {
    problem: wrong ? `${wrong.file}:${wrong.line}:${wrong.column} ${wrong.message}` : null,
    conflict: ({ view: { ticket, entries }, written }, now) => {
      // The words of a time do not change their meaning within a minute.
      const minute = now - (now % MINUTE);
      const facts = { isWithFixers: isWithFixers(ticket.line), updateEveryMs, now };
      const work = { ...facts, ticket, entries, written };
      return conflictList({ ...work, givesTime: (text) => givesTime(text, minute) }, conflict);
    },
    closing: ({ view: { ticket, entries }, written, hasArticle }) => {
      return written && closingList({ ticket, entries, written, hasArticle }, closing);
    },
    isClean: isCleanClosing,
    missing: (steps, text, otherwise) => missingPhrases(steps, closing, { text, otherwise }),
  };
}

/** Whether somebody has begun an article from a ticket. */
export function isArticleBegun(desk: Desk, ticketId: string): boolean {
  const begun = articleVersions(desk).inStates(['draft', 'in-review', 'published']);
  return begun.some((version) => version.ticketId === ticketId);
}

async function readLists({ paths }: Pick<Desk, 'paths'>): Promise<LoadedChecklists> {
  const program = join(paths.content, 'package.json');
  const files = [program, ...packFolders(paths).map((from) => join(from, 'checklists.yaml'))];
  const copy = { folder: paths.cache, name: 'checklists', form: FORM, files };
  return readCompiled<LoadedChecklists>(copy, async () => {
    const { loadChecklists } = await import('../../content/load-checklists.ts');
    const { tryPattern } = await import('./try-pattern.ts');
    return loadChecklists(shippedFolder(paths), ownFolders(paths), tryPattern);
  });
}

/** The answer to the last question is kept: frames ask it again and again. */
function keptLast<Value>(
  make: (text: string, now: number) => Value,
): (text: string, now: number) => Value {
  let last: { readonly text: string; readonly now: number; readonly value: Value } | null = null;
  return (text, now) => {
    if (last?.text !== text || last.now !== now) last = { text, now, value: make(text, now) };
    return last.value;
  };
}
