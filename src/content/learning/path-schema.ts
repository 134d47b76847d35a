import { z } from 'zod';
import { channels } from '../../domain/vocabulary.ts';
import { code, map, text } from '../desk/words.ts';

const base = { id: code, requires: z.array(code).default([]) };

const item = z.discriminatedUnion('kind', [
  map({
    ...base,
    kind: z.literal('lesson'),
    title: text,
    article: code.nullable().default(null),
    card: code.nullable().default(null),
  }),
  map({
    ...base,
    kind: z.literal('quiz'),
    title: text,
    topics: z.array(code).min(1),
    count: z.number().int().min(1).max(100),
    pass: z.number().min(1).max(100).default(80),
    attestation: z.boolean().default(false),
  }),
  map({
    ...base,
    kind: z.literal('scenario'),
    title: text.nullable().default(null),
    scenario: code,
    mode: z.enum(['practice', 'exam']).default('practice'),
  }),
]);
export type ItemData = z.infer<typeof item>;

/** The form of a file `smena-path/1`. */
export const pathSchema = map({
  format: z.literal('smena-path/1'),
  title: text,
  days: z
    .array(map({ day: z.number().int().min(1).max(60), title: text, items: z.array(item).min(1) }))
    .min(1),
  signOffs: z
    .array(map({ channel: z.enum(channels), scenarios: z.array(code).min(1) }))
    .default([]),
});
export type PathData = z.infer<typeof pathSchema>;

const option = map({ text, right: z.boolean().default(false) });

/** The form of a file `smena-quiz/1`: questions on one topic. */
export const quizSchema = map({
  format: z.literal('smena-quiz/1'),
  topic: code,
  title: text,
  questions: z
    .array(map({ id: code, text, options: z.array(option).min(2).max(6), why: text, source: text }))
    .min(1),
});
export type QuizFileData = z.infer<typeof quizSchema>;
