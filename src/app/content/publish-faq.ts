import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { buildFaqSite, type FaqSite, firstPage } from '../../site/faq-site.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { readPublicArticles } from './read-public-articles.ts';

export interface PublishedFaq extends Pick<FaqSite, 'withheld' | 'notClosed'> {
  /** The page to open. */
  readonly index: string;
  /** How many articles there are, translations apart. */
  readonly count: number;
  /** Pages of articles that are no longer public. */
  readonly removed: readonly string[];
}

/** Marks a folder as ours and names what we have written into it. */
const MARKER = '.smena-faq';
const OURS = /^(?:[a-z0-9][a-z0-9-]*(?:\.(?:ru|en))?\.html|style\.css)$/;

/**
 * Writes the public articles as a site that needs no server into a folder: an empty one, or one that
 * an earlier call has filled. Files that are not ours are never touched. Throws UserErrors.
 */
export async function publishFaq(desk: Desk, folder: string): Promise<PublishedFaq> {
  const { articles, internalIds } = await readPublicArticles(desk);
  const assets = join(desk.paths.content, 'templates/site');
  const { files, withheld, notClosed } = buildFaqSite({
    articles,
    internalIds,
    language: desk.language,
    style: readFileSync(join(assets, 'style.css'), 'utf8'),
    script: readFileSync(join(assets, 'search.js'), 'utf8'),
  });
  const removed = replaceSite(folder, files);
  const count = articles.length - notClosed.length;
  return { index: join(folder, firstPage), count, removed, withheld, notClosed };
}

function replaceSite(folder: string, files: ReadonlyMap<string, string>): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true });
    const before = ownFiles(folder);
    const foreign = [...files.keys()].find((name) => !before.has(name) && isThere(folder, name));
    if (foreign !== undefined) throw new UserError('file-exists', { path: join(folder, foreign) });
    const removed = [...before].filter((name) => !files.has(name) && isThere(folder, name));
    // Both the old and the new stand in the marker meanwhile: a call cut short can be repeated.
    mark(folder, [...before, ...files.keys()]);
    for (const name of removed) rmSync(join(folder, name));
    for (const [name, text] of files) write(join(folder, name), text);
    mark(folder, [...files.keys()]);
    return removed;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-not-written', { path: folder }, { cause: error });
  }
}

/** What we have written here before. Throws for a folder that somebody else uses. */
function ownFiles(folder: string): ReadonlySet<string> {
  if (isThere(folder, MARKER)) {
    const names = readFileSync(join(folder, MARKER), 'utf8').split('\n');
    // Only names that we give ourselves, whatever has been written into the marker.
    return new Set(names.filter((name) => OURS.test(name)));
  }
  if (readdirSync(folder).length > 0) throw new UserError('site-folder-foreign', { path: folder });
  return new Set();
}

function isThere(folder: string, name: string): boolean {
  return lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined;
}

function mark(folder: string, names: readonly string[]): void {
  write(join(folder, MARKER), `${[...new Set(names)].sort().join('\n')}\n`);
}

/** Beside its place first: nobody sees half a page, and a link in its place is not followed. */
function write(path: string, text: string): void {
  const partial = `${path}.part`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}
