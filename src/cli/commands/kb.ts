import { showArticle } from '../../app/content/knowledge.ts';
import { openContent } from '../../app/desk/content-library.ts';
import { deskDay } from '../../app/knowledge/desk-day.ts';
import { countUse } from '../../app/knowledge/mark-article.ts';
import { isReviewDue } from '../../domain/review-day.ts';
import { languages } from '../../domain/vocabulary.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { mustBeAllowed } from '../refused.ts';
import type { Session } from '../session.ts';
import { oneOf } from '../usage-error.ts';

/** `smena kb show ARTICLE`: its Markdown without the authors' remarks; --json has all of it. */
export async function kbShow(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const knowledge = await openContent(desk).knowledge();
  const id = input.required(0);
  const wanted = input.value('articleLang');
  const lang = wanted === undefined ? undefined : oneOf(wanted, languages, '--article-lang');
  const shown = showArticle(knowledge, id, lang);
  if (!shown) throw new UserError('article-unknown', { article: id });
  const { article, langs, related } = shown;
  const { output } = session;
  if (output.isJson) {
    const { origin: _, file: __, isPublic, ...known } = article;
    return output.json({
      ...known,
      public: isPublic,
      langs,
      related: related.map((other) => ({ id: other.id, title: other.title })),
    });
  }
  countUse(desk, id, 'opened');
  output.line(`# ${article.title}\n\n${article.body.trim()}`);
  const { words, articles } = await session.texts();
  const { reviewBy } = article;
  if (reviewBy !== null && isReviewDue(reviewBy, deskDay(desk))) {
    output.line(`\n⚑ ${fill(articles.reviewDue, { day: reviewBy })}`);
  }
  const { attribution } = article;
  if (attribution) output.line(`\n${words.source}: ${attribution.source}, ${attribution.licence}`);
  if (related.length === 0) return;
  output.line(`\n${words.related}: ${related.map((other) => other.id).join(', ')}`);
}

/** `smena kb forget`: the search forgets what people opened and what the base taught it. */
export async function kbForget(session: Session): Promise<void> {
  const desk = await session.desk();
  mustBeAllowed(desk, 'edit-article');
  const { output } = session;
  const forgotten = desk.choices.forget();
  desk.meanings.forget();
  if (output.isJson) return output.json({ forgotten });
  const { done } = await session.texts();
  output.line(fill(done.searchForgotten, { forgotten }));
}
