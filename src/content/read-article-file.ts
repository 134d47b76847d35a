import { posix } from 'node:path';
import type { Article } from '../domain/article.ts';
import { fail, ok, type Result } from '../util/result.ts';
import { type ArticleProblem, articleProblem, fileStart } from './article-problem.ts';
import { type ArticleName, articleNameOf, checkArticleFront } from './check-article-front.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseArticle } from './load-articles.ts';
import type { ArticleText } from './read-article-folder.ts';

/** A file of a folder of articles as an article, or everything that keeps it from being one. */
export function readArticleFile(text: ArticleText): Result<Article, readonly ArticleProblem[]> {
  const name = articleNameOf(text.name) ?? nameByFront(text);
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

/** Of a folder without kinds, or of one kind alone, the article itself says which kind it is. */
function nameByFront({ name, text }: ArticleText): ArticleName | null {
  const front = splitFrontMatter(text);
  const kind = front.ok && Object(front.data).kind;
  return typeof kind === 'string' ? articleNameOf(`${kind}/${posix.basename(name)}`) : null;
}
