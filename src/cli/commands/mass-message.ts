import type { Desk } from '../../app/desk/desk.ts';
import { type ComposedMany, composeMany } from '../../app/family/compose-many.ts';
import { childrenToTell, errorsIn } from '../../app/family/message-children.ts';
import { type ManySending, sendMany } from '../../app/family/send-many.ts';
import { isDeliveryConfigured } from '../../app/letter/send-reply.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import type { CommandInput } from '../command-input.ts';
import {
  composeFailure,
  manyJson,
  mustBeSendable,
  openTools,
  printMany,
  sourceOf,
} from '../compose-for-many.ts';
import { readText } from '../read-text.ts';
import type { Session } from '../session.ts';
import { accepted, findTarget, printState, type Target } from '../ticket-command.ts';

/** Answers everybody when a mass incident ends and nothing else was said. */
const SOLVED_TEMPLATE = 'outage-over';

/** `smena mass message PARENT --text TEXT|--template ID [--dry-run]`: one text to everybody of it. */
export async function massMessage(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const source = await sourceOf(session, input);
  const ticketIds = childrenToTell(desk, ticket).map(({ id }) => id);
  const tools = await openTools(desk, source);
  const order = { ticketIds, source, reader: session.language };
  const composed = composeMany(desk, tools, order);
  if (!composed.ok) throw composeFailure(tools, source, composed.problem);
  if (input.has('dryRun')) return printDryRun(session, target, composed.value);
  const typed = 'text' in source ? source.text : null;
  const sending = { ticketId: ticket.id, purpose: 'news', typed } as const;
  await sendComposed(session, input, { target, sending, composed: composed.value });
}

function printDryRun(session: Session, { desk, ticket }: Target, composed: ComposedMany): void {
  const { output } = session;
  if (output.isJson) {
    const head = { dryRun: true, id: ticket.id, number: ticket.number };
    return output.json({ ...head, ...manyJson(desk, composed), sent: 0 });
  }
  output.talk(familyTexts(session.language).titleNews(ticket.number, composed.messages.length));
  printMany(session, composed);
}

/** Messages that are ready, and what they are sent for. */
interface ReadyMany {
  readonly target: Target;
  readonly composed: ComposedMany;
  readonly sending: Omit<ManySending, 'messages' | 'undoMs' | 'overruled'>;
}

/** Sends composed messages at once, as a script cannot take anything back in ten seconds. */
export async function sendComposed(
  session: Session,
  input: CommandInput,
  { target, composed, sending }: ReadyMany,
): Promise<void> {
  const { desk, ticket } = target;
  const reason = input.value('reason') ?? '';
  const t = familyTexts(session.language);
  mustBeSendable(composed, { number: ticket.number, reason, t });
  const rules = [...new Set(errorsIn(composed.findings).map(({ rule }) => rule))];
  const overruled = rules.length > 0 ? { rules, reason } : undefined;
  const { messages } = composed;
  const done = accepted(target, sendMany(desk, { ...sending, messages, overruled, undoMs: 0 }));
  await deliver(desk);
  const { output } = session;
  if (!output.isJson) printMany(session, composed);
  output.talk(
    isDeliveryConfigured(desk) ? t.written(messages.length) : t.keptMany(messages.length),
  );
  const { purpose } = sending;
  const more = { purpose, ...manyJson(desk, composed), sent: messages.length };
  if (purpose !== 'reminder') await printState(session, desk, done.ticket, more);
}

async function deliver(desk: Desk): Promise<void> {
  if (!isDeliveryConfigured(desk)) return;
  const { deliverDue } = await import('../../app/letter/deliver-letters.ts');
  await deliverDue(desk);
}

/** `smena resolve PARENT [--children-message TEXT|--template ID]`: solves all and answers all. */
export async function resolveWithChildren(
  session: Session,
  input: CommandInput,
  target: Target,
): Promise<void> {
  const { desk, ticket } = target;
  const solution = (await readText(session, input)) ?? '';
  const options = { textOption: 'childrenMessage', usual: SOLVED_TEMPLATE };
  const source = await sourceOf(session, input, options);
  const tools = await openTools(desk, source);
  const ticketIds = childrenToTell(desk, ticket).map(({ id }) => id);
  const composed = composeMany(desk, tools, { ticketIds, source, reader: session.language });
  if (!composed.ok) throw composeFailure(tools, source, composed.problem);
  const typed = 'text' in source ? source.text : null;
  const without = input.value('without');
  const sending = { ticketId: ticket.id, purpose: 'solution', typed, solution, without } as const;
  await sendComposed(session, input, { target, sending, composed: composed.value });
}
