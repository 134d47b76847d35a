import { z } from 'zod';
import {
  audiences,
  channels,
  kinds,
  languages,
  priorities,
  roles,
  statuses,
} from '../../domain/vocabulary.ts';
import { createZone } from '../../util/zoned-time.ts';

/**
 * The pieces that the parts of a desk pack are made of. Where a piece refuses a value, its message is
 * the code of a problem; the sentence stands in `i18n/`.
 */

/** A map that knows its keys: a misspelt one is told together with those that there are. */
export function map<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, toldKeys(Object.keys(shape)));
}

/** A table from words that are known to values. */
export function table<Key extends string, Value extends z.ZodType>(
  keys: readonly [Key, ...Key[]],
  value: Value,
) {
  return z.partialRecord(z.enum(keys), value, toldKeys(keys));
}

function toldKeys(keys: readonly string[]) {
  const known = keys.join(', ');
  return {
    error: ({ code }: { readonly code: string }) => {
      return code === 'unrecognized_keys' ? known : undefined;
    },
  };
}

/** A text that says something. */
export const text = z.string().trim().min(1);

/** A name in every language, or one for all of them. */
export const localName = z.preprocess(
  (value) => (['string', 'number'].includes(typeof value) ? inAll(String(value)) : value),
  map({ ru: text, en: text }),
);

function inAll(name: string) {
  return Object.fromEntries(languages.map((one) => [one, name]));
}

/** A code of the pack's own. */
export const code = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'no-code');

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A length of time, in ms. */
export const duration = z
  .string()
  .regex(/^\d{1,6}[smhd]$/, 'no-duration')
  .transform((value) => {
    return Number.parseInt(value, 10) * units[value.slice(-1) as keyof typeof units];
  });

/** An IANA zone; a fixed offset is none. */
export const timeZone = z.string().refine((zone) => {
  try {
    createZone(zone);
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}, 'zone-unknown');

/** A time of day, in minutes from midnight. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no-clock-time')
  .transform((value) => Number(value.slice(0, 2)) * 60 + Number(value.slice(3)));

/** A day of the calendar. */
export const day = z.string().refine(isDay, 'no-date');

function isDay(text: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A moment with its offset, epoch ms. */
export const moment = z
  .string()
  .refine((value) => {
    const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(value);
    return isWritten && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  }, 'no-moment')
  .transform((value) => Date.parse(value));

/** A line; a bare 1 is read as "1". */
export const lineCode = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().regex(/^([1-5]|vendor)$/, 'no-line'),
);

export const status = z.enum(statuses);
export const kind = z.enum(kinds);
export const priority = z.enum(priorities);
const channel = z.enum(channels);
export const role = z.enum(roles);
export const language = z.enum(languages);

/** One thing or a list of them. */
export function oneOrMore<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? [value] : value),
    z.array(item).min(1),
  );
}

const matchShape = {
  kinds: oneOrMore(kind).optional(),
  priorities: oneOrMore(priority).optional(),
  channels: oneOrMore(channel).optional(),
  audience: z.enum(audiences).optional(),
  lines: oneOrMore(lineCode).optional(),
  tags: oneOrMore(text).optional(),
  customers: oneOrMore(text).optional(),
  levels: oneOrMore(text).optional(),
};

/** Which tickets something is for. */
export const ticketMatch = map(matchShape);

const hoursShape = { inside: code.optional(), outside: code.optional() };

/** Which tickets a ladder is for, and at which hours. */
export const ladderMatch = map({ ...matchShape, ...hoursShape });

/** Which new tickets a routing rule is for. */
export const routingMatch = map({
  ...matchShape,
  ...hoursShape,
  words: oneOrMore(text).optional(),
  towns: oneOrMore(text).optional(),
});
