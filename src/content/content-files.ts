import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ContentSource } from '../domain/article.ts';
import { type Language, languages } from '../domain/vocabulary.ts';
import type { ContentProblem } from './content-problem.ts';

/** A Markdown file of content, `<group>/<id>.<lang>.md` or `<id>.<lang>.md`, as it was read. */
export interface ContentFile {
  readonly file: string;
  readonly source: ContentSource;
  /** The folder it lies in: the kind of an article, the situation of a template; else empty. */
  readonly group: string;
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
}

export interface ContentFiles {
  readonly files: readonly ContentFile[];
  readonly problems: readonly ContentProblem[];
}

/** Whether the files of a folder lie in folders of their own, by group, or side by side. */
export type ContentLayout = 'grouped' | 'flat';

const NAME = /^([a-z0-9][a-z0-9-]*)\.([a-z]{2})\.md$/;
const LARGEST_FILE = 1_000_000;

/**
 * Every Markdown file below a folder, README left out, in a fixed order. A missing folder has none;
 * one without rights stands there itself, to be told when it is read.
 */
export function listContentFiles(folder: string): readonly string[] {
  return listFiles(folder, (name) => name.endsWith('.md') && name.toLowerCase() !== 'readme.md');
}

/** Every file below a folder whose name is wanted, in a fixed order. */
export function listFiles(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  return isFolder(folder) ? filesBelow(folder, isWanted, new Set()).sort() : [];
}

/** A link back to a folder above would make its files endless: each folder is read once. */
function filesBelow(
  folder: string,
  isWanted: (name: string) => boolean,
  seen: Set<string>,
): string[] {
  const place = realpathSync(folder);
  if (seen.has(place)) return [];
  seen.add(place);
  const entries = entriesOf(folder);
  if (entries === null) return [folder];
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      const isBelow = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path));
      if (isBelow) return filesBelow(path, isWanted, seen);
      return isWanted(entry.name) ? [path] : [];
    });
}

function entriesOf(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link to nowhere is told when it is read.
    return false;
  }
}

/** Reads the content of a folder. What cannot be read or is misnamed is a problem, not an exception. */
export function readContentFiles(
  folder: string,
  source: ContentSource,
  layout: ContentLayout = 'grouped',
): ContentFiles {
  const files: ContentFile[] = [];
  const problems: ContentProblem[] = [];
  for (const file of listContentFiles(folder)) {
    const read = readOne(file, relative(folder, dirname(file)), { source, layout });
    if (typeof read === 'string') problems.push(fileProblem(file, read));
    else files.push(read);
  }
  return { files, problems };
}

/** A problem of a file as a whole. */
export function fileProblem(file: string, message: string): ContentProblem {
  return { file, line: 1, column: 1, path: '', message };
}

function readOne(
  file: string,
  group: string,
  { source, layout }: { readonly source: ContentSource; readonly layout: ContentLayout },
): ContentFile | string {
  const [, id, code] = NAME.exec(basename(file)) ?? [];
  const lang = languages.find((known) => known === code);
  const isPlaced = layout === 'flat' ? group === '' : group !== '' && !group.includes(sep);
  if (id === undefined || lang === undefined || !isPlaced) {
    return layout === 'flat'
      ? 'the file must be <id>.<lang>.md, such as interrupting.ru.md'
      : 'the file must be <folder>/<id>.<lang>.md, such as hold/hold-with-time.ru.md';
  }
  try {
    const stat = statSync(file);
    // Reading a pipe or a device would never end.
    if (!stat.isFile()) return 'it is not a file';
    if (stat.size > LARGEST_FILE) return `the file is larger than ${LARGEST_FILE} bytes`;
    return { file, source, group, id, lang, text: readFileSync(file, 'utf8') };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
