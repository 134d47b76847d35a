import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { listContentFiles } from '../../content/content-files.ts';
import { must } from '../../util/must.ts';
import { sha256 } from '../../util/sha256.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { articleVersions } from './article-stores.ts';
import { contentFolders } from './live-text.ts';

/** What was written into a folder, as paths below it. */
export interface ExportedArticles {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that hold something nobody wrote here: they were left as they are. */
  readonly kept: readonly string[];
}

/** A file to be written: its bytes, and the hashes that it may take the place of. */
interface ExportedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly known: ReadonlySet<string>;
}

/**
 * Writes the published articles back to Markdown, `<kind>/<id>.<lang>.md`, byte for byte; with
 * `all` also the files that nothing here has replaced. A file that is not one of ours stays.
 */
export function exportArticles(
  desk: Desk,
  folder: string,
  { all }: { readonly all: boolean },
): ExportedArticles {
  const own = ownFiles(desk);
  const files = all ? [...own, ...untouchedFiles(desk)] : own;
  const done = { written: [] as string[], unchanged: [] as string[], kept: [] as string[] };
  for (const file of files.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    done[writeOne(folder, file)].push(file.path);
  }
  return done;
}

function ownFiles(desk: Desk): ExportedFile[] {
  const versions = articleVersions(desk);
  return versions.inStates(['published']).map(({ articleId: id, lang, version, about }) => {
    const text = must(versions.text(id, lang, version), 'text of a published version');
    const { kind } = must(about, 'front matter of a published version');
    const known = versions.knownHashes(id, lang);
    return { path: join(kind, `${id}.${lang}.md`), bytes: Buffer.from(text), known };
  });
}

/** The files of the desk and the shipped ones that readers see, the nearest of each name. */
function untouchedFiles(desk: Desk): ExportedFile[] {
  const taken = new Set(
    articleVersions(desk)
      .inStates(['published', 'archived'])
      .map(({ articleId, lang }) => `${articleId}.${lang}.md`),
  );
  return contentFolders(desk).flatMap(({ folder }) =>
    listContentFiles(folder).flatMap((file): ExportedFile[] => {
      if (taken.has(basename(file))) return [];
      taken.add(basename(file));
      return [{ path: relative(folder, file), bytes: readFileSync(file), known: new Set() }];
    }),
  );
}

function writeOne(folder: string, { path, bytes, known }: ExportedFile): keyof ExportedArticles {
  const target = join(folder, path);
  if (existsSync(target)) {
    const present = readFileSync(target);
    if (present.equals(bytes)) return 'unchanged';
    if (!known.has(sha256(present.toString()))) return 'kept';
  }
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  } catch (error) {
    throw new UserError('file-not-written', { path: target }, { cause: error });
  }
  return 'written';
}
