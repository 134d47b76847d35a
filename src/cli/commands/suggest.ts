import { openContent } from '../../app/desk/content-library.ts';
import { ticketArticles } from '../../app/knowledge/ticket-articles.ts';
import { showTicket } from '../../app/ticket/show-ticket.ts';
import { besideTexts } from '../../i18n/beside-texts.ts';
import { must } from '../../util/must.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { wholeNumber } from '../usage-error.ts';

/** `smena suggest REF [--limit N]`: articles that may help with a ticket, and why. */
export async function suggest(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? '5', '--limit', 1);
  const { desk, ticket } = await findTarget(session, input.required(0));
  const knowledge = await openContent(desk).knowledge();
  await knowledge.ready;
  const view = must(showTicket(desk, ticket.id), 'ticket that was found');
  const articles = await ticketArticles(knowledge, view, limit);
  const { output, language } = session;
  if (output.isJson) {
    const found = articles.map(({ article: { id, title, kind, line, lang }, ...why }) => {
      return { id, title, kind, line, lang, ...why };
    });
    return output.json({ ticket: ticket.number, articles: found });
  }
  const w = besideTexts(language);
  if (articles.length === 0) output.talk(w.suggestEmpty);
  for (const { article, by, words } of articles) {
    output.row(`${article.id}  ${article.title}`);
    output.row(`    ${w.by[by](words.join(' '))}`);
  }
}
