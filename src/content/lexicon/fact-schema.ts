import { z } from 'zod';
import { map } from '../desk/words.ts';
import type { FactDetector, FactRule } from '../scenario/fact-rule.ts';
import { maybeSpeech, name, speech } from '../scenario/words.ts';

const detectors = [
  'promise',
  'hold',
  'introduction',
  'question',
  'customer-name',
] as const satisfies readonly FactDetector[];

// A bare 4117 or 83 is a word like any other.
const pattern = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().trim().min(1).max(4_000),
);

const example = speech.pipe(z.string().max(4_000));

const fact = map({
  title: maybeSpeech,
  rule: maybeSpeech,
  any: z.array(z.array(z.array(pattern)).min(1)).default([]),
  unless: z.array(pattern).default([]),
  detector: z.enum(detectors).nullable().default(null),
  examples: map({
    pass: z.array(example).default([]),
    fail: z.array(example).default([]),
  }).prefault({}),
}).transform((given, context) => {
  const hasWords = given.any.length > 0 || given.detector !== null;
  if (!hasWords) context.addIssue({ code: 'custom', message: 'fact-without-words' });
  return given;
});

/** Facts by their ids. */
export const factsSchema = z
  .record(name, fact)
  .default({})
  .transform((facts): ReadonlyMap<string, FactRule> => {
    return new Map(Object.entries(facts).map(([id, rule]) => [id, { id, ...rule }]));
  });

/** A file of facts that any scenario of its language may use. */
export const factsFile = map({
  format: z.literal('smena-facts/1'),
  version: z.int().min(1),
  facts: factsSchema,
});
