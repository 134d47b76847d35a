import { handoverStates } from '../../../domain/shift/shift-handover.ts';
import type { Entry } from '../../../domain/ticket.ts';
import { audiences, channels, kinds, priorities, statuses } from '../../../domain/vocabulary.ts';
import { recordSchemas } from '../../../protocol/shapes/desk-shapes.ts';
import * as s from '../../../protocol/shapes/shape.ts';
import { list, nullable, object, oneOf, type Shape } from '../../../protocol/shapes/shape.ts';
import type { CertificateView } from '../../api/practice-view.ts';
import type { ShiftRow } from '../../api/shift-list.ts';
import type { ArticleText, ArticleView } from '../../api/show-article.ts';
import { anyObject, entityType, ref } from './wire-schemas.ts';

const row = {
  id: s.id,
  number: s.word,
  subject: s.text,
  kind: oneOf(kinds),
  status: oneOf(statuses),
  priority: oneOf(priorities),
  line: s.word,
  assigneeId: nullable(s.id),
  customerId: nullable(s.id),
  contactId: nullable(s.id),
  tags: list(s.word),
  createdAt: s.whole,
  updatedAt: s.whole,
  space: s.id,
};

/** A ticket in full: these fields stand always, rules of the desk add more. */
const ticket: Shape = {
  ...object({
    ...row,
    channel: oneOf(channels),
    audience: oneOf(audiences),
    rev: s.count,
  }),
  additionalProperties: true,
};

const entity = (state: Shape): Shape =>
  object({ id: s.text, space: s.id, rev: s.count, state: nullable(state) });

const page = (items: Shape): Shape => object({ items: list(items), next: nullable(s.text) });

/** Things of the desk by the names that the document has. */
export const entitySchemas: Readonly<Record<string, Shape>> = {
  Person: recordSchemas.person,
  Customer: recordSchemas.customer,
  Contact: recordSchemas.contact,
  Asset: recordSchemas.asset,
  Queue: recordSchemas.queue,
  /** All versions of an article in one language; its texts come with the log. */
  Article: object({ versions: list(anyObject), rev: s.count }),
  ArticleView: object<ArticleView>({
    id: s.text,
    space: s.id,
    rev: s.count,
    state: ref('Article'),
    texts: list(
      object<ArticleText>({
        version: s.count,
        text: s.text,
        hash: s.text,
        cause: s.word,
        note: s.text,
      }),
    ),
  }),
  ShiftPage: page(
    object<ShiftRow>({
      ...{ id: s.id, ref: s.word, space: s.id, name: anyObject, kind: s.word },
      ...{ startsAt: s.instant, endsAt: s.instant, line: nullable(s.word) },
      ...{ openedAt: s.instant, closedAt: nullable(s.instant), leadId: nullable(s.id) },
      ...{ handover: nullable(oneOf(handoverStates)), rev: s.count },
    }),
  ),
  /** Its log, people, parts, notes and every revision that was submitted stand in `state`. */
  ShiftView: entity(anyObject),
  PracticePage: page(entity(anyObject)),
  /** Runs, disputes, verdicts, sign-offs and certificates stand in `state`. */
  PracticeView: entity(anyObject),
  CertificateView: object<CertificateView>({
    ...{ code: s.text, state: oneOf(['valid', 'expired', 'unknown']), title: nullable(s.text) },
  }),
  Desk: anyObject,
  Ticket: ticket,
  TicketRow: object({ ...row, rev: s.count }),
  Entry: object<Entry>({
    id: s.id,
    at: s.whole,
    kind: oneOf(['message', 'note', 'call', 'system']),
    visibility: oneOf(['public', 'internal']),
    author: anyObject,
    text: s.text,
    durationMs: nullable(s.whole),
    messageId: nullable(s.text),
    attachments: list(anyObject),
  }),
  TicketEvent: {
    type: 'object',
    properties: {
      id: s.text,
      opId: s.text,
      ticketId: s.id,
      at: s.whole,
      byId: nullable(s.id),
      device: s.text,
      fact: anyObject,
    },
    required: ['id', 'opId', 'ticketId', 'at', 'byId', 'device', 'fact'],
    additionalProperties: true,
  },
  TicketView: object({
    id: s.id,
    space: s.id,
    rev: s.count,
    state: ref('Ticket'),
    entries: list(ref('Entry')),
    events: list(ref('TicketEvent')),
  }),
  TicketPage: page(ref('TicketRow')),
  PersonPage: page(entity(ref('Person'))),
  CustomerPage: page(entity(ref('Customer'))),
  ContactPage: page(entity(ref('Contact'))),
  AssetPage: page(entity(ref('Asset'))),
  ArticlePage: page(entity(anyObject)),
  QueuePage: page(entity(ref('Queue'))),
  DeskPage: page(entity(ref('Desk'))),
  ApiCommand: {
    type: 'object',
    properties: { entityType, entityId: s.id, space: s.id, payload: anyObject },
    required: ['entityType', 'payload'],
    additionalProperties: false,
  },
  ApiOutcome: object({
    result: ref('OpResult'),
    entityId: s.id,
    entity: nullable(entity(anyObject)),
  }),
  Me: object({
    person: ref('Person'),
    deviceId: s.id,
    deviceName: s.text,
    scope: ref('Scope'),
    epoch: s.id,
    time: s.instant,
  }),
  EnrolResponse: object({
    token: s.text,
    deviceId: s.id,
    person: object({ type: { type: 'string', const: 'person' }, person: ref('Person') }),
    epoch: s.id,
    scope: ref('Scope'),
  }),
};
