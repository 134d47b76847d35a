import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import type { ContentSource } from '../domain/article.ts';
import { languages } from '../domain/vocabulary.ts';
import { type ContentFile, listContentFiles } from './content-files.ts';
import type { TemplateProblem, TemplateProblemCode } from './template-problem.ts';

/** Files of templates and parts as they were read, from one folder or several. */
export interface TemplateFiles {
  readonly files: readonly ContentFile[];
  /** Of files that could not be read. */
  readonly problems: readonly TemplateProblem[];
}

/** The folder of the texts that templates share. */
export const PARTS = 'parts';

const NAME = /^([a-z0-9][a-z0-9-]*)\.([a-z]{2})\.md$/;
const LARGEST_FILE = 200_000;

/** Reads `<situation>/<id>.<lang>.md` below a folder, in a fixed order. A missing folder has none. */
export function readTemplateFiles(folder: string, source: ContentSource): TemplateFiles {
  return gather(
    listContentFiles(folder).map((file) => {
      const group = relative(folder, dirname(file));
      const isPlaced = group !== '' && !group.includes(sep);
      const isNamed = NAME.test(basename(file));
      return isPlaced || !isNamed ? readOne(file, group, source) : problem(file, 'file-name');
    }),
  );
}

/**
 * Reads templates that lie anywhere: one file, or all below a folder. Only in a folder one level
 * down does the name of the folder tell the situation.
 */
export function readLooseTemplates(path: string): TemplateFiles {
  const isFile = !statSync(path).isDirectory();
  const files = isFile ? [path] : listContentFiles(path);
  return gather(
    files.map((file) => {
      const folder = basename(dirname(resolve(file)));
      const group = isFile ? '' : relative(path, dirname(file));
      const isPlaced = group !== '' && !group.includes(sep);
      return readOne(file, folder === PARTS || isPlaced ? folder : '', 'overlay');
    }),
  );
}

/** The files of several folders as one. */
export function joinTemplateFiles(...all: readonly TemplateFiles[]): TemplateFiles {
  return {
    files: all.flatMap(({ files }) => files),
    problems: all.flatMap(({ problems }) => problems),
  };
}

function gather(read: readonly (ContentFile | TemplateProblem)[]): TemplateFiles {
  return {
    files: read.filter((one) => 'text' in one),
    problems: read.filter((one) => 'code' in one),
  };
}

function readOne(
  file: string,
  group: string,
  source: ContentSource,
): ContentFile | TemplateProblem {
  try {
    const stat = statSync(file);
    // Reading a pipe or a device would never end; a folder stands here when it may not be listed.
    if (!stat.isFile()) {
      const reason = stat.isDirectory() ? 'EACCES' : 'no file';
      return problem(file, 'file-not-readable', { reason });
    }
    const [, id, code] = NAME.exec(basename(file)) ?? [];
    const lang = languages.find((known) => known === code);
    if (id === undefined || lang === undefined) return problem(file, 'file-name');
    if (stat.size > LARGEST_FILE) {
      return problem(file, 'file-too-large', { most: LARGEST_FILE / 1_000 });
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    return { file, source, group, id, lang, text };
  } catch (error) {
    if (error instanceof TypeError) return problem(file, 'not-utf8');
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return problem(file, 'file-not-readable', { reason });
  }
}

function problem(
  file: string,
  code: TemplateProblemCode,
  params: TemplateProblem['params'] = {},
): TemplateProblem {
  return { file, line: 1, column: 1, code, params };
}
