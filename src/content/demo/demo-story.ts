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
import { type DemoTime, parseDemoTime, parseSpan } from './demo-time.ts';

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'a key is lower-case latin letters, digits, -');
const filled = z.string().trim().min(1);
// Written as `line: 2` or `line: vendor`.
const lineCode = z.union([z.string(), z.number()]).transform(String);

const demoTime = z.string().transform((text, context): DemoTime => {
  const time = parseDemoTime(text);
  if (time) return time;
  context.addIssue({
    code: 'custom',
    message: 'a time is -6d 18:52, -3h10m, -45m, +40m or +1d 10:00',
  });
  return z.NEVER;
});

const span = z.string().transform((text, context): number => {
  const ms = parseSpan(text);
  if (ms !== null) return ms;
  context.addIssue({ code: 'custom', message: 'a length is 9m or 1h20m' });
  return z.NEVER;
});

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
  text: filled,
  internal: z.boolean().default(false),
  call: span.nullable().default(null),
  promise: promise.nullable().default(null),
  event: z.enum(['take', 'return', 'resolve', 'confirm', 'escalate']).nullable().default(null),
  line: lineCode.nullable().default(null),
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
});

/** Shapes of the files of a demo desk. */
export const peopleSchema = z.array(person);
export const customersSchema = z.array(customer);
export const storySchema = story;

/** Somebody of the demo desk. */
export type DemoPerson = Readonly<z.output<typeof person>>;
export type DemoContact = Readonly<z.output<typeof contact>>;
export type DemoCustomer = Readonly<Omit<z.output<typeof customer>, 'contacts'>> & {
  readonly contacts: readonly DemoContact[];
};

/** A ticket of the demo desk as it is told: hand-written in a file, or generated. */
export type DemoStory = Readonly<Omit<z.output<typeof story>, 'entries' | 'tags'>> & {
  readonly tags: readonly string[];
  readonly entries: readonly DemoEntry[];
};
export type DemoEntry = Readonly<z.output<typeof entry>>;
export type DemoPromise = Readonly<z.output<typeof promise>>;

/** The contact of a story, with the customer it belongs to. */
export interface StoryPlace {
  readonly customer: DemoCustomer;
  readonly contact: DemoContact;
}
