import { z } from 'zod';

/** How much a finding weighs: E keeps a message back, W warns, H is a hint of the review. */
export const severities = ['E', 'W', 'H'] as const;
export type Severity = (typeof severities)[number];

/** Channels as far as wording cares. */
const wordingChannels = ['mail', 'chat', 'phone'] as const;
export type WordingChannel = (typeof wordingChannels)[number];

const LONGEST_PATTERN = 1_500;

const both = z.strictObject({ ru: z.string().trim().min(1), en: z.string().trim().min(1) });
/** A sentence in both languages of the desk. */
export type BothLanguages = z.infer<typeof both>;

const source = z.string().min(1).max(LONGEST_PATTERN);

const conditioned = z.strictObject({
  find: source,
  /** Letter case matters. */
  cased: z.literal(true).optional(),
  /** May begin or end inside a word. */
  bare: z.literal(true).optional(),
  notAfter: source.optional(),
  notBefore: source.optional(),
  /** Must not stand anywhere in the sentence, or anywhere in the message. */
  notIn: source.optional(),
  notInMessage: source.optional(),
  only: z.enum(['question', 'statement', 'start']).optional(),
  /** Cannot be sent over. */
  absolute: z.literal(true).optional(),
  /** Also fine when the message names a time. */
  unlessTime: z.literal(true).optional(),
  suggestion: both.optional(),
});
const pattern = z.union([
  source.transform((find): z.infer<typeof conditioned> => ({ find })),
  conditioned,
]);
/** What is looked for, and where it is fine nevertheless. */
export type PatternData = z.infer<typeof pattern>;

/** Patterns by the language of the message. */
export const patterns = z.strictObject({
  ru: z.array(pattern).optional(),
  en: z.array(pattern).optional(),
  /** For messages of either language. */
  any: z.array(pattern).optional(),
});
export type PatternLists = z.infer<typeof patterns>;

const exampleObject = z.strictObject({
  text: z.string(),
  lang: z.enum(['ru', 'en']).optional(),
  kind: z.string().optional(),
  channel: z.enum(wordingChannels).optional(),
  audience: z.enum(['customer', 'internal']).optional(),
  customer: z.string().optional(),
  /** What has to be marked. */
  marks: z.string().optional(),
  severity: z.enum(severities).optional(),
});
const example = z.union([
  z
    .string()
    .min(1)
    .transform((text): z.infer<typeof exampleObject> => ({ text })),
  exampleObject,
]);

/** Checks that are more than a pattern; each is a function of its own. */
export const checkNames = [
  'jargon',
  'shouting',
  'copied-article',
  'overload',
  'courtesy',
  'no-reason',
  'leak',
  'hold-without-minutes',
  'unconfirmed-closing',
  'card-number',
  'spelling',
] as const;
export type CheckName = (typeof checkNames)[number];

const ruleFields = {
  severity: z.enum(severities),
  /** Another severity for a kind of message. */
  severityIn: z.record(z.string(), z.enum(severities)),
  /** Cannot be sent over. */
  absolute: z.boolean(),
  audience: z.enum(['customer', 'any']),
  channels: z.array(z.enum(wordingChannels)).min(1),
  kinds: z.array(z.string()).min(1),
  /** Fine when the message names a time. */
  unlessTime: z.boolean(),
  /** Looks into code and addresses too; quoted words of the customer are left alone always. */
  seesCode: z.boolean(),
  message: both,
  suggestion: both,
  patterns,
  check: z.enum(checkNames),
  words: z.record(z.string(), patterns),
  limits: z.record(z.string(), z.number()),
  /** What is said when a check finds one of several things. */
  variants: z.record(z.string(), z.strictObject({ message: both, suggestion: both })),
  examples: z.strictObject({
    bad: z.array(example).optional(),
    good: z.array(example).optional(),
  }),
};

const id = z.string().regex(/^(?:[A-Z]\d{2,3}|[A-Z]{2,12})$/, 'an id such as L07 or B01');

const fullRule = z.strictObject({
  id,
  ...z.strictObject(ruleFields).partial().shape,
  severity: ruleFields.severity,
  message: both,
  suggestion: both,
});
const ownRule = z.strictObject({
  id,
  off: z.literal(true).optional(),
  ...z.strictObject(ruleFields).partial().shape,
});

/** A rule of wording as it is written. */
export type RuleData = z.infer<typeof fullRule>;
export type OwnRuleData = z.infer<typeof ownRule>;

const hosts = z.array(z.string().trim().min(3));

/** The shipped file. */
export const wordingFile = z.strictObject({
  hosts: hosts.default([]),
  rules: z.array(fullRule),
});

/** A desk's own file over it: changes of known rules, rules of its own. */
export const ownWordingFile = z.strictObject({
  hosts: hosts.default([]),
  rules: z.array(ownRule).default([]),
});

const term = z.strictObject({
  term: z.string().trim().min(1),
  /** Patterns of its forms; without them the term with any ending. */
  forms: z.array(pattern).optional(),
  gloss: both.optional(),
  off: z.literal(true).optional(),
});

/** A word of the trade and what it is called in plain words. */
export type TermData = z.infer<typeof term>;

/** The glossary: plain words for words of the trade. */
export const glossaryFile = z.strictObject({ terms: z.array(term) });
