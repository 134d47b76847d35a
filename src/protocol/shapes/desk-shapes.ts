import { type ArticleCommand, articleMarks, lostOutcomes } from '../../domain/article-command.ts';
import type { ArticleAbout } from '../../domain/article-record.ts';
import type { ApplyDesk } from '../../domain/desk-version.ts';
import type { RecordCommand } from '../../domain/op.ts';
import type { AccessCommand, Asset, Contact, Customer, Person } from '../../domain/person.ts';
import type { QueueCommand, QueueRecord } from '../../domain/saved-queue.ts';
import { languages, roles } from '../../domain/vocabulary.ts';
import * as s from './shape.ts';
import { dictionary, list, nullable, object, oneOf, optional, variants } from './shape.ts';

const accessCommand = object<AccessCommand>({
  title: s.text,
  command: s.text,
  purpose: oneOf(['access', 'diagnosis']),
});

/** The records of a desk as they go over the wire. */
export const recordSchemas = {
  person: object<Person>({
    id: s.id,
    login: s.word,
    name: s.word,
    role: oneOf(roles),
    line: s.word,
    gender: nullable(oneOf(['male', 'female'])),
    skills: optional(list(s.word, 1000)),
    phone: optional(s.word),
    timeZone: optional(s.word),
    team: optional(s.word),
    isDemo: s.flag,
  }),
  customer: object<Customer>({
    id: s.id,
    name: s.text,
    about: s.text,
    city: s.text,
    timeZone: nullable(s.word),
    level: s.word,
    peculiarity: s.text,
    mailDomain: nullable(s.word),
    parentId: optional(s.id),
    personalEngineerId: optional(s.id),
    teamLeadId: optional(s.id),
    team: optional(s.word),
    environment: optional(list(s.text, 1000)),
    variables: optional(dictionary(s.text)),
    commands: optional(list(accessCommand, 1000)),
    isDemo: s.flag,
  }),
  contact: object<Contact>({
    id: s.id,
    customerId: nullable(s.id),
    name: s.text,
    callName: nullable(s.text),
    role: s.text,
    email: nullable(s.text),
    phone: nullable(s.text),
    timeZone: nullable(s.word),
    language: nullable(oneOf(languages)),
    isDemo: s.flag,
  }),
  asset: object<Asset>({
    id: s.id,
    customerId: s.id,
    name: s.text,
    address: s.text,
    about: s.text,
    variables: dictionary(s.text),
    commands: list(accessCommand, 1000),
    isDemo: s.flag,
  }),
  queue: object<QueueRecord>({
    id: s.id,
    ownerId: nullable(s.id),
    code: s.word,
    title: s.text,
    query: s.text,
    savedAt: s.instant,
  }),
} as const;

/** The fields that a record was changed in: the server takes over only these. */
interface Changed {
  readonly changed?: readonly string[] | undefined;
}
const changed = optional(list(s.word, 100));

/** Changes of records, by type. */
export const recordShapes = variants<RecordCommand & Changed>({
  'save-person': { person: recordSchemas.person, changed },
  'save-customer': { customer: recordSchemas.customer, changed },
  'save-contact': { contact: recordSchemas.contact, changed },
  'save-asset': { asset: recordSchemas.asset, changed },
});

const revised = {
  text: s.text,
  hash: s.digest,
  about: nullable(object<ArticleAbout>({ title: s.text, kind: s.word, owner: s.word })),
  baseVersion: nullable(s.count),
  baseHash: nullable(s.digest),
};
const named = { version: nullable(s.count), versionHash: optional(s.digest) };

/** What may be asked of an article, by type. */
export const articleShapes = variants<ArticleCommand>({
  'save-draft': { ...revised, note: s.text, ticketId: nullable(s.id) },
  submit: named,
  accept: { ...named, note: s.text },
  'send-back': { ...named, reason: s.text },
  renew: { ...revised, reviewBy: s.word },
  'verify-backup': { ...revised, on: s.word, minutes: s.decimal },
  archive: { ...revised, reason: s.text },
  'restore-version': { ...revised, version: s.count },
  mark: { kind: oneOf(articleMarks), ticketId: nullable(s.id), text: s.text },
  rate: { stars: s.whole },
  favourite: {},
  unfavourite: {},
  'log-search': { query: s.text, outcome: oneOf(lostOutcomes), ticketId: nullable(s.id) },
  'settle-search': {},
});

/** Changes of saved queues. */
export const queueShapes = variants<QueueCommand>({
  'save-queue': { queue: recordSchemas.queue },
  'delete-queue': { queueId: s.id, ownerId: nullable(s.id) },
  'order-queues': { personId: s.id, codes: list(s.word, 1000) },
});

/** A pack that is put in force. */
export const deskShapes = variants<ApplyDesk>({
  'apply-desk': { baseVersion: s.count, files: dictionary(s.text) },
});
