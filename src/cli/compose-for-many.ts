import type { RenderProblem } from '../app/content/rendered-template.ts';
import { openContent } from '../app/desk/content-library.ts';
import type { Desk } from '../app/desk/desk.ts';
import type {
  ComposedMany,
  ComposedMessage,
  ManySource,
  ManyTools,
} from '../app/family/compose-many.ts';
import { barOfMany, errorsIn, missingIn, unreachableIn } from '../app/family/message-children.ts';
import { isDeliveryConfigured } from '../app/letter/send-reply.ts';
import { openReviewer } from '../app/wording/open-reviewer.ts';
import { refusal } from '../domain/refusal.ts';
import { type FamilyTexts, familyTexts } from '../i18n/family-texts.ts';
import { UserError } from '../util/user-error.ts';
import type { CommandInput } from './command-input.ts';
import { mustSuitCustomers, renderFailure, settingsOf } from './fill-template.ts';
import { iso } from './iso.ts';
import { readText } from './read-text.ts';
import { RefusedError } from './refused.ts';
import type { Session } from './session.ts';
import { UsageError } from './usage-error.ts';

/** The text or the template that many are told; `usual` stands in when neither was given. */
export async function sourceOf(
  session: Session,
  input: CommandInput,
  { textOption = 'text', usual }: { readonly textOption?: string; readonly usual?: string } = {},
): Promise<ManySource> {
  const typed = await readText(session, input, textOption);
  const template = input.value('template');
  const dashed = textOption.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (typed !== undefined && template !== undefined) {
    throw new UsageError('either-or', { one: `--${dashed}`, other: '--template' });
  }
  if (typed?.trim()) return { text: typed };
  const templateId = template ?? usual;
  if (templateId === undefined) throw new UserError('text-needed');
  return { templateId, set: settingsOf(input) };
}

/** What composing needs; a template that is none for customers is refused. */
export async function openTools(desk: Desk, source: ManySource): Promise<ManyTools> {
  const content = openContent(desk);
  const library = await content.templates();
  const isFor = (id: string) => library.templates.find((template) => template.id === id);
  if ('templateId' in source) mustSuitCustomers(isFor(source.templateId) ?? null, null);
  return { library, reviewer: await openReviewer(desk, content) };
}

/** The mistake in a text or a template for many, as a person can mend it. */
export function composeFailure(
  { library }: ManyTools,
  source: ManySource,
  problem: RenderProblem,
): UserError {
  return 'text' in source
    ? new UserError('many-text-broken', { problem: problem.text })
    : renderFailure(library, source.templateId, problem);
}

/** Throws why these messages cannot be sent. A reason sends over what is no absolute bar. */
export function mustBeSendable(
  composed: ComposedMany,
  {
    number,
    reason,
    t,
  }: { readonly number: string; readonly reason: string; readonly t: FamilyTexts },
): void {
  const bar = barOfMany(composed);
  if (bar === 'none' || (bar === 'reason' && reason !== '')) return;
  if (bar === 'nobody') throw new RefusedError(refusal('nobody-to-write'), number);
  if (bar === 'unfilled') {
    const places = composed.messages
      .filter(({ missing }) => missing.length > 0)
      .map((message) => t.missing(message.number, message.missing.join(', ')))
      .join('; ');
    throw new RefusedError(refusal('template-unfilled', [], { places }), number);
  }
  const what = errorsIn(composed.findings)
    .map(({ message, numbers }) => `${numbers.join(', ')}: ${message}`)
    .join(' ');
  throw new RefusedError(refusal('text-unsendable', [], { what }), number);
}

/** Composed messages as scripts see them. */
export function manyJson(desk: Desk, { messages, findings }: ComposedMany) {
  return {
    count: messages.length,
    texts: new Set(messages.map(({ text }) => text)).size,
    messages: messages.map(messageJson),
    unreachable: unreachableIn(messages).map((message) => ({
      id: message.ticketId,
      number: message.number,
      customer: message.customer,
      contact: message.contact,
      phone: message.phone,
      reason: message.unreachable,
    })),
    findings,
    missing: missingIn(messages),
    deliveryConfigured: isDeliveryConfigured(desk),
  };
}

function messageJson(message: ComposedMessage) {
  const { ticketId: id, number, customer, contact, address: to, text, promises, missing } = message;
  return {
    ...{ id, number, customer, contact, to, text, missing },
    promises: promises.map(({ kind, dueAt, text: words }) => ({
      ...{ kind, text: words },
      dueAt: iso(dueAt),
    })),
  };
}

/** Prints the messages for a person: each distinct text once, with the tickets it goes to. */
export function printMany(session: Session, { messages, findings }: ComposedMany): void {
  const { output } = session;
  const t = familyTexts(session.language);
  const groups = Map.groupBy(messages, ({ text }) => text);
  for (const [text, same] of groups) {
    output.row(same.map(addressee).join(', '));
    output.line(`${text}\n`);
  }
  for (const { number, contact, phone, unreachable } of unreachableIn(messages)) {
    if (unreachable === null) continue;
    const parts = [number, t.why[unreachable], contact, phone];
    output.talk(parts.filter(Boolean).join(' · '));
  }
  for (const { severity, message, numbers } of findings) {
    output.talk(`${severity} ${numbers.join(', ')}: ${message}`);
  }
}

function addressee({ number, contact, address }: ComposedMessage): string {
  return [number, contact, address].filter(Boolean).join(' ');
}
