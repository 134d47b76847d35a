import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile } from '../../content/article-file.ts';
import { aboutOf } from '../../content/own-article.ts';
import { type ArticleOrigin, articleKinds } from '../../domain/article.ts';
import {
  type ArticleAbout,
  archivedVersion,
  publishedVersion,
} from '../../domain/article-record.ts';
import type { ArticleKey } from '../../store/article/article-version-store.ts';
import { must } from '../../util/must.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';

/** The text that readers see of an article, and where it stands. */
export interface LiveText {
  readonly text: string;
  readonly hash: string;
  readonly about: ArticleAbout | null;
  readonly origin: ArticleOrigin;
  /** Of a text in the store. */
  readonly version: number | null;
}

/**
 * The text of an article: what was published here, else what lies below it. Null when there is
 * none, or when it was archived.
 */
export function liveText(desk: Desk, key: ArticleKey): LiveText | null {
  const versions = articleVersions(desk);
  const record = versions.record(key.id, key.lang);
  const published = publishedVersion(record);
  if (published !== null) {
    const { version, hash, about } = published;
    const text = must(versions.text(key.id, key.lang, version), 'text of a published version');
    return { text, hash, about, origin: 'store', version };
  }
  return archivedVersion(record) === null ? textBelow(desk, key) : null;
}

/** The text below what is written here: of an imported set, the desk's own file, the shipped one. */
export function textBelow(desk: Desk, key: ArticleKey): LiveText | null {
  const imported = desk.articles.ofOrigin(key.id, key.lang, 'import');
  if (imported !== null) return textOf(key, 'import', articleFile(imported));
  for (const { folder, origin } of contentFolders(desk)) {
    const file = articleKinds
      .map((kind) => join(folder, kind, `${key.id}.${key.lang}.md`))
      .find((path) => existsSync(path));
    if (file !== undefined) return textOf(key, origin, readFileSync(file, 'utf8'));
  }
  return null;
}

/** The folders of article files, the nearest first. */
export function contentFolders(desk: Desk) {
  return [
    { folder: join(desk.paths.overlay, 'kb'), origin: 'overlay' },
    { folder: join(desk.paths.content, 'kb'), origin: 'shipped' },
  ] as const;
}

function textOf(key: ArticleKey, origin: ArticleOrigin, text: string): LiveText {
  return { text, hash: sha256(text), about: aboutOf(key, text), origin, version: null };
}
