import type { Article } from '../domain/article.ts';
import type { ArticleAbout } from '../domain/article-record.ts';
import type { Language } from '../domain/vocabulary.ts';
import { fail, ok, type Result } from '../util/result.ts';
import type { ContentProblem } from './content-problem.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseArticle } from './load-articles.ts';

/** What the front matter of a file says, as far as it can be read. */
interface LooseMeta {
  readonly kind?: unknown;
}

/** Which article a text belongs to. */
interface ArticleName {
  readonly id: string;
  readonly lang: Language;
}

/** A Markdown file of the desk's own as an article, or everything that is wrong with it. */
export function readArticleText(
  { id, lang }: ArticleName,
  text: string,
): Result<Article, readonly ContentProblem[]> {
  const { kind } = looseMeta(text);
  const group = typeof kind === 'string' ? kind : '';
  const file = group === '' ? `${id}.${lang}.md` : `${group}/${id}.${lang}.md`;
  const read = parseArticle({ file, source: 'overlay', group, id, lang, text });
  return read.ok ? ok({ ...read.value, origin: 'store' }) : fail(read.problem);
}

/** What the rules look at in a text; null while its front matter cannot be read. */
export function aboutOf(key: ArticleName, text: string): ArticleAbout | null {
  const read = readArticleText(key, text);
  if (!read.ok) return null;
  const { title, kind, owner } = read.value;
  return { title, kind, owner };
}

function looseMeta(text: string): LooseMeta {
  const front = splitFrontMatter(text);
  const isMap = front.ok && typeof front.data === 'object' && front.data !== null;
  return isMap ? (front.data as LooseMeta) : {};
}
