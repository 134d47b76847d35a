import { join } from 'node:path';
import { listContentFiles } from '../../content/content-files.ts';
import type { ContentProblem } from '../../content/content-problem.ts';
import { stripComments } from '../../content/markdown-comments.ts';
import type { Article } from '../../domain/article.ts';
import { stampOf } from '../desk/compiled-copy.ts';
import type { Desk } from '../desk/desk.ts';

/** What is wrong with the files of the base. */
export interface FileProblems {
  /** What kept files out. */
  readonly problems: readonly ContentProblem[];
  /** What their owners should mend, though the articles are there. */
  readonly warnings: readonly ContentProblem[];
}

const FILES = 'article-files';

/** Takes over articles of files that changed since they were last looked at. */
export async function refreshArticles(desk: Desk): Promise<FileProblems> {
  const shipped = join(desk.paths.content, 'kb');
  const overlay = join(desk.paths.overlay, 'kb');
  // A new version of the program may read the same files otherwise.
  const program = join(desk.paths.content, 'package.json');
  const files = [program, ...listContentFiles(shipped), ...listContentFiles(overlay)];
  const stamp = stampOf({ form: 1, files });
  const known = readKnown(desk.meta.get(FILES));
  if (known?.stamp === stamp) return known;
  const { loadArticles } = await import('../../content/load-articles.ts');
  const { articles, problems, warnings } = loadArticles(shipped, overlay);
  desk.articles.mirror(['shipped', 'overlay'], articles.map(readable));
  desk.meta.set(FILES, JSON.stringify({ stamp, problems, warnings }));
  return { problems, warnings };
}

/** What a reader sees of an article: remarks of its author to other authors are left out. */
export function readable(article: Article): Article {
  return { ...article, body: stripComments(article.body.split('\n')).join('\n') };
}

interface Known extends FileProblems {
  readonly stamp: string;
}

function readKnown(text: string | null): Known | null {
  // Written above; a text of another form is as good as none.
  return text === null ? null : (JSON.parse(text) as Known);
}
