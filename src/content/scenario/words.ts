import { z } from 'zod';
import { moment } from '../desk/words.ts';

/**
 * The pieces that practice files are made of. Where a piece refuses a value, its message is the code
 * of a problem; the sentence stands in `i18n/`.
 */

/** A name that one part of a file gives to another: a step, a fact, a section, a field of a form. */
export const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'no-name');

/** What somebody says, or a log: as it was written, without the empty end of its block. */
export const speech = z
  .string()
  .refine((value) => value.trim() !== '', 'text-empty')
  .transform((value) => value.trimEnd());

/** A text that may be left out; a key without a text is a mistake. */
export const maybeSpeech = speech.optional().transform((text) => text ?? null);

/** An instant with its offset, epoch ms. */
export const instant = moment;

/** Points; below zero nothing is given, it is taken by other words. */
export const points = z.number().min(0).max(100);

/** A change of the customer's mood. */
export const moodChange = z.int().min(-4).max(4);

/** What a hidden value of a run may be. */
export const value = z.union([z.string(), z.number()], 'value-wrong');

/** One name or a list of them. */
export const names = z.preprocess(
  (given) => (typeof given === 'string' ? [given] : given),
  z.array(name),
);

/** A map of names as a Map, in its order. */
export function named<Item extends z.ZodType>(item: Item) {
  return z
    .record(name, item)
    .default({})
    .transform((all): ReadonlyMap<string, z.output<Item>> => new Map(Object.entries(all)));
}

/** What a scored thing teaches. */
export const lesson = {
  why: maybeSpeech,
  rule: maybeSpeech,
};
