import fc from 'fast-check';
import type { TicketCommand } from '../../src/domain/command.ts';
import { escalationKinds } from '../../src/domain/handover/handover.ts';
import {
  channels,
  kinds,
  priorities,
  promiseKinds,
  statuses,
} from '../../src/domain/vocabulary.ts';
import { hour, minute, someWednesday } from './desk.ts';
import { registered } from './domain.ts';

/** Tickets that commands are about, and one that is not there. */
export const ticketIds = ['a', 'b', 'c'] as const;

type Type = TicketCommand['type'];
type Command<Of extends Type> = Extract<TicketCommand, { type: Of }>;

const text = fc.constantFrom('', 'не работает', 'Ёлка «502» {{x}}', 'constructor', 'a@b.c');
const said = fc.constantFrom('не работает', 'Ёлка «502»', 'DEV-7', 'constructor');
const ticketId = fc.constantFrom(...ticketIds, 'nobody');
const personId = fc.constantFrom('anya', 'oleg', 'lead');
const line = fc.constantFrom('1', '2', '3', 'vendor', '9');
const at = fc.constantFrom(-hour, minute, 5 * hour, 90 * hour).map((ms) => someWednesday + ms);
const status = fc.constantFrom(...statuses);
const kind = fc.constantFrom(...kinds);
const priority = fc.constantFrom(...priorities);
/** Several commands name the same things: a box, a promise, a question. */
const id = fc.constantFrom('one', 'two');

const promise = fc.record(
  { id, kind: fc.constantFrom(...promiseKinds), dueAt: at, text, warnBeforeMs: fc.nat(hour) },
  { requiredKeys: ['id', 'kind', 'dueAt', 'text'] },
);
const templates = fc.array(
  fc.record({
    ...{ templateId: id, lang: fc.constantFrom('ru', 'en'), version: text, editedChars: fc.nat(9) },
    changes: fc.array(fc.record({ line: fc.nat(9), to: text }), { maxLength: 2 }),
  }),
  { maxLength: 2 },
);
const effects = fc.record(
  {
    promises: fc.array(promise, { maxLength: 2 }),
    overruled: fc.record({ rules: fc.array(text, { maxLength: 2 }), reason: text }),
    reason: text,
    addTags: fc.array(text, { maxLength: 2 }),
    removeTags: fc.array(text, { maxLength: 2 }),
    timeSpentMs: fc.nat(hour),
    escalation: fc.record({ line, form: text }),
    confirmation: fc.record({ by: text, how: text }),
  },
  { requiredKeys: [] },
);
const attachment = fc.record({ hash: id, name: text, mime: text, size: fc.nat() });
const attachments = fc.array(attachment, { maxLength: 1 });
const values = fc.dictionary(
  fc.constantFrom('since', 'scope', 'card', 'constructor', 'department', 'seen', 'nothing'),
  fc.constantFrom('', 'one', 'вчера 9:00', 'DEV-7'),
);
const override = fc.record({ priority, reason: text });
const rating = fc.record(
  {
    impact: fc.constantFrom('many', 'x'),
    urgency: fc.constantFrom('stopped', 'goes-on'),
    override,
  },
  { requiredKeys: ['impact', 'urgency'] },
);
const form = fc.record(
  { seen: said, done: said, need: text, reproduced: text, ruledOut: text, logs: text },
  { requiredKeys: ['seen', 'done', 'need'] },
);
const foreign = fc.record({
  ...{ text, contactId: fc.constantFrom(null, 'jeanne'), contactName: text, attachments },
  ...{ messageId: fc.constantFrom(null, '<1@x>'), isAutomatic: fc.boolean() },
});
const message = fc.record(
  { ticketId, text: said, messageId: fc.constant(null), promises: fc.array(promise), templates },
  { requiredKeys: ['ticketId', 'text', 'messageId', 'promises', 'templates'] },
);
const done = fc.record({ without: text, isSaidElsewhere: fc.boolean() }, { requiredKeys: [] });
const opening = { kind, priority, line, channel: fc.constantFrom(...channels) };

const register = fc.record(
  {
    type: fc.constant('register' as const),
    ...opening,
    subject: text,
    audience: fc.constantFrom('customer', 'internal'),
    ...{ customerId: fc.constantFrom(null, 'north'), contactId: fc.constant(null) },
    tags: fc.array(text, { maxLength: 2 }),
    ...{ details: values, rating },
    ending: fc.oneof(
      fc.record({ type: fc.constant('solved' as const), solution: text }),
      fc.record({ type: fc.constant('off-topic' as const), reason: text }),
    ),
    routing: fc.record({
      ...{ rule: id, strategy: fc.constant(null), addTags: fc.array(text), assigneeId: personId },
    }),
    first: fc.option(foreign),
    childIds: fc.array(ticketId, { maxLength: 2 }),
  },
  {
    requiredKeys: [
      ...(['type', 'kind', 'priority', 'line', 'channel', 'subject', 'audience'] as const),
      ...(['customerId', 'contactId', 'tags', 'first'] as const),
    ],
  },
);

/** Any command of each type, well formed as its type says and mostly wrong for the ticket. */
const commands: { readonly [Of in Type]: fc.Arbitrary<Omit<Command<Of>, 'type'>> } = {
  register,
  import: fc.record({ ...opening, status, at, from: id }).map(({ at: createdAt, from, ...own }) => {
    const { first: _, type: __, ...rest } = registered;
    const entry = { id: from, at: createdAt, kind: 'message', visibility: 'public' } as const;
    const word = { ...entry, authorName: 'Жанна', fromCustomer: true, text: 'да', messageId: null };
    return { ...rest, ...own, createdAt, updatedAt: createdAt, assigneeId: null, entries: [word] };
  }),
  take: fc.constant({}),
  assign: fc.record({ personId: fc.option(personId) }),
  route: fc.record({
    route: fc.record(
      {
        rule: id,
        strategy: fc.constant(null),
        line,
        priority,
        addTags: fc.array(text),
        assigneeId: personId,
      },
      { requiredKeys: ['rule', 'strategy', 'addTags', 'assigneeId'] },
    ),
  }),
  reply: fc.record({
    ...{ text, messageId: fc.constant(null), promise: fc.option(promise), attachments },
    ...{ status: fc.option(status), templates, effects },
  }),
  receive: fc
    .tuple(foreign, at, fc.record({ keepsSolution: fc.boolean(), isNotice: fc.boolean() }))
    .map(([own, when, more]) => ({ ...own, at: when, ...more })),
  note: fc.record({ text, status: fc.option(status), templates, effects }),
  'log-call': fc.record({ text, durationMs: fc.option(fc.nat()), promise: fc.option(promise) }),
  'set-status': fc.record({ status, reason: text }),
  schedule: fc.record({ until: at, reason: text }),
  'set-fields': fc.record({
    fields: fc.record(
      { subject: text, kind, priority, line, customerId: fc.option(id), reason: text },
      { requiredKeys: [] },
    ),
  }),
  'keep-breaches': fc.constant({}),
  tag: fc.record({ add: fc.array(text), remove: fc.array(text) }),
  promise: fc.record({ promise }),
  'settle-promise': fc.record({ promiseId: id, state: fc.constantFrom('kept', 'moved') }),
  resolve: fc
    .tuple(fc.record({ solution: text }), done)
    .map(([own, more]) => ({ ...own, ...more })),
  confirm: fc
    .tuple(fc.record({ by: text, how: text }), done)
    .map(([own, more]) => ({ ...own, ...more })),
  'close-by-timeout': fc.constant({}),
  return: fc.record({ reason: text }),
  reopen: fc.record({ reason: text }),
  link: fc.record({
    link: fc.record({ ticketId, relation: fc.constantFrom('related', 'duplicates', 'continues') }),
  }),
  escalate: fc.record(
    {
      to: fc.constantFrom(...escalationKinds),
      ...{ line, reason: text, form },
      vendor: fc.record({
        vendor: text,
        ref: text,
        dueAt: fc.option(at),
        watcherId: fc.option(personId),
      }),
    },
    { requiredKeys: ['to', 'reason', 'form'] },
  ),
  'accept-handover': fc.constant({}),
  'return-handover': fc.record({ missing: text }),
  diagnose: fc.record({ text }),
  'write-brief': fc.record({ text }),
  'waive-brief': fc.record({ reason: text }),
  'release-message': fc.record({ entryId: text, how: fc.constantFrom('sent', 'dropped') }),
  'ask-customer': fc.record(
    { question: text, why: text, dueAt: at, throughLine: line },
    { requiredKeys: ['question', 'why', 'dueAt'] },
  ),
  'answer-question': fc.record({
    clarificationId: fc.constantFrom('op3', 'op9', 'op20'),
    answer: text,
  }),
  'grant-voice': fc.record({ personId, reason: text }),
  'log-ladder-call': fc.record({
    ...{ ladder: fc.constantFrom('night', 'bank-night'), step: fc.integer({ min: -1, max: 3 }) },
    ...{ personId: fc.option(personId), outcome: fc.constantFrom('answered', 'no-answer') },
  }),
  'note-vendor': fc.record(
    { ref: text, dueAt: fc.option(at), watcherId: personId },
    { requiredKeys: [] },
  ),
  'ask-review': fc.record(
    {
      ...{ reviewId: id, text, promise: fc.option(promise), status: fc.option(status) },
      ...{ attachments, templates, effects },
    },
    { requiredKeys: ['reviewId', 'text', 'promise', 'status', 'attachments'] },
  ),
  'send-reviewed': fc.record(
    {
      ...{ reviewId: id, text, messageId: fc.constant(null), promise: fc.option(promise) },
      ...{ status: fc.option(status), attachments, effects },
    },
    { requiredKeys: ['reviewId', 'text', 'messageId'] },
  ),
  'return-review': fc.record({ reviewId: id, remark: text }),
  'withdraw-review': fc.record({ reviewId: id }),
  'ask-help': fc.record({ helpId: id, text, draft: text }),
  'give-help': fc.record({ helpId: id, text }),
  'end-help': fc.record({ helpId: id }),
  'fill-details': fc.record({ values }),
  'rate-priority': rating,
  'add-boxes': fc.record({ items: fc.array(fc.record({ id, text }), { maxLength: 3 }) }),
  'tick-box': fc.record({ itemId: id, isDone: fc.boolean() }),
  'remove-box': fc.record({ itemId: id }),
  'log-time': fc.record({ ms: fc.constantFrom(0, minute, 1.5), note: text, at }),
  spend: fc.record({ amount: fc.constantFrom(-1, 0.1, 100, Number.NaN), reason: text }),
  'finish-stage': fc.record({ stage: fc.constantFrom('interim', 'final'), note: text }),
  'check-after': fc.record({ result: fc.constantFrom('passed', 'failed'), note: text }),
  watch: fc.record({ what: text, until: fc.option(at) }),
  unwatch: fc.constant({}),
  'close-off-topic': fc.record({ reason: text }),
  'link-card': fc.record({ ref: text }),
  'close-card': fc.record({ note: text }),
  wake: fc.constant({}),
  gather: fc.record({ childIds: fc.array(ticketId, { maxLength: 3 }), reason: text }),
  detach: fc.record({ reason: text }),
  'merge-into': fc.record({ targetId: ticketId, reason: text }),
  split: fc.record({ entryId: id, newId: fc.constantFrom('d', 'a'), subject: text }),
  'write-many': fc.record(
    {
      purpose: fc.constantFrom('news', 'solution', 'reminder'),
      messages: fc.array(message, { maxLength: 3 }),
      ...{ solution: text, without: text, typed: text },
    },
    { requiredKeys: ['purpose', 'messages'] },
  ),
};

/** A command of any type; every type comes as often as another. */
export const anyCommand: fc.Arbitrary<TicketCommand> = fc
  .constantFrom(...(Object.keys(commands) as Type[]))
  .chain((type) => commands[type].map((own) => structuredClone({ ...own, type }) as TicketCommand));
