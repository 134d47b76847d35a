import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../domain/vocabulary.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { listFiles } from '../content-files.ts';
import type { YamlSource } from '../content-problem.ts';
import { checkPart, readPackSource } from '../desk/pack-file.ts';
import type { FactRule } from '../scenario/fact-rule.ts';
import type { ScenarioProblem } from '../scenario/scenario-problem.ts';
import { factsFile } from './fact-schema.ts';

/** The facts of one file, with the text that they were read from. */
export interface FactsFile {
  readonly version: number;
  readonly facts: ReadonlyMap<string, FactRule>;
  readonly source: YamlSource;
}

/** The facts that every scenario of a language may use. */
export interface Lexicon {
  readonly lang: Language;
  /** By id; where the desk has one of its own, that one. */
  readonly facts: ReadonlyMap<string, FactRule>;
  /** The versions of the files that it is made of, for whoever wants to know by what was judged. */
  readonly versions: Readonly<Record<string, number>>;
  /** What is wrong in the files; a broken file keeps out only itself. */
  readonly problems: readonly ScenarioProblem[];
}

/** The files of a language in a folder: `<lang>.yaml` and all of `<lang>/`. */
export function listFactsFiles(folder: string, lang: Language): readonly string[] {
  const alone = join(folder, `${lang}.yaml`);
  const more = listFiles(join(folder, lang), (name) => /\.ya?ml$/.test(name));
  return existsSync(alone) ? [alone, ...more] : more;
}

/** Reads a file of facts: all of them, or everything that is wrong with it by itself. */
export function readFactsFile(file: string): Result<FactsFile, readonly ScenarioProblem[]> {
  const source = readPackSource(file);
  if (!source.ok) return source;
  const checked = checkPart(source.value, factsFile);
  if (!checked.ok) return fail(checked.problem);
  const { version, facts } = checked.value;
  return ok({ version, facts, source: source.value });
}

/** Reads the facts of a language: the shipped ones, and over them those of the desk, fact by fact. */
export function loadLexicon(folders: readonly string[], lang: Language): Lexicon {
  const facts = new Map<string, FactRule>();
  const versions: Record<string, number> = {};
  const problems: ScenarioProblem[] = [];
  for (const file of folders.flatMap((folder) => listFactsFiles(folder, lang))) {
    const read = readFactsFile(file);
    if (!read.ok) {
      problems.push(...read.problem);
      continue;
    }
    versions[file] = read.value.version;
    for (const [id, fact] of read.value.facts) facts.set(id, fact);
  }
  return { lang, facts, versions, problems };
}
