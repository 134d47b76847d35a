import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { ContentSource } from '../domain/article.ts';
import { type Language, languages } from '../domain/vocabulary.ts';
import type { ContentProblem } from './content-problem.ts';

/** A Markdown file of content, `<group>/<id>.<lang>.md`, as it was read. */
export interface ContentFile {
  readonly file: string;
  readonly source: ContentSource;
  /** The folder it lies in: the kind of an article, the situation of a template. */
  readonly group: string;
  readonly id: string;
  readonly lang: Language;
  readonly text: string;
}

export interface ContentFiles {
  readonly files: readonly ContentFile[];
  readonly problems: readonly ContentProblem[];
}

const NAME = /^([a-z0-9][a-z0-9-]*)\.([a-z]{2})\.md$/;
const LARGEST_FILE = 1_000_000;

/** Every Markdown file below a folder, README left out, in a fixed order. A missing folder has none. */
export function listContentFiles(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.md') && basename(name).toLowerCase() !== 'readme.md')
    .filter((name) => !name.split(sep).some((part) => part.startsWith('.')))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads the content of a folder. What cannot be read or is misnamed is a problem, not an exception. */
export function readContentFiles(folder: string, source: ContentSource): ContentFiles {
  const files: ContentFile[] = [];
  const problems: ContentProblem[] = [];
  for (const file of listContentFiles(folder)) {
    const read = readOne(file, folder, source);
    if (typeof read === 'string') problems.push(fileProblem(file, read));
    else files.push(read);
  }
  return { files, problems };
}

/** A problem of a file as a whole. */
export function fileProblem(file: string, message: string): ContentProblem {
  return { file, line: 1, column: 1, path: '', message };
}

function readOne(file: string, folder: string, source: ContentSource): ContentFile | string {
  const [, id, code] = NAME.exec(basename(file)) ?? [];
  const lang = languages.find((known) => known === code);
  const group = relative(folder, dirname(file));
  if (id === undefined || lang === undefined || group === '' || group.includes(sep)) {
    return 'the file must be <folder>/<id>.<lang>.md, such as hold/hold-with-time.ru.md';
  }
  try {
    if (statSync(file).size > LARGEST_FILE) return `the file is larger than ${LARGEST_FILE} bytes`;
    return { file, source, group, id, lang, text: readFileSync(file, 'utf8') };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
