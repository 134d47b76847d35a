import { z } from 'zod';
import { map, oneOrMore } from '../desk/words.ts';
import { replySchema } from './answer-schema.ts';
import { onePointsOf, pointsIn } from './points-schema.ts';
import { lesson, maybeSpeech, name, named, speech } from './words.ts';

const word = z.union([z.string().min(1), z.number(), z.boolean()], 'value-wrong').transform(String);

const { expect, forbid } = replySchema.shape;

const item = map({
  id: name.nullable().default(null),
  /** A bad phrase that is to be said well, or the text of a letter that is to be classified. */
  text: speech,
  subject: maybeSpeech,
  expect,
  forbid,
  answers: named(oneOrMore(word)),
  reference: maybeSpeech,
  hints: z.array(speech).max(3).default([]),
  ...lesson,
});

/** One phrase of a sprint, or one letter of a quiz. */
export type WrittenItem = z.output<typeof item>;

const field = map({
  label: speech,
  options: z.array(
    z.preprocess(
      (given) => (typeof given === 'object' ? given : { value: given, label: given }),
      map({ value: word, label: z.coerce.string().min(1) }),
    ),
  ),
  ...pointsIn,
  rule: maybeSpeech,
}).transform(({ section, ...rest }, context) => {
  return { ...rest, points: onePointsOf({ points: rest.points, section }, context) };
});

/** A question of a quiz that is asked of each of its letters. */
export type WrittenField = z.output<typeof field>;

/** Phrases or letters, each of which becomes a step. */
export const itemsSchema = z.array(item).default([]);

/** What holds for all items of a sprint or quiz. */
export const itemsShape = {
  /** How many are drawn of them; all in their order without it. */
  draw: z.int().min(1).max(50).nullable().default(null),
  /** The questions of a quiz. */
  fields: named(field),
  /** Where it goes after the last one. */
  next: name.nullable().default(null),
};
