import type { Article } from '../domain/article.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { type ArticleProblem, articleProblem, fileStart } from './article-problem.ts';
import { articleNameOf, checkArticleFront } from './check-article-front.ts';
import { parseArticle } from './load-articles.ts';
import type { ArticleText } from './read-article-folder.ts';

/** A file of a folder of articles as an article, or everything that keeps it from being one. */
export function readArticleFile(text: ArticleText): Result<Article, readonly ArticleProblem[]> {
  const name = articleNameOf(text.name);
  if (name === null) return fail([articleProblem(text.file, fileStart, 'file-name')]);
  const read = parseArticle({ ...name, file: text.file, source: 'overlay', text: text.text });
  if (read.ok) return ok(read.value);
  const front = checkArticleFront(text, name);
  const problems = 'meta' in front ? front.problems : front;
  if (problems.length > 0) return fail(problems);
  return fail(
    read.problem.map(({ line, column, path }) =>
      articleProblem(text.file, { line, column }, 'field-wrong', { field: path }),
    ),
  );
}
