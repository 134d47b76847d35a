import { isDeliveryConfigured, sendReply } from '../../app/letter/send-reply.ts';
import { attachFile, checkFile } from '../../app/ticket/attach-file.ts';
import type { TemplateUse } from '../../domain/template-use.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { Status } from '../../domain/vocabulary.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { iso } from '../iso.ts';
import { promiseOption, tellPromise } from '../read-promise.ts';
import { readStatus } from '../read-status.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState, type Target } from '../ticket-command.ts';
import { UsageError } from '../usage-error.ts';

/** What is going to be written to the customer. */
interface Prepared {
  readonly text: string;
  readonly promise: NewPromise | null;
  /** The promise stands on the command line: the caller knows what was promised. */
  readonly isPromiseSet: boolean;
  readonly status: Status | null;
  readonly effects: TextEffects;
  readonly templates: readonly TemplateUse[];
  readonly files: readonly string[];
  /** Places of the template that nobody has filled: it cannot be sent like that. */
  readonly missing: readonly string[];
  readonly unfilled: readonly string[];
}

/** `smena reply REF [--text -|--template ID]`: writes to the customer and sends the letter at once. */
export async function reply(session: Session, input: CommandInput): Promise<void> {
  const { target, prepared } = await prepareReply(session, input);
  if (input.has('dryRun')) return printDryRun(session, target, prepared);
  await send(session, target, prepared);
}

/** Reads what is to be written, and where; a text with gaps is refused unless it is only shown. */
export async function prepareReply(session: Session, input: CommandInput) {
  const typed = await readText(session, input);
  const target = await findTarget(session, input.required(0));
  const prepared = await prepare(target, input, typed);
  if (input.has('dryRun')) return { target, prepared };
  if (prepared.unfilled.length > 0) {
    const { mustBeFilled } = await import('../fill-template.ts');
    mustBeFilled(prepared.unfilled, target.ticket.number);
  }
  session.keepText(prepared.text);
  return { target, prepared };
}

async function prepare(
  target: Target,
  input: CommandInput,
  typed: string | undefined,
): Promise<Prepared> {
  const template = input.value('template');
  if (template !== undefined && typed !== undefined) {
    throw new UsageError('either-or', { one: '--text', other: '--template' });
  }
  const status = input.value('status');
  const promise = promiseOption(target, input);
  const files = input.all('attach');
  files.forEach(checkFile);
  const isPromiseSet = promise !== null;
  const own = {
    promise,
    isPromiseSet,
    status: status === undefined ? null : readStatus(target.desk, status),
  };
  if (template === undefined) {
    if (typed === undefined || typed.trim() === '') throw new UserError('text-needed');
    return { ...own, text: typed, effects: {}, templates: [], files, missing: [], unfilled: [] };
  }
  const { fillTemplate } = await import('../fill-template.ts');
  const filled = await fillTemplate(target, input, { id: template, to: 'customer' });
  // A time or a status on the line itself is what the caller wants, whatever the template says.
  const isNeeded = (key: string) => key !== 'promise' || own.promise === null;
  return {
    ...filled,
    promise: own.promise ?? filled.promise,
    isPromiseSet,
    status: own.status ?? filled.status,
    files,
    missing: filled.missing.filter(isNeeded),
    unfilled: filled.unfilled.filter(isNeeded),
  };
}

function printDryRun(session: Session, { desk, ticket }: Target, prepared: Prepared): void {
  const { output } = session;
  if (!output.isJson) return output.line(prepared.text);
  const contact = desk.people.contact(ticket.contactId);
  const { promise } = prepared;
  output.json({
    dryRun: true,
    id: ticket.id,
    number: ticket.number,
    to: contact?.email ?? null,
    text: prepared.text,
    promise: promise && { kind: promise.kind, dueAt: iso(promise.dueAt), text: promise.text },
    status: prepared.status,
    effects: prepared.effects,
    missing: prepared.missing,
    attachments: prepared.files.map(checkFile),
    deliveryConfigured: isDeliveryConfigured(desk),
  });
}

async function send(session: Session, target: Target, prepared: Prepared): Promise<void> {
  const { desk } = target;
  const { text, status, templates } = prepared;
  const promises = await promisesOf(session, target, prepared);
  const attachments = prepared.files.map((path) => attachFile(desk, path));
  const [promise = null, ...more] = promises;
  const effects = { ...prepared.effects, promises: more };
  const message = { text, promise, status, attachments, effects, templates };
  // A script cannot take anything back in ten seconds, so the letter goes at once.
  const order = { ticketId: target.ticket.id, ...message, undoMs: 0 };
  const done = accepted(target, sendReply(desk, order));
  if (isDeliveryConfigured(desk)) {
    const { deliverDue } = await import('../../app/letter/deliver-letters.ts');
    await deliverDue(desk);
  }
  const entryId = `${done.op.opId}:0`;
  const { delivery } = desk.tickets.entries(done.ticket.id).find((e) => e.id === entryId) ?? {};
  if (!session.output.isJson && delivery) {
    const { describeDelivery } = await import('../../i18n/delivery-text.ts');
    session.output.talk(describeDelivery(delivery, session.language));
  }
  const told = delivery ? { state: delivery.state, reason: delivery.reason } : null;
  await printState(session, desk, done.ticket, { entryId, delivery: told });
  for (const given of promises) await tellPromise(session, desk, given);
}

/** The promise of the command line as it is; else every time that the text gives. */
export async function promisesOf(
  session: Session,
  target: Target,
  { text, promise, isPromiseSet }: Prepared,
): Promise<readonly NewPromise[]> {
  const { lookOver } = await import('../look-over.ts');
  const found = await lookOver(session, target, { text, promise });
  return isPromiseSet && promise !== null ? [promise] : found;
}
