import { statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { type CheckedArticles, checkArticles } from '../../content/check-articles.ts';
import { listContentFiles } from '../../content/content-files.ts';
import { knownKind } from '../../domain/article.ts';
import { UserError } from '../../util/user-error.ts';

export interface CheckKnowledgeOptions {
  /** A folder of articles, a folder of one kind or one file; the desk's own base when null. */
  readonly path: string | null;
  /** The day to compare with, `2026-11-21`. */
  readonly today: string;
}

/** Checks the base of a desk, or articles that are to become part of it. Throws UserErrors. */
export function checkKnowledge(
  paths: Paths,
  { path, today }: CheckKnowledgeOptions,
): CheckedArticles {
  const own = [join(paths.content, 'kb'), join(paths.overlay, 'kb')];
  if (path === null) return checkArticles({ folders: own, today });
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new UserError('file-not-found', { path });
  const root = stat.isFile() ? join(path, '../..') : rootOf(path);
  // As if they were in the base already: they may refer to what it has, and may repeat it.
  const others = own.filter((folder) => folder !== resolve(root));
  const { problems } = checkArticles({ folders: [...others, root], today });
  const within = problems.filter(({ file }) => !relative(path, file).startsWith('..'));
  return { count: stat.isFile() ? 1 : listContentFiles(path).length, problems: within };
}

/** The folder of articles to which a folder belongs: itself, or the one above that of a kind. */
function rootOf(path: string): string {
  return knownKind(basename(resolve(path))) === null ? path : join(path, '..');
}
