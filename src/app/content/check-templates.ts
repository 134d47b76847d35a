import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Paths } from '../../config/paths.ts';
import {
  joinTemplateFiles,
  PARTS,
  readLooseTemplates,
  readTemplateFiles,
  type TemplateFiles,
} from '../../content/read-template-files.ts';
import type { TemplateProblem } from '../../content/template-problem.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createReplyEngine } from '../../render/reply-engine.ts';
import { lazy } from '../../util/lazy.ts';
import { UserError } from '../../util/user-error.ts';
import { readDeskConfig } from '../desk/read-desk-config.ts';
import { readTemplates } from './read-templates.ts';

/** What a check of templates has found. */
export interface CheckedTemplates {
  /** How many files were looked at. */
  readonly checked: number;
  readonly problems: readonly TemplateProblem[];
}

/**
 * Checks the templates of a desk, or files and folders that are to become part of it. None of them
 * is trusted: each body is read in a thread that is killed when it does not end. Throws UserErrors.
 */
export async function checkTemplates(
  paths: Paths,
  typed: readonly string[],
): Promise<CheckedTemplates> {
  const { timeZone: deskTimeZone } = await readDeskConfig(paths);
  const ru = lazy(() => createReplyEngine({ language: 'ru', deskTimeZone }));
  const en = lazy(() => createReplyEngine({ language: 'en', deskTimeZone }));
  const engine = (language: Language) => (language === 'ru' ? ru() : en());
  const desk = joinTemplateFiles(
    readTemplateFiles(join(paths.content, 'templates/replies'), 'shipped'),
    readTemplateFiles(join(paths.overlay, 'replies'), 'overlay'),
  );
  const own = typed.length === 0 ? desk : joinTemplateFiles(...typed.map(readTyped));
  const all = typed.length === 0 ? desk : withPartsOf(desk, own);
  const { problems } = await readTemplates(all, { engine, deskTimeZone });
  const files = new Set([...own.files, ...own.problems].map(({ file }) => file));
  return {
    checked: files.size,
    problems: problems.filter(({ file }) => files.has(file)).toSorted(byPlace),
  };
}

function readTyped(path: string): TemplateFiles {
  if (!statSync(path, { throwIfNoEntry: false })) throw new UserError('file-not-found', { path });
  return readLooseTemplates(path);
}

/** What is checked may use the parts beside it, and those that the desk has already. */
function withPartsOf(desk: TemplateFiles, own: TemplateFiles): TemplateFiles {
  const read = new Set(own.files.map(({ file }) => resolve(file)));
  const beside = own.files.flatMap(({ file, group }) => {
    return group === PARTS ? [] : [join(file, '..', PARTS), join(file, '../..', PARTS)];
  });
  const parts = [
    ...desk.files.filter(({ group }) => group === PARTS),
    ...[...new Set(beside)].flatMap((folder) => partsIn(folder)),
  ].filter(({ file }) => !read.has(resolve(file)));
  const known = new Map(parts.map((part) => [resolve(part.file), part]));
  return { files: [...known.values(), ...own.files], problems: own.problems };
}

function partsIn(folder: string): TemplateFiles['files'] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readLooseTemplates(folder).files.filter(
    ({ file }) => basename(join(file, '..')) === PARTS,
  );
}

function byPlace(a: TemplateProblem, b: TemplateProblem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
