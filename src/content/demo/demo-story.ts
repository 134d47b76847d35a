import { z } from 'zod';
import {
  channels,
  kinds,
  languages,
  priorities,
  promiseKinds,
  roles,
  statuses,
} from '../../domain/vocabulary.ts';
import { type DemoKinStep, deedSchema, kinStepSchema } from './demo-act.ts';
import { demoTime, filled, key, lineCode, span } from './demo-values.ts';

const gender = z
  .enum(['m', 'f', 'male', 'female'])
  .nullable()
  .transform((word) => (word === null ? null : word.startsWith('m') ? 'male' : 'female'));

const person = z.strictObject({
  key,
  name: filled,
  login: filled,
  role: z.enum(roles),
  line: lineCode,
  gender,
  phone: filled.optional(),
  skills: z.array(filled).optional(),
  team: filled.optional(),
});

const command = z.strictObject({
  title: filled,
  command: filled,
  purpose: z.enum(['access', 'diagnosis']),
});

const variables = z.record(z.string(), filled);

const asset = z.strictObject({
  name: filled,
  address: filled,
  about: filled,
  variables: variables.default({}),
  commands: z.array(command).default([]),
});

const contact = z.strictObject({
  key,
  name: filled,
  callName: filled.nullable().default(null),
  role: filled,
  email: z.email(),
  phone: filled.nullable().default(null),
  lang: z.enum(languages),
});

const customer = z.strictObject({
  key,
  name: filled,
  about: filled,
  city: filled,
  timeZone: filled.nullable().default(null),
  level: filled,
  peculiarity: filled,
  /** The key of the company that this one is a site of. */
  parent: key.nullable().default(null),
  /** The keys of the people who know it best and who lead them. */
  engineer: key.nullable().default(null),
  teamLead: key.nullable().default(null),
  environment: z.array(filled).optional(),
  variables: variables.optional(),
  commands: z.array(command).optional(),
  assets: z.array(asset).default([]),
  contacts: z.array(contact).min(1),
});

const promise = z.strictObject({
  due: demoTime,
  kind: z.enum(promiseKinds),
  state: z.enum(['open', 'kept', 'broken', 'moved']),
});

const entry = z.strictObject({
  at: demoTime,
  /** `customer`, `me`, or the key of a person of the desk. */
  from: filled,
  /** May be empty where something is done instead. */
  text: z.string().trim().default(''),
  internal: z.boolean().default(false),
  call: span.nullable().default(null),
  promise: promise.nullable().default(null),
  event: z.enum(['take', 'return', 'resolve', 'confirm', 'escalate']).nullable().default(null),
  line: lineCode.nullable().default(null),
  /** What is done at that moment, after the text. */
  does: z.array(deedSchema).default([]),
});

const story = z.strictObject({
  id: key,
  subject: filled,
  customer: key,
  contact: key,
  channel: z.enum(channels),
  kind: z.enum(kinds),
  priority: z.enum(priorities),
  line: lineCode,
  /** The key of a person, `me` for whoever opens the demo desk, or nobody. */
  assignee: filled.nullable().default(null),
  status: z.enum(statuses),
  tags: z.array(filled).default([]),
  entries: z.array(entry).min(1),
  why: filled.nullable().default(null),
  /** What is done to it together with other stories, after all of them were told. */
  together: z.array(kinStepSchema).default([]),
});

/** Shapes of the files of a demo desk. */
export const peopleSchema = z.array(person);
export const customersSchema = z.array(customer);
export const storySchema = story;

/** Somebody of the demo desk. */
export type DemoPerson = Readonly<z.output<typeof person>>;
export type DemoContact = Readonly<z.output<typeof contact>>;
export type DemoCustomer = Readonly<Omit<z.output<typeof customer>, 'contacts' | 'assets'>> & {
  readonly assets: readonly DemoAsset[];
  readonly contacts: readonly DemoContact[];
};

/** A ticket of the demo desk as it is told: hand-written in a file, or generated. */
export type DemoStory = Readonly<Omit<z.output<typeof story>, 'entries' | 'tags' | 'together'>> & {
  readonly tags: readonly string[];
  readonly together: readonly DemoKinStep[];
  readonly entries: readonly DemoEntry[];
};
export type DemoEntry = Readonly<z.output<typeof entry>>;
export type DemoAsset = Readonly<z.output<typeof asset>>;
export type DemoPromise = Readonly<z.output<typeof promise>>;

/** The contact of a story, with the customer it belongs to. */
export interface StoryPlace {
  readonly customer: DemoCustomer;
  readonly contact: DemoContact;
}
