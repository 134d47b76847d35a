import type {
  ForeignText,
  ImportedEntry,
  TicketCommand,
  TicketFields,
} from '../../domain/command.ts';
import type { FamilyCommand } from '../../domain/family/family-command.ts';
import type { HandoverCommand } from '../../domain/handover/handover-command.ts';
import type { AppliedRoute } from '../../domain/routing/applied-route.ts';
import { routingStrategies } from '../../domain/routing-rule.ts';
import type { SupervisionCommand } from '../../domain/supervision/supervision-command.ts';
import type { ChangedLine, TemplateUse } from '../../domain/template-use.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { AttachmentRef, TicketLink } from '../../domain/ticket.ts';
import {
  audiences,
  channels,
  kinds,
  languages,
  priorities,
  promiseKinds,
  statuses,
} from '../../domain/vocabulary.ts';
import type { PriorityRating, WorkCommand } from '../../domain/work/work-command.ts';
import * as s from './shape.ts';
import { dictionary, list, nullable, object, oneOf, optional, variants } from './shape.ts';

const promise = object<NewPromise>({
  id: s.id,
  kind: oneOf(promiseKinds),
  dueAt: s.instant,
  text: s.text,
  warnBeforeMs: optional(s.count),
});

const effects = object<TextEffects>({
  promises: optional(list(promise, 100)),
  overruled: optional(object({ rules: list(s.word, 1000), reason: s.text })),
  reason: optional(s.text),
  addTags: optional(list(s.word, 1000)),
  removeTags: optional(list(s.word, 1000)),
  timeSpentMs: optional(s.count),
  escalation: optional(object({ line: s.word, form: s.text })),
  confirmation: optional(object({ by: s.text, how: s.text })),
});

const templateUse = object<TemplateUse>({
  templateId: s.word,
  lang: oneOf(languages),
  version: s.word,
  editedChars: s.count,
  changes: list(object<ChangedLine>({ line: s.count, to: s.text })),
});

const attachment = object<AttachmentRef>({
  hash: s.digest,
  name: s.text,
  mime: s.word,
  size: s.count,
});

const route = object<AppliedRoute>({
  rule: s.word,
  strategy: nullable(oneOf(routingStrategies)),
  line: optional(s.word),
  priority: optional(oneOf(priorities)),
  addTags: list(s.word, 1000),
  assigneeId: nullable(s.id),
});

const rating = {
  impact: s.word,
  urgency: s.word,
  override: optional(object({ priority: s.word, reason: s.text })),
};

const foreign = {
  text: s.text,
  contactId: nullable(s.id),
  contactName: s.text,
  messageId: nullable(s.text),
  attachments: list(attachment, 1000),
  isAutomatic: s.flag,
};

const importedEntry = object<ImportedEntry>({
  id: s.id,
  at: s.instant,
  kind: oneOf(['message', 'note', 'call', 'system']),
  visibility: oneOf(['public', 'internal']),
  authorName: s.text,
  fromCustomer: s.flag,
  authorId: optional(s.id),
  text: s.text,
  messageId: nullable(s.text),
});

const opening = {
  subject: s.text,
  kind: oneOf(kinds),
  priority: oneOf(priorities),
  line: s.word,
  channel: oneOf(channels),
  audience: oneOf(audiences),
  customerId: nullable(s.id),
  contactId: nullable(s.id),
  tags: list(s.word, 1000),
  childIds: optional(list(s.id)),
  number: optional(s.id),
  externalId: optional(s.word),
  importId: optional(s.id),
  isDemo: optional(s.flag),
};

const ending: s.Shape = {
  anyOf: [
    object({ type: { type: 'string', const: 'solved' }, solution: s.text }),
    object({ type: { type: 'string', const: 'off-topic' }, reason: s.text }),
  ],
};

const wordOfDone = { without: optional(s.text), isSaidElsewhere: optional(s.flag) };

/** Parts that commands of other nouns have, too. */
export const parts = { promise, effects, templateUse, attachment, rating, wordOfDone };

type OwnCommand = Exclude<
  TicketCommand,
  HandoverCommand | WorkCommand | FamilyCommand | SupervisionCommand
>;

/** What may be asked of one ticket, by type; handing on, work, families and supervised work have files of their own. */
export const ticketShapes = variants<OwnCommand>({
  register: {
    ...opening,
    details: optional(dictionary(s.text)),
    rating: optional(object<PriorityRating>(rating)),
    ending: optional(ending),
    routing: optional(route),
    first: nullable(object<ForeignText>(foreign)),
  },
  import: {
    ...opening,
    status: oneOf(statuses),
    assigneeId: nullable(s.id),
    createdAt: s.instant,
    updatedAt: s.instant,
    entries: list(importedEntry),
  },
  take: {},
  assign: { personId: nullable(s.id) },
  route: { route },
  reply: {
    text: s.text,
    messageId: nullable(s.text),
    promise: nullable(promise),
    status: nullable(oneOf(statuses)),
    attachments: list(attachment, 1000),
    templates: optional(list(templateUse, 100)),
    effects: optional(effects),
  },
  receive: {
    ...foreign,
    at: s.instant,
    keepsSolution: optional(s.flag),
    isNotice: optional(s.flag),
  },
  note: {
    text: s.text,
    status: optional(nullable(oneOf(statuses))),
    templates: optional(list(templateUse, 100)),
    effects: optional(effects),
  },
  'log-call': { text: s.text, durationMs: nullable(s.count), promise: nullable(promise) },
  'set-status': { status: oneOf(statuses), reason: s.text },
  schedule: { until: s.instant, reason: s.text },
  'set-fields': {
    fields: object<TicketFields>({
      subject: optional(s.text),
      kind: optional(oneOf(kinds)),
      priority: optional(oneOf(priorities)),
      line: optional(s.word),
      customerId: optional(nullable(s.id)),
      contactId: optional(nullable(s.id)),
      reason: optional(s.text),
    }),
  },
  'keep-breaches': {},
  tag: { add: list(s.word, 1000), remove: list(s.word, 1000) },
  promise: { promise },
  'settle-promise': { promiseId: s.id, state: oneOf(['kept', 'moved']) },
  resolve: { solution: s.text, ...wordOfDone },
  confirm: { by: s.text, how: s.text, ...wordOfDone },
  'close-by-timeout': {},
  return: { reason: s.text },
  reopen: { reason: s.text },
  'release-message': { entryId: s.word, how: oneOf(['sent', 'dropped']) },
  link: {
    link: object<TicketLink>({
      ticketId: s.id,
      relation: oneOf(['related', 'continues', 'continued', 'duplicates', 'duplicated']),
    }),
  },
});
