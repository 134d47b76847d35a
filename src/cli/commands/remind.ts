import type { Desk } from '../../app/desk/desk.ts';
import { type CallRoundItem, callRound } from '../../app/family/call-round.ts';
import type { ComposedMany } from '../../app/family/compose-many.ts';
import { composeReminders, type SkippedReminder } from '../../app/family/remind.ts';
import { findQueue, listQueues } from '../../app/queue/list-queues.ts';
import { queuePage } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { familyTexts } from '../../i18n/family-texts.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { composeFailure, manyJson, openTools, printMany } from '../compose-for-many.ts';
import { settingsOf } from '../fill-template.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget } from '../ticket-command.ts';
import { sendComposed } from './mass-message.ts';

/** The shipped words of a reminder. */
const USUAL_TEMPLATE = 'confirm-reminder';
/** More letters at once are no reminder but a mailing. */
const MOST = 500;

/** `smena remind --queue NAME|REF… [--template ID] [--dry-run]`: asks for the missing word. */
export async function remind(session: Session, input: CommandInput): Promise<void> {
  const desk = await session.desk();
  const ticketIds = await ticketsToRemind(session, desk, input);
  const templateId = input.value('template') ?? USUAL_TEMPLATE;
  const source = { templateId, set: settingsOf(input) };
  const tools = await openTools(desk, source);
  const done = composeReminders(desk, tools, { ticketIds, source, reader: session.language });
  if (!done.ok) throw composeFailure(tools, source, done.problem);
  const { composed, skipped } = done.value;
  const first = composed.messages[0];
  const isSent = !input.has('dryRun') && first !== undefined;
  const { output } = session;
  if (isSent) {
    const ticket = (await findTarget(session, first.ticketId)).ticket;
    const sending = { ticketId: ticket.id, purpose: 'reminder', typed: null } as const;
    await sendComposed(session, input, { target: { desk, ticket }, sending, composed });
  }
  if (output.isJson) return output.json(remindersJson(desk, { composed, skipped, isSent }));
  if (!isSent) printMany(session, composed);
  printSkipped(session, desk, skipped);
  if (first === undefined) output.talk(familyTexts(session.language).nobody);
}

async function ticketsToRemind(
  session: Session,
  desk: Desk,
  input: CommandInput,
): Promise<string[]> {
  const name = input.value('queue');
  const ids: string[] = [];
  for (const reference of input.args) ids.push((await findTarget(session, reference)).ticket.id);
  if (name === undefined && ids.length === 0) throw new UserError('remind-whom');
  if (name === undefined) return ids;
  const queue = findQueue(desk, name);
  if (!queue) {
    const known = listQueues(desk)
      .map(({ code }) => code)
      .join(', ');
    throw new UserError('queue-unknown', { queue: name, known });
  }
  const { selection } = selectTickets(desk, queue, '');
  return [...ids, ...queuePage(desk, selection, { offset: 0, limit: MOST }).map(({ id }) => id)];
}

interface RemindersDone {
  readonly composed: ComposedMany;
  readonly skipped: readonly SkippedReminder[];
  readonly isSent: boolean;
}

function remindersJson(desk: Desk, { composed, skipped, isSent }: RemindersDone) {
  return {
    dryRun: !isSent,
    ...manyJson(desk, composed),
    sent: isSent ? composed.messages.length : 0,
    skipped: skipped.map(({ ticket, reason, notBefore }) => ({
      ...{ id: ticket.id, number: ticket.number, reason },
      notBefore: iso(notBefore),
    })),
  };
}

function printSkipped(session: Session, desk: Desk, skipped: readonly SkippedReminder[]): void {
  const t = familyTexts(session.language);
  for (const { ticket, reason, notBefore } of skipped) {
    const again = notBefore === null ? '' : t.againAt(moment(notBefore, desk));
    const parts = [ticket.number, t.why[reason], again];
    session.output.talk(parts.filter((part) => part !== '').join(' · '));
  }
}

/** `smena callround`: whom to call about solved tickets, customer by customer. */
export async function printCallRound(session: Session): Promise<void> {
  const desk = await session.desk();
  const items = callRound(desk);
  const { output } = session;
  if (output.isJson) return output.json(items.map((item) => callJson(desk, item)));
  const t = familyTexts(session.language);
  if (items.length === 0) return output.talk(t.callRoundEmpty);
  for (const item of items) {
    const { customer, contact, tickets } = item;
    const name = customer?.name ?? t.noCustomer;
    const there = t.theirTime(clockThere(desk, item));
    output.row(
      [name, contact?.name, contact?.phone ?? t.noPhone, there].filter(Boolean).join(' · '),
    );
    for (const { number, subject, resolvedAt, updatedAt } of tickets) {
      output.row(`  ${number} · ${t.solvedAt(moment(resolvedAt ?? updatedAt, desk))} · ${subject}`);
    }
  }
}

function callJson(desk: Desk, item: CallRoundItem) {
  const { customer, contact, timeZone, tickets } = item;
  return {
    customer: customer?.name ?? null,
    customerId: customer?.id ?? null,
    contact: contact?.name ?? null,
    contactId: contact?.id ?? null,
    phone: contact?.phone ?? null,
    email: contact?.email ?? null,
    timeZone,
    localTime: clockThere(desk, item),
    tickets: tickets.map(({ id, number, subject, resolvedAt, reminded }) => ({
      ...{ id, number, subject },
      resolvedAt: iso(resolvedAt),
      reminders: reminded?.times ?? 0,
      remindedAt: iso(reminded?.lastAt ?? null),
    })),
  };
}

function clockThere(desk: Desk, { timeZone }: CallRoundItem): string {
  const hours = { hour: '2-digit', minute: '2-digit' } as const;
  return new Date(desk.clock.now()).toLocaleTimeString('sv', { timeZone, ...hours });
}
