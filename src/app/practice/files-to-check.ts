import { readFileSync, statSync } from 'node:fs';
import { listFiles } from '../../content/content-files.ts';
import { listFactsFiles } from '../../content/lexicon/load-lexicon.ts';
import { isScenarioName, listScenarioFiles } from '../../content/scenario/scenario-files.ts';
import { languages } from '../../domain/vocabulary.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';
import { ownLearningFolder, shippedLearningFolder } from './learning-path.ts';
import { lexiconFolders, scenarioFolders } from './load-scenarios.ts';

/** Files of practice, by what they hold. */
export interface FilesToCheck {
  readonly scenarios: readonly string[];
  readonly facts: readonly string[];
  /** Learning paths and questions. */
  readonly learning: readonly string[];
}

/** All scenarios and facts of a desk, shipped ones and its own. */
export function filesInForce(desk: Pick<Desk, 'paths'>): FilesToCheck {
  const facts = lexiconFolders(desk).flatMap((folder) => {
    return languages.flatMap((lang) => listFactsFiles(folder, lang));
  });
  const learning = [shippedLearningFolder(desk.paths), ownLearningFolder(desk.paths)].flatMap(
    (folder) => listFiles(folder, isYaml),
  );
  return { scenarios: scenarioFolders(desk).flatMap(listScenarioFiles), facts, learning };
}

/** Scenarios, facts, paths and questions of files and folders. Throws UserErrors. */
export function filesOf(typed: readonly string[]): FilesToCheck {
  const files = [...new Set(typed.flatMap(filesAt))];
  const facts = files.filter(isFactsFile);
  const learning = files.filter(isLearningFile);
  const others = new Set([...facts, ...learning]);
  return { scenarios: files.filter((file) => !others.has(file)), facts, learning };
}

/** In a folder lies more than practice; a file that is named is meant. */
function filesAt(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const files = listFiles(path, isYaml).filter((file) => {
    // A folder without rights stands in the list itself.
    return isScenarioName(file) || isFactsFile(file) || isLearningFile(file) || isFolder(file);
  });
  if (files.length === 0) throw new UserError('no-practice-files', { path });
  return files;
}

/** What is not there or out of reach is told when it is read, beside what is wrong with the others. */
function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

const FACTS = /^\uFEFF?(?:\s*#.*\n|\s*\n)*format:\s*["']?smena-facts\//;
const LEARNING = /^\uFEFF?(?:\s*#.*\n|\s*\n)*format:\s*["']?smena-(?:path|quiz)\//;

function isFactsFile(file: string): boolean {
  return hasHead(file, FACTS);
}

function isLearningFile(file: string): boolean {
  return hasHead(file, LEARNING);
}

function hasHead(file: string, head: RegExp): boolean {
  if (isScenarioName(file)) return false;
  try {
    return statSync(file).isFile() && head.test(readFileSync(file, 'utf8').slice(0, HEAD));
  } catch {
    // Whoever reads it tells why it cannot be read.
    return false;
  }
}

/** Comments may stand above the format. */
const HEAD = 4_000;
