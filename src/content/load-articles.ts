import type { Article, ContentSource } from '../domain/article.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { articleMeta } from './article.ts';
import { checkFrontMatter } from './check-front-matter.ts';
import { type ContentFile, readContentFiles } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { keepNearest } from './keep-nearest.ts';

export interface LoadedArticles {
  /** In a fixed order: by folder, then by id. */
  readonly articles: readonly Article[];
  /** What kept files out. */
  readonly problems: readonly ContentProblem[];
  /** What their owners should mend, though the articles are there. */
  readonly warnings: readonly ContentProblem[];
}

/** An article and where its `related` stands. */
interface ReadArticle extends Article {
  readonly source: ContentSource;
  readonly warnRelated: (index: number, message: string) => ContentProblem;
}

/**
 * Reads `<kind>/<id>.<lang>.md` of a folder, and of the desk's own folder over it: an article of
 * the same id and language stands in for the shipped one. A broken file keeps out only itself.
 */
export function loadArticles(shipped: string, overlay: string | null): LoadedArticles {
  const problems: ContentProblem[] = [];
  const read: ReadArticle[] = [];
  const sources = [
    readContentFiles(shipped, 'shipped'),
    ...(overlay === null ? [] : [readContentFiles(overlay, 'overlay')]),
  ];
  for (const { files, problems: unread } of sources) {
    problems.push(...unread);
    for (const file of files) {
      const article = readArticle(file);
      if (Array.isArray(article)) problems.push(...article);
      else read.push(article);
    }
  }
  const kept = keepNearest(read);
  problems.push(...kept.problems);
  const ids = new Set(kept.items.map(({ id }) => id));
  const warnings = kept.items.flatMap((article) => relatedWarnings(article, ids));
  return { articles: kept.items.map(withoutPlace), problems, warnings };
}

/** One file as an article, or everything that is wrong with it. */
export function parseArticle(file: ContentFile): Result<Article, readonly ContentProblem[]> {
  const read = readArticle(file);
  return Array.isArray(read) ? fail(read) : ok(withoutPlace(read));
}

function readArticle(file: ContentFile): ReadArticle | ContentProblem[] {
  const checked = checkFrontMatter(file, articleMeta);
  if (!checked.ok) return [...checked.problem];
  const { meta, body, problemAt } = checked.value;
  if (meta.kind !== file.group) {
    return [problemAt(['kind'], `the file lies in the folder ${file.group}`)];
  }
  const { public: isPublic, reviewBy, minutes, backup, ...rest } = meta;
  return {
    ...rest,
    lang: file.lang,
    reviewBy: reviewBy ?? null,
    minutes: minutes ?? null,
    isPublic,
    body,
    section: null,
    updated: null,
    backup: backup === undefined ? null : { ...backup, verified: backup.verified ?? null },
    attribution: null,
    source: file.source,
    origin: file.source,
    file: file.file,
    warnRelated: (index, message) => problemAt(['related', index], message),
  };
}

function relatedWarnings(article: ReadArticle, ids: ReadonlySet<string>): ContentProblem[] {
  return article.related.flatMap((id, index) =>
    ids.has(id) ? [] : [article.warnRelated(index, `there is no article ${id}`)],
  );
}

function withoutPlace({ warnRelated: _, source: __, ...article }: ReadArticle): Article {
  return article;
}
