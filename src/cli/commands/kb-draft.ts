import { draftFromSearch, draftFromTicket } from '../../app/knowledge/draft-article.ts';
import { articleKinds } from '../../domain/article.ts';
import { fill } from '../../i18n/fill.ts';
import { articleLanguage } from '../article-target.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget } from '../ticket-command.ts';
import { oneOf, UsageError } from '../usage-error.ts';

/** `smena kb draft --ticket REF | --query TEXT`: an article begun from what is known. */
export async function kbDraft(session: Session, input: CommandInput): Promise<void> {
  const [reference, query] = [input.value('ticket'), input.value('query')];
  if (reference !== undefined && query !== undefined) {
    throw new UsageError('either-or', { one: '--ticket', other: '--query' });
  }
  const desk = await session.desk();
  const kind = input.value('kind');
  const order = {
    kind: kind === undefined ? undefined : oneOf(kind, articleKinds, '--kind'),
    id: input.value('id'),
    lang: articleLanguage(input) ?? undefined,
  };
  const draft = await begin();
  const { output } = session;
  if (output.isJson) return output.json(draft);
  output.line(`${draft.id}\n\n${draft.text.trimEnd()}`);
  const { articles } = await session.texts();
  output.talk(fill(articles.goOn, { id: draft.id }));

  async function begin() {
    if (reference !== undefined) {
      const target = await findTarget(session, reference);
      return accepted(target, draftFromTicket(desk, target.ticket.id, order));
    }
    if (query === undefined || query.trim() === '') {
      throw new UsageError('nothing-asked', { known: '--ticket, --query' });
    }
    return accepted({ desk, ticket: null }, draftFromSearch(desk, query, order));
  }
}
