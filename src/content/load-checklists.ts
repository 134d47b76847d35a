import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type ContentProblem, checkSource, problemAt, readYaml } from './content-problem.ts';
import { deskFile } from './desk/own-file.ts';
import { type CheckPattern, patternPaths } from './load-wording.ts';
import { patterns } from './wording.ts';

const examples = z.strictObject({
  yes: z.array(z.string().min(1)).default([]),
  no: z.array(z.string().min(1)).default([]),
});

const said = z.strictObject({
  ru: patterns.shape.ru,
  en: patterns.shape.en,
  examples: examples.optional(),
});
/** In which words something is said, and messages with which the patterns are tried. */
export type SaidData = z.infer<typeof said>;

const phrase = z.strictObject({ ru: z.string().trim().min(1), en: z.string().trim().min(1) });

const step = said.extend({ add: phrase });

const checklists = z.strictObject({
  conflict: z.strictObject({
    talk: said,
    feeling: said,
    fixing: said,
    bans: z.strictObject({ emotion: said, panic: said, arguing: said }),
  }),
  closing: z.strictObject({
    closes: said,
    solved: step,
    prevent: step,
    questions: step,
    thanks: step,
    confirm: step,
  }),
});
/** What ticks the steps of the two lists that stand beside the work. */
export type ChecklistData = z.infer<typeof checklists>;

export interface LoadedChecklists {
  /** The shipped lists when the desk's own file is broken; null when both are. */
  readonly data: ChecklistData | null;
  readonly problems: readonly ContentProblem[];
}

/**
 * Reads `checklists.yaml`: the desk's own file stands in for the shipped one. Only patterns that did
 * not come with the program are tried for what they may cost.
 */
export function loadChecklists(
  folder: string,
  own: readonly string[],
  checkPattern: CheckPattern,
): LoadedChecklists {
  const shipped = deskFile('checklists.yaml', folder, []);
  const file = deskFile('checklists.yaml', folder, own);
  if (file === shipped) return readChecklists(shipped, () => null);
  const written = readChecklists(file, checkPattern);
  if (written.data !== null) return written;
  return { data: readChecklists(shipped, () => null).data, problems: written.problems };
}

function readChecklists(file: string, checkPattern: CheckPattern): LoadedChecklists {
  const source = readYaml(file, readFileSync(file, 'utf8'));
  if (!source.ok) return { data: null, problems: source.problem };
  const wrong = patternPaths(source.value.value, []).flatMap(({ path, text }) => {
    const remark = checkPattern(text);
    return remark === null ? [] : [problemAt(source.value, path, remark)];
  });
  const checked = checkSource(source.value, checklists);
  if (!checked.ok) return { data: null, problems: checked.problem };
  return wrong.length > 0 ? { data: null, problems: wrong } : { data: checked.value, problems: [] };
}
