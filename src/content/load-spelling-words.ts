import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ContentProblem, checkYaml, describeProblem } from './content-problem.ts';

/** The words of the trade of one desk, each as `word` or `word/word inflected alike`. */
export interface LoadedSpellingWords {
  readonly words: readonly string[];
  /** A line each, with its place. */
  readonly problems: readonly string[];
}

const words = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat().flatMap((line) => line.split(/\s+/).filter(Boolean)));

const schema = z.strictObject({
  /** A word of the dictionary → the words that are inflected as it is. */
  like: z.record(z.string(), words).default({}),
  /** Words of one form. */
  words: words.default([]),
});

/** What is wrong with a file of words. */
export function spellingProblems(file: string): readonly ContentProblem[] {
  const checked = checkYaml(file, readFileSync(file, 'utf8'), schema);
  return checked.ok ? [] : checked.problem;
}

/**
 * Reads the words of the shipped file and of the desk's own, which adds to them. A file with
 * mistakes gives no words, only its problems.
 */
export function loadSpellingWords(files: readonly string[]): LoadedSpellingWords {
  const problems: string[] = [];
  const found: string[] = [];
  for (const file of files.filter((path) => existsSync(path))) {
    const checked = checkYaml(file, readFileSync(file, 'utf8'), schema);
    if (checked.ok) {
      for (const [like, list] of Object.entries(checked.value.like)) {
        found.push(...list.map((word) => `${word}/${like}`));
      }
      found.push(...checked.value.words);
    } else problems.push(...checked.problem.map(describeProblem));
  }
  return { words: found, problems };
}
