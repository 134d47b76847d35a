import { posix } from 'node:path';
import {
  type ArticleProblem,
  type ArticleProblemCode,
  articleProblem,
  type Place,
} from './article-problem.ts';
import type { FrontOfArticle } from './check-article-front.ts';
import { linksOf, type MaskedMarkdown } from './markdown-places.ts';

/** What links may lead to. */
export interface LinkTargets {
  readonly ids: ReadonlySet<string>;
  /** Those that customers must not read. */
  readonly internalIds: ReadonlySet<string>;
  /** Pictures and other files, from the folder of articles. */
  readonly files: ReadonlySet<string>;
}

/** What the links of an article lead to, and where they lead astray. */
export interface CheckedLinks {
  readonly usedFiles: readonly string[];
  readonly problems: readonly ArticleProblem[];
}

type Read =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'article'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'wrong'; readonly code: ArticleProblemCode };

const OUTSIDE = /^(?:https?|mailto|tel):/i;
const SCHEME = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const ARTICLE_FILE = /^([a-z0-9-]+)(?:\.[a-z]{2})?\.md$/;

/** An article whose links are followed. */
export interface LinkingArticle extends FrontOfArticle {
  readonly file: string;
  /** Its file from the folder of articles. */
  readonly name: string;
  readonly masked: MaskedMarkdown;
}

/** Follows every link of an article. */
export function checkArticleLinks(article: LinkingArticle, targets: LinkTargets): CheckedLinks {
  const { file, name, meta, masked, bodyLine, placeOfField } = article;
  const problems: ArticleProblem[] = [];
  const usedFiles: string[] = [];
  const report = (place: Place, code: ArticleProblemCode, target: string) =>
    problems.push(articleProblem(file, place, code, { target }));
  for (const [index, id] of meta.related.entries()) {
    if (!targets.ids.has(id)) report(placeOfField('related', index), 'link-broken', id);
  }
  for (const { target, place } of linksOf(masked.prose)) {
    const read = readTarget(target, name, targets.ids);
    const at = { line: place.line + bodyLine - 1, column: place.column };
    if (read.kind === 'wrong') report(at, read.code, target);
    else if (read.kind === 'file') {
      if (targets.files.has(read.name)) usedFiles.push(read.name);
      else report(at, 'link-broken', target);
    } else if (read.kind === 'article') {
      if (!targets.ids.has(read.id)) report(at, 'link-broken', target);
      else if (meta.public && targets.internalIds.has(read.id)) report(at, 'link-internal', target);
    }
  }
  return { usedFiles, problems };
}

function readTarget(written: string, from: string, ids: ReadonlySet<string>): Read {
  if (OUTSIDE.test(written) || written.startsWith('#')) return { kind: 'elsewhere' };
  if (SCHEME.test(written)) return { kind: 'wrong', code: 'link-scheme' };
  const target = decode(written.replace(/[#?].*$/, ''));
  const isReference = /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(target);
  if (isReference || ids.has(target)) return { kind: 'article', id: target };
  const name = posix.normalize(posix.join(posix.dirname(from), target));
  if (posix.isAbsolute(target) || target.includes('\\') || /^\.\.(?:\/|$)/.test(name)) {
    return { kind: 'wrong', code: 'link-escapes' };
  }
  // Readers find an article by its id, in whatever folder it stands.
  const id = ARTICLE_FILE.exec(posix.basename(name))?.[1];
  return id === undefined ? { kind: 'file', name } : { kind: 'article', id };
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    // A lone percent sign belongs to the name.
    return target;
  }
}
