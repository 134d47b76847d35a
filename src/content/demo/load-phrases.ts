import { join } from 'node:path';
import {
  type ContentPath,
  type ContentProblem,
  problemAt,
  type YamlSource,
} from '../content-problem.ts';
import { commonSchema, type DemoPhrases, type Topic, topicsSchema } from './demo-phrases.ts';
import { isBuiltInSlot, slotsOf } from './expand-phrase.ts';
import { readChecked, yamlFiles } from './load-demo.ts';

/** The phrases of the generator, or null with the problems that make them useless. */
export interface LoadedPhrases {
  readonly phrases: DemoPhrases | null;
  readonly problems: readonly ContentProblem[];
}

/** Slots that the generator itself fills. */
const givenSlots: ReadonlySet<string> = new Set([
  ...['s', 'sign', 'hi', 'itsMe', 'callNom', 'ask', 'askLow', 'ok', 'okTail', 'fix'],
  ...['symptom', 'look', 'plan', 'vendor'],
]);

/** Reads `generator/common.yaml` and `generator/topics*.yaml` of a demo folder. */
export function loadPhrases(folder: string): LoadedPhrases {
  const problems: ContentProblem[] = [];
  const generator = join(folder, 'generator');
  const common = readChecked(join(generator, 'common.yaml'), commonSchema, problems);
  if (!common) return { phrases: null, problems };
  const names = new Set([...givenSlots, ...Object.keys(common.value.vars)]);
  problems.push(...unknownSlots(common.source, [], common.source.value, names));
  const topics: Topic[] = [];
  for (const file of yamlFiles(generator, /^topics.*\.yaml$/, problems)) {
    const read = readChecked(file, topicsSchema, problems);
    for (const [i, topic] of (read?.value ?? []).entries()) {
      topics.push(topic);
      if (read) problems.push(...topicProblems(read.source, i, topic, names));
    }
  }
  return { phrases: { ...common.value, topics }, problems };
}

function topicProblems(
  source: YamlSource,
  index: number,
  topic: Topic,
  names: ReadonlySet<string>,
): readonly ContentProblem[] {
  const known = new Set([...names, ...Object.keys(topic.vars)]);
  const raw = Array.isArray(source.value) ? source.value[index] : null;
  const problems = unknownSlots(source, [index], raw, known);
  if ((topic.again === undefined) === (topic.refix === undefined)) return problems;
  return [...problems, problemAt(source, [index], 'again and refix belong together')];
}

/** A misspelt slot would reach the screen in braces. */
function unknownSlots(
  source: YamlSource,
  path: ContentPath,
  value: unknown,
  known: ReadonlySet<string>,
): readonly ContentProblem[] {
  if (typeof value === 'string') {
    const names = slotsOf(value).filter((name) => !isBuiltInSlot(name) && !known.has(name));
    return names.map((name) => problemAt(source, path, `no slot {${name}}`));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    unknownSlots(source, [...path, key], child, known),
  );
}
