import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DeskProblem, fileProblem } from './desk-problem.ts';
import { ownFile } from './own-file.ts';
import { partNames } from './read-pack.ts';

/** Files of a pack that have loaders of their own: words, not rules. */
export const dataNames = ['wording', 'glossary', 'spelling', 'promises', 'checklists'] as const;
export type DataName = (typeof dataNames)[number];

const KNOWN: readonly string[] = [...partNames, ...dataNames];

/** What is wrong with a folder as a whole: nothing of a pack in it, or files that nobody reads. */
export function folderProblems(folder: string): readonly DeskProblem[] {
  if (!isFolder(folder)) {
    return [fileProblem(folder, existsSync(folder) ? 'folder-not' : 'folder-missing')];
  }
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/i.test(name));
  if (!names.some(isKnown)) return [fileProblem(folder, 'folder-unknown')];
  return names
    .filter((name) => !isKnown(name))
    .toSorted()
    .map((name) => fileProblem(join(folder, name), 'file-unknown', { known: KNOWN.join(', ') }));
}

/** Which of the known files a folder has, by name without `.yaml`. */
export function namesIn(folder: string): readonly string[] {
  return KNOWN.filter((name) => existsSync(join(folder, `${name}.yaml`)));
}

/** The texts of the files of a pack, by file name. */
export function readTexts(folder: string): Readonly<Record<string, string>> {
  const files = namesIn(folder).map((name) => `${name}.yaml`);
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

/** The desk's own file of words; null without one. A copy of the shipped file says nothing new. */
export function ownWords(name: DataName, own: readonly string[], shipped: string): string | null {
  const file = `${name}.yaml`;
  const path = ownFile(file, own);
  if (path === null) return null;
  return readFileSync(path).equals(readFileSync(join(shipped, file))) ? null : path;
}

function isKnown(name: string): boolean {
  return name.endsWith('.yaml') && KNOWN.includes(name.slice(0, -'.yaml'.length));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
