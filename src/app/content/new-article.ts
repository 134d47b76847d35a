import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import { listContentFiles } from '../../content/content-files.ts';
import { deskFile } from '../../content/desk/own-file.ts';
import type { ArticleKind } from '../../domain/article.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { UserError } from '../../util/user-error.ts';

export interface NewArticle {
  readonly kind: ArticleKind;
  readonly id: string;
  readonly lang: Language;
  /** The day on which its owner looks at it again. */
  readonly reviewBy: string;
  /** A folder of articles; the desk's own when null. */
  readonly folder: string | null;
}

const ID = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** Writes an article from the template of its kind and returns where. Throws UserErrors. */
export function newArticle(paths: Paths, article: NewArticle): string {
  const { kind, id, lang, reviewBy, folder } = article;
  if (!ID.test(id)) throw new UserError('article-id-wrong', { id });
  const own = join(paths.overlay, 'kb');
  const name = `${id}.${lang}.md`;
  // An empty article would stand in for the one that people read.
  const taken = folder === null ? [join(paths.content, 'kb'), own] : [];
  if (taken.flatMap(listContentFiles).some((file) => basename(file) === name)) {
    throw new UserError('article-exists', { article: id });
  }
  const path = join(folder ?? own, kind, name);
  writeNew(path, textOf(paths, article).replaceAll('{id}', id).replaceAll('{reviewBy}', reviewBy));
  return path;
}

function textOf(paths: Paths, { kind, lang }: NewArticle): string {
  const shipped = join(paths.content, 'templates/articles');
  const file = deskFile(`${kind}.${lang}.md`, shipped, [join(paths.overlay, 'articles')]);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError('file-not-readable', { path: file }, { cause: error });
  }
}

function writeNew(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new UserError(isThere ? 'file-exists' : 'file-not-written', { path }, { cause: error });
  }
}
