import type { TicketEvent, TicketFact } from '../domain/event.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { MessageParams } from '../util/user-error.ts';
import { type ExplainWords, explainWords, type Readership } from './deadline-words.ts';
import { describeDeliveryReason } from './delivery-text.ts';
import { fill } from './fill.ts';
import { type HistoryTexts, historyTexts } from './history-texts.ts';

/** Whom and what a history names: ids mean nothing to a reader. Null for what is gone. */
export interface HistoryNames {
  readonly person: (id: string) => string | null;
  readonly customer: (id: string) => string | null;
  readonly contact: (id: string) => string | null;
  readonly number: (ticketId: string) => string | null;
}

/** A ticket and the desk whose words its history is told in. */
export interface HistoryScene extends Readership {
  readonly ticket: Ticket;
  readonly names: HistoryNames;
  readonly now: number;
}

/** One line of a history: who did what, and why; nobody of the desk is the system. */
export interface HistoryRow {
  readonly when: string;
  readonly by: string;
  readonly text: string;
}

/** What happened to a ticket, the oldest first. What was written stands in its entries. */
export function historyRows(
  events: readonly TicketEvent[],
  scene: HistoryScene,
): readonly HistoryRow[] {
  const t = historyTexts(scene.language);
  const words = explainWords(scene);
  const teller = { ...scene, t, words };
  return events.flatMap(({ at, byId, fact }) => {
    const text = sayFact(fact, teller);
    if (text === null) return [];
    const by = byId === null ? t.system : personIn(byId, teller);
    return [{ when: words.moment(at, scene.now), by, text }];
  });
}

interface HistoryTeller extends HistoryScene {
  readonly t: HistoryTexts;
  readonly words: ExplainWords;
}

type Told = keyof HistoryTexts['says'];
type Fact<Type extends TicketFact['type']> = Extract<TicketFact, { readonly type: Type }>;
/** Values of the sentence, and why it happened where somebody said so. */
type Said = MessageParams & { readonly because?: string };

/** What an event says in one line; null for one that the entries say themselves. */
function sayFact(fact: TicketFact, teller: HistoryTeller): string | null {
  if (!Object.hasOwn(tell, fact.type)) return null;
  const type = fact.type as Told;
  // The row of the table is the one of the fact's own type, which the compiler cannot follow.
  const said = (tell[type] as (one: TicketFact, by: HistoryTeller) => Said)(fact, teller);
  const why = said.because?.trim() ?? '';
  return `${fill(teller.t.says[type], said).trim()}${why === '' ? '' : ` — ${why}`}`;
}

const tell: { readonly [Type in Told]: (fact: Fact<Type>, teller: HistoryTeller) => Said } = {
  registered: () => ({}),
  assigned: ({ personId, reason }, by) => ({
    ...{ who: personIn(personId, by), because: reasonIn(reason, by) },
  }),
  'status-changed': ({ from, to, until, reason }, by) => ({
    ...{ from: statusIn(from, by), to: statusIn(to, by), because: reasonIn(reason, by) },
    until:
      until === null || to !== 'scheduled' ? '' : fill(by.t.until, { at: momentIn(until, by) }),
  }),
  'field-changed': ({ field, reason }, by) => ({
    ...{ field: by.t.fields[field.name], because: reasonIn(reason, by) },
    ...{ from: valueIn(field.name, field.from, by), to: valueIn(field.name, field.to, by) },
  }),
  'tags-changed': ({ added, removed }) => ({
    tags: [...added.map((tag) => `+${tag}`), ...removed.map((tag) => `−${tag}`)].join(' '),
  }),
  'promise-made': ({ promise }, by) => ({
    ...{ at: momentIn(promise.dueAt, by), because: promise.text },
  }),
  'promise-settled': ({ state }, { t }) => ({ state: t.states[state] }),
  returned: ({ times, reason }) => ({ times, because: reason }),
  confirmed: ({ by, how }) => ({ by, how }),
  linked: ({ link }, by) => ({ number: numberIn(link.ticketId, by) }),
  'time-spent': ({ ms }, { words }) => ({ length: words.length(Math.round(ms / 60_000)) }),
  'time-logged': ({ entry }, { words }) => ({
    ...{ length: words.length(Math.round(entry.ms / 60_000)), because: entry.note },
  }),
  'wording-overruled': ({ rules, reason }) => ({ rules: rules.join(', '), because: reason }),
  'deadline-missed': ({ breach }, by) => ({
    ...{ target: by.words.t.targets[breach.target], at: momentIn(breach.dueAt, by) },
  }),
  'message-withheld': ({ reason }, by) => ({ why: describeDeliveryReason(reason, by.language) }),
  'message-released': ({ how }, { t }) => ({ state: t.released[how] }),
  'handed-over': ({ handover: { kind, toLine, toId, reason } }, by) => {
    const line = lineIn(toLine, by);
    const to = kind === 'line' || kind === 'vendor' ? line : by.t.escalations[kind];
    return { to: toId === null ? to : `${to}, ${personIn(toId, by)}`, because: reason };
  },
  'handover-accepted': () => ({}),
  'handover-returned': ({ missing }) => ({ because: missing }),
  diagnosed: ({ line }, by) => ({ line: lineIn(line, by) }),
  'vendor-noted': ({ vendorCase: { vendor, ref } }) => ({ vendor, ref }),
  'question-asked': ({ clarification: { throughLine, question } }, by) => ({
    ...{ line: lineIn(throughLine, by), because: question },
  }),
  'question-answered': ({ answer }) => ({ because: answer }),
  'voice-granted': ({ grant }, by) => ({
    ...{ who: personIn(grant.personId, by), because: grant.reason },
  }),
  'review-asked': () => ({}),
  'review-sent': ({ sentText }, { t }) => ({
    state: sentText === null ? t.reviews.asIs : t.reviews.edited,
  }),
  'review-returned': ({ remark }) => ({ because: remark }),
  'review-withdrawn': () => ({}),
  'help-asked': ({ help }) => ({ because: help.text }),
  'help-given': ({ answer }) => ({ because: answer.text }),
  'help-ended': () => ({}),
  'ladder-called': ({ call }, by) => ({
    ...{ who: personIn(call.personId, by), outcome: by.t.outcomes[call.outcome] },
  }),
  'brief-asked': ({ owedById }, by) => ({ who: personIn(owedById, by) }),
  'brief-settled': ({ state, reason }, { t }) => ({ state: t.states[state], because: reason }),
  'care-changed': ({ personId }, by) => ({
    who: personIn(personId ?? by.ticket.assigneeId, by),
  }),
  'details-changed': ({ changes }, by) => ({
    fields: changes
      .map(({ field, to }) => `${fieldIn(field, by)}: ${instantsIn(to, by)}`)
      .join('; '),
  }),
  'priority-rated': ({ impact, urgency }, by) => {
    const { impacts = [], urgencies = [] } = by.config.priorityMatrix ?? {};
    const { nameOf } = by.words;
    return { impact: nameOf(impacts, impact), urgency: nameOf(urgencies, urgency) };
  },
  'boxes-added': ({ items }) => ({ items: items.map(({ text }) => text).join('; ') }),
  'box-ticked': ({ itemId, isDone }, by) => ({
    ...{ state: isDone ? by.t.ticks.done : by.t.ticks.open, item: boxIn(itemId, by) },
  }),
  'box-removed': ({ itemId }, by) => ({ item: boxIn(itemId, by) }),
  spent: ({ spend: { amount, currency, reason } }) => ({ amount, currency, because: reason }),
  'stage-finished': ({ stage }, { t }) => ({ stage: t.stages[stage] }),
  'checked-after': ({ result }, { t }) => ({ result: t.results[result] }),
  'watch-changed': ({ what }, { t }) => ({
    state: what === null ? t.watch.off : fill(t.watch.on, { what }),
  }),
  'card-linked': ({ ref }) => ({ ref }),
  'card-closed': ({ ref }) => ({ ref }),
  'done-without': ({ missing, reason }) => ({ missing: missing.join(', '), because: reason }),
  'closed-off-topic': ({ reason }) => ({ because: reason }),
  'children-gathered': ({ childIds, reason }, by) => ({
    ...{ numbers: numbersIn(childIds, by), because: reason },
  }),
  'joined-parent': ({ parentId }, by) => ({ number: numberIn(parentId, by) }),
  'left-parent': ({ parentId, reason }, by) => ({
    ...{ number: numberIn(parentId, by), because: reason },
  }),
  'child-left': ({ childId }, by) => ({ number: numberIn(childId, by) }),
  'merged-into': ({ targetId, reason }, by) => ({
    ...{ number: numberIn(targetId, by), because: reason },
  }),
  'merged-in': ({ sourceIds }, by) => ({ numbers: numbersIn(sourceIds, by) }),
  'split-off': ({ newId }, by) => ({ number: numberIn(newId, by) }),
  'split-from': ({ sourceId }, by) => ({ number: numberIn(sourceId, by) }),
  'many-written': ({ ticketIds }, by) => ({ numbers: numbersIn(ticketIds, by) }),
  'customer-reminded': () => ({}),
};

/** A reason in words: those that rules give are codes, those of people stand as they are. */
function reasonIn(reason: string, { t }: HistoryTeller): string {
  const [code = '', rule] = reason.split(':');
  if (code === 'routing' && rule !== undefined) return fill(t.reasons.route, { rule });
  return Object.hasOwn(t.reasons, reason) ? t.reasons[reason as keyof typeof t.reasons] : reason;
}

function momentIn(at: number, { words, now }: HistoryTeller): string {
  return words.moment(at, now);
}

function statusIn(code: string, { words, config }: HistoryTeller): string {
  return words.nameOf(config.statuses, code);
}

function lineIn(code: string, { words, config }: HistoryTeller): string {
  return words.nameOf(config.lines, code);
}

function personIn(id: string | null, { names, t }: HistoryTeller): string {
  return id === null ? t.nobody : (names.person(id) ?? id);
}

function numberIn(ticketId: string, { names }: HistoryTeller): string {
  return names.number(ticketId) ?? ticketId;
}

function numbersIn(ids: readonly string[], by: HistoryTeller): string {
  return ids.map((id) => numberIn(id, by)).join(', ');
}

function fieldIn(code: string, { words, config, ticket }: HistoryTeller): string {
  const kind = config.kinds.find((one) => one.code === ticket.kind);
  return words.nameOf(kind?.fields ?? [], code);
}

/** Instants are stored in UTC and read by the desk's clock. */
function instantsIn(value: string | null, by: HistoryTeller): string {
  const instant = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
  return (value ?? '—').replace(instant, (at) => momentIn(Date.parse(at), by));
}

function boxIn(itemId: string, { ticket }: HistoryTeller): string {
  return ticket.checklist?.find(({ id }) => id === itemId)?.text ?? itemId;
}

function valueIn(
  field: keyof HistoryTexts['fields'],
  value: string | null,
  by: HistoryTeller,
): string {
  const { words, names, t } = by;
  const { kinds, lines, priorities } = by.config;
  if (value === null) return t.nobody;
  switch (field) {
    case 'kind':
      return words.nameOf(kinds, value);
    case 'line':
      return words.nameOf(lines, value);
    case 'priority':
      return words.nameOf(priorities, value);
    case 'customerId':
      return names.customer(value) ?? value;
    case 'contactId':
      return names.contact(value) ?? value;
    case 'subject':
      return value;
  }
}
