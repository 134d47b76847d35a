import { liveText } from '../../app/knowledge/live-text.ts';
import { logLostSearch } from '../../app/knowledge/lost-search.ts';
import { markArticle, rateArticle, toggleFavourite } from '../../app/knowledge/mark-article.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import { type ArticleTarget, acceptedArticle, articleTarget } from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget } from '../ticket-command.ts';
import { oneOf, wholeNumber } from '../usage-error.ts';

const marks = ['helped', 'outdated'] as const;
const MISSING = 'missing';

/** `smena kb mark ARTICLE helped|outdated` and `smena kb mark missing TEXT`. */
export async function kbMark(session: Session, input: CommandInput): Promise<void> {
  const reference = input.value('ticket');
  const ticket = reference === undefined ? null : (await findTarget(session, reference)).ticket;
  const ticketId = ticket?.id ?? null;
  if (input.required(0) === MISSING) {
    const desk = await session.desk();
    const query = input.args.slice(1).join(' ');
    const lost = { query, outcome: MISSING, ticketId } as const;
    accepted({ desk, ticket }, logLostSearch(desk, lost));
    return said(session, { mark: MISSING, text: query, ticket: ticket?.number ?? null });
  }
  const kind = oneOf(input.required(1), marks, 'MARK');
  const target = await liveTarget(session, input);
  const text = input.args.slice(2).join(' ');
  acceptedArticle(target, markArticle(target.desk, target.key, { kind, ticketId, text }));
  await said(session, { ...target.key, mark: kind, text, ticket: ticket?.number ?? null });
}

/** `smena kb rate ARTICLE STARS`. */
export async function kbRate(session: Session, input: CommandInput): Promise<void> {
  const stars = wholeNumber(input.required(1), 'STARS');
  const target = await liveTarget(session, input);
  acceptedArticle(target, rateArticle(target.desk, target.key, stars));
  await said(session, { ...target.key, stars });
}

/** `smena kb favourite ARTICLE`: in, or out again. */
export async function kbFavourite(session: Session, input: CommandInput): Promise<void> {
  const target = await liveTarget(session, input);
  const { id } = target.key;
  const favourite = acceptedArticle(target, toggleFavourite(target.desk, target.key));
  if (session.output.isJson) return session.output.json({ id, favourite });
  const { articles } = await session.texts();
  session.output.talk(fill(favourite ? articles.isFavourite : articles.noFavourite, { id }));
}

/** An article that readers can see. */
async function liveTarget(session: Session, input: CommandInput): Promise<ArticleTarget> {
  const target = await articleTarget(session, input);
  if (liveText(target.desk, target.key) !== null) return target;
  throw new UserError('article-unknown', { article: target.key.id });
}

async function said(session: Session, what: object): Promise<void> {
  if (session.output.isJson) session.output.json(what);
  else session.output.talk((await session.texts()).articles.marked);
}
