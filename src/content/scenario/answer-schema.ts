import { z } from 'zod';
import { promiseKinds } from '../../domain/vocabulary.ts';
import { duration, map, oneOrMore } from '../desk/words.ts';
import type { ActionStep, Choice, ExpectedFact, FieldRule, ForbiddenFact } from './answer.ts';
import { onePointsOf, pointsIn, pointsInMany, pointsOf } from './points-schema.ts';
import { routes } from './route-schema.ts';
import { instant, lesson, moodChange, name, named, names, points, speech, value } from './words.ts';

const expected = map({
  fact: name,
  ...pointsIn,
  required: z.boolean().default(false),
  ...lesson,
}).transform(({ required, ...fact }, context): ExpectedFact => {
  const { points, section } = onePointsOf(fact, context) ?? { points: 0, section: '' };
  return { ...fact, points, section, isRequired: required };
});

const forbidden = map({
  fact: name,
  critical: name.nullable().default(null),
  penalty: points.default(0),
  section: name.nullable().default(null),
  mood: moodChange.default(0),
  ...lesson,
}).transform(({ penalty, section, ...fact }, context): ForbiddenFact => {
  return { ...fact, penalty: onePointsOf({ points: penalty, section }, context) };
});

/** What a reply is looked through for, and where it leads. */
export const replySchema = map({
  expect: z.array(expected).default([]),
  forbid: z.array(forbidden).default([]),
  routes,
});

const promise = map({
  kind: z.enum(promiseKinds),
  in: duration.nullable().default(null),
  due: instant.nullable().default(null),
}).transform((given, context) => {
  const isClear = (given.in === null) !== (given.due === null);
  if (!isClear) context.addIssue({ code: 'custom', message: 'promise-when' });
  return given;
});

/** What a choice looks like before it is known where its step stands. */
export type WrittenChoice = Omit<Choice, 'id' | 'isSent'> & {
  readonly id: string | null;
  readonly sends: boolean | null;
};

const choice = map({
  id: name.nullable().default(null),
  text: speech,
  goto: name,
  ...pointsInMany,
  mood: moodChange.default(0),
  flags: names.default([]),
  set: named(value),
  critical: name.nullable().default(null),
  promise: promise.nullable().default(null),
  sends: z.boolean().nullable().default(null),
  ...lesson,
}).transform(({ section, ...written }, context): WrittenChoice => {
  return { ...written, points: pointsOf({ points: written.points, section }, context) };
});

/** Ways of going on that are offered, at least two. */
export const choicesSchema = z.array(choice).min(2);

const option = z.preprocess(
  (given) => {
    const isWord = typeof given === 'string' || typeof given === 'number';
    return isWord ? { value: String(given), label: String(given) } : given;
  },
  map({ value: z.coerce.string().min(1), label: speech }),
);

const field = map({
  label: speech.nullable().default(null),
  options: z.array(option).default([]),
  equals: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
  oneOf: z.array(value).default([]),
  contains: speech.nullable().default(null),
  includes: oneOrMore(z.coerce.string().min(1)).default([]),
  minWords: z.int().min(1).max(200).nullable().default(null),
  present: z.boolean().default(false),
  has: names.default([]),
  lacks: names.default([]),
  required: z.boolean().default(false),
  ...pointsIn,
  zeroIfMissing: name.nullable().default(null),
  ...lesson,
}).transform(({ section, present, required, ...rule }, context): FieldRule => {
  const points = onePointsOf({ points: rule.points, section }, context);
  return { ...rule, points, isPresent: present, isRequired: required };
});

/** Something to be done with the ticket, and what its form asks for. */
export const actionSchema = map({
  name,
  form: named(field),
  routes,
  ...lesson,
}).transform((action): ActionStep => action);
