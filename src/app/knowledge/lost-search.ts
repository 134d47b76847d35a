import type { LostOutcome, SearchCommand } from '../../domain/article-command.ts';
import { searchEntity } from '../../domain/article-event.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { isFiller } from '../../search/filler-words.ts';
import { createStemmer, stemWord } from '../../search/word.ts';
import type { LostSearch } from '../../store/article/lost-search-store.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { articleOp } from './article-op.ts';
import { maskPersonal } from './mask-personal.ts';
import { lostSearches } from './reader-stores.ts';

const WORD = /[\p{L}\p{N}]+(?:[-._][\p{L}\p{N}]+)*/gu;
/** A question is a line; a pasted log is not. */
const LONGEST_QUERY = 200;
const ASKED_OFTEN = 3;
const nobody = { names: [], emails: [], phones: [], addresses: [] };

/** A search that led nowhere, or an article that was missing for a ticket. */
export interface Lost {
  readonly query: string;
  readonly outcome: LostOutcome;
  readonly ticketId?: string | null | undefined;
}

/** Notes what was looked for in vain. Nothing to look for is nothing to note. */
export function logLostSearch(
  desk: Desk,
  { query, outcome, ticketId = null }: Lost,
): Result<null, Refusal> {
  const asked = keptQuery(desk, query);
  return run(desk, asked, { type: 'log-search', query: asked, outcome, ticketId });
}

/** Notes that a question has its answer; the next time it is asked counts anew. */
export function settleLostSearch(desk: Desk, query: string): Result<null, Refusal> {
  return run(desk, keptQuery(desk, query), { type: 'settle-search' });
}

/** What was asked several times and not found, the most asked first. */
export function listLostSearches(desk: Desk, times: number = ASKED_OFTEN): readonly LostSearch[] {
  return lostSearches(desk).open(times);
}

/** A question as it is kept: one line, and nobody in it. */
function keptQuery(desk: Desk, query: string): string {
  const line = query.trim().replace(/\s+/g, ' ').slice(0, LONGEST_QUERY);
  return maskPersonal(line, nobody, desk.language);
}

/** The stems of the words of a question in a fixed order: however it is worded, it is one. */
export function questionKey(query: string): string {
  const words = query.match(WORD) ?? [];
  const telling = words.filter((word) => !isFiller(word));
  const stemmer = createStemmer();
  const stems = (telling.length > 0 ? telling : words).map((word) => stemWord(word, stemmer));
  return [...new Set(stems)].sort().join(' ');
}

function run(desk: Desk, query: string, command: SearchCommand): Result<null, Refusal> {
  const key = questionKey(query) || query;
  const op = articleOp(desk, searchEntity(key), command);
  const { opId, entityId, occurredAt: now } = op;
  const context = { now, actor: desk.me, device: desk.device, opId, entityId };
  const done = lostSearches(desk).execute(key, op, context);
  return done.ok ? ok(null) : done;
}
