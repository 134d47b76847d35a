import { type FoundArticles, searchArticles } from '../../app/content/knowledge.ts';
import { openContent } from '../../app/desk/content-library.ts';
import { deskDay } from '../../app/knowledge/desk-day.ts';
import { logLostSearch } from '../../app/knowledge/lost-search.ts';
import { toJsonHit } from '../../app/search/search-json.ts';
import { isReviewDue } from '../../domain/review-day.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { stdinLines } from '../stdin-lines.ts';
import { wholeNumber } from '../usage-error.ts';

const NOTHING: FoundArticles = { hits: [], readAs: null, suggestion: null };

/** `smena kb search QUERY [--limit N] [--why]`, or one query a line with `--stdin`. */
export async function kbSearch(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? '20', '--limit');
  const isExplained = input.has('why');
  const query = input.args.join(' ');
  if (query.trim() === '' && !input.has('stdin')) throw new UserError('query-needed');
  const desk = await session.desk();
  const knowledge = await openContent(desk).knowledge();
  await knowledge.ready;
  const answer = async (text: string) => {
    const isBlank = text.trim() === '';
    const found = isBlank ? NOTHING : searchArticles(knowledge, text, { limit });
    if (session.output.isJson) session.output.json(toJson(text, found, isExplained));
    else await print(session, found, isExplained);
    return found.hits.length > 0;
  };
  if (!input.has('stdin')) {
    const isFound = await answer(query);
    // What a person looks for in vain is what the base lacks.
    if (!isFound && !session.output.isJson) logLostSearch(desk, { query, outcome: 'failed' });
    return;
  }
  for await (const line of stdinLines(session.io.stdin)) {
    if (session.output.isClosed()) return;
    await answer(line);
  }
}

function toJson(query: string, { hits, readAs, suggestion }: FoundArticles, isExplained: boolean) {
  return {
    query,
    hits: hits.map((hit) => {
      const { article, excerpt, reasons } = hit;
      const { id, title, kind, line, lang, tags, attribution } = article;
      const passage = excerpt && { start: excerpt.start, text: excerpt.line };
      return {
        ...toJsonHit({ ...hit, id, title, kind, passage }),
        line,
        lang,
        tags,
        ...(attribution && { attribution }),
        ...(isExplained && { why: reasons }),
      };
    }),
    readAs,
    suggestion,
  };
}

async function print(session: Session, found: FoundArticles, isExplained: boolean): Promise<void> {
  const { output } = session;
  const { words, readings, articles } = await session.texts();
  const today = deskDay(await session.desk());
  if (found.readAs !== null) output.talk(fill(words.readAs, { text: found.readAs }));
  if (found.hits.length === 0) output.talk(words.nothingFound);
  if (found.suggestion !== null) output.talk(fill(words.maybe, { text: found.suggestion }));
  for (const { article, excerpt, reasons } of found.hits) {
    const { id, title, reviewBy } = article;
    const due = reviewBy !== null && isReviewDue(reviewBy, today);
    output.row(`${id}  ${title}${due ? `  ⚑ ${fill(articles.reviewDue, { day: reviewBy })}` : ''}`);
    if (excerpt) output.row(`    ${excerpt.line.trim()}`);
    if (!isExplained) continue;
    for (const { typed, how, as } of reasons) output.row(`    ${typed} → ${as} (${readings[how]})`);
  }
}
