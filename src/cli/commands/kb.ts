import { searchArticles, showArticle } from '../../app/content/knowledge.ts';
import { openContent, readableText } from '../../app/desk/content-library.ts';
import { languages } from '../../domain/vocabulary.ts';
import { fill } from '../../i18n/fill.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import type { Session } from '../session.ts';
import { oneOf, wholeNumber } from '../usage-error.ts';

/** `smena kb search WORDS`: articles, the best first. */
export async function kbSearch(session: Session, input: CommandInput): Promise<void> {
  const limit = wholeNumber(input.value('limit') ?? '20', '--limit');
  const knowledge = await openContent(await session.desk()).knowledge();
  const found = searchArticles(knowledge, input.args.join(' '), { limit });
  const { output } = session;
  if (output.isJson) {
    return output.json(
      found.hits.map(({ article, score, excerpt }) => ({
        id: article.id,
        title: article.title,
        kind: article.kind,
        line: article.line,
        lang: article.lang,
        tags: article.tags,
        excerpt: excerpt?.line ?? null,
        score,
      })),
    );
  }
  const { words } = await session.texts();
  if (found.readAs !== null) output.talk(fill(words.readAs, { text: found.readAs }));
  if (found.hits.length === 0) output.talk(words.nothingFound);
  if (found.suggestion !== null) output.talk(fill(words.maybe, { text: found.suggestion }));
  for (const { article, excerpt } of found.hits) {
    output.line(`${article.id}  ${article.title}`);
    if (excerpt) output.line(`    ${excerpt.line.trim()}`);
  }
}

/** `smena kb show ARTICLE`: its Markdown without the authors' remarks; --json has all of it. */
export async function kbShow(session: Session, input: CommandInput): Promise<void> {
  const knowledge = await openContent(await session.desk()).knowledge();
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
  output.line(`# ${article.title}\n\n${readableText(article).trim()}`);
  if (related.length === 0) return;
  const { words } = await session.texts();
  output.line(`\n${words.related}: ${related.map((other) => other.id).join(', ')}`);
}
