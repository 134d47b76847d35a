import { z } from 'zod';
import { channels, kinds } from '../../domain/vocabulary.ts';
import { code, duration, language, map, priority, text, timeZone } from '../desk/words.ts';
import { factsSchema } from '../lexicon/fact-schema.ts';
import { itemsSchema, itemsShape } from './item-schema.ts';
import type { ScenarioAttachment, ScenarioKind, ScenarioTicket } from './scenario.ts';
import { articleId, stepSchema, timeSchema } from './step-schema.ts';
import { instant, maybeSpeech, name, named, points, speech, value } from './words.ts';

/** The format that this program plays. */
export const FORMAT = 'smena-scenario/1';

const scenarioKinds = [
  'dialogue',
  'sprint',
  'quiz',
  'hold-drill',
  'shift-handover',
  'crisis',
  'wheel',
] as const satisfies readonly ScenarioKind[];

const line = z.int().min(1).max(5);
const channel = z.enum(channels);
const speed = map({ speed: z.number().min(0.1).max(1_000) });

const customer = map({
  org: text,
  name: text,
  callName: text,
  role: text,
  tz: timeZone,
  channel,
  mood: z.int().min(1).max(5).default(3),
  level: z.enum(['plain', 'technical']).default('plain'),
}).transform(({ tz, ...rest }) => ({ ...rest, zone: tz }));

const person = map({
  name: text,
  line: line.nullable().default(null),
  role: text.nullable().default(null),
  talksToCustomer: z.boolean().default(false),
});

const ticket = map({
  subject: text,
  text: maybeSpeech,
  org: text.nullable().default(null),
  contact: text.nullable().default(null),
  priority: priority.default('P3'),
  line: line.default(2),
  kind: z.enum(kinds).default('incident'),
  channel: channel.nullable().default(null),
}).transform((given): ScenarioTicket => given);

const attachment = map({
  name: text,
  visibility: z.enum(['public', 'internal']).default('public'),
  text: speech,
}).transform(({ visibility, ...rest }): ScenarioAttachment => {
  return { ...rest, isInternal: visibility === 'internal' };
});

const lints = map({
  section: name,
  points,
  perW: points.default(1),
  zeroOnE: z.boolean().default(false),
  scope: z.literal('replies').default('replies'),
}).transform(({ perW, zeroOnE, ...rest }) => {
  return { ...rest, perWarning: perW, isZeroOnError: zeroOnE };
});

const promises = map({
  section: name,
  holdKept: points.default(0),
  allKept: points.default(0),
});

/** The beginning and the ways of a run by the clock. */
const clock = map({
  start: instant,
  tz: timeZone,
  perAnswer: duration.prefault('2m'),
}).transform(({ tz, ...rest }) => ({ ...rest, zone: tz }));

const head = {
  format: z.literal(FORMAT),
  id: code,
  lang: language,
  langs: z.array(language).default([]),
  title: text,
  kind: z.enum(scenarioKinds),
  line,
  difficulty: z.int().min(1).max(5),
  minutes: z.int().min(1).max(240),
  skills: z.array(code).min(1),
  requires: z.array(code).default([]),
  lesson: maybeSpeech,
  draft: z.boolean().default(false),
  pass: z.int().min(1).max(100).default(80),
};

/** A scenario as it is written. */
export const scenarioSchema = map({
  ...head,
  modes: map({
    practice: speed.prefault({ speed: 8 }),
    exam: speed.prefault({ speed: 1 }),
  }).prefault({}),
  clock,
  sections: z
    .record(name, points.min(1))
    .refine((all) => Object.keys(all).length > 0, 'sections-needed'),
  lints: lints.nullable().default(null),
  promises: promises.nullable().default(null),
  customer,
  people: named(person),
  articles: z.array(articleId()).default([]),
  ownArticles: z
    .record(articleId(), map({ title: text, text: speech }))
    .default({})
    .transform((all) => new Map(Object.entries(all))),
  ticket,
  tickets: named(ticket),
  attachments: named(attachment),
  vars: named(z.union([value.transform((one) => [one]), z.array(value).min(1)], 'value-wrong')),
  start: name.nullable().default(null),
  steps: named(stepSchema),
  facts: factsSchema,
  ...itemsShape,
  itemTime: timeSchema.nullable().default(null),
  items: itemsSchema,
});

/** A scenario as far as its schema goes. */
export type WrittenScenario = z.output<typeof scenarioSchema>;
