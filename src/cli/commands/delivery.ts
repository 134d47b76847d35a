import {
  deliverDue,
  markSentByHand,
  retryDelivery as retry,
} from '../../app/letter/deliver-letters.ts';
import { lastWaitingLetter, listWaitingLetters } from '../../app/letter/list-deliveries.ts';
import { describeDelivery, describeDeliveryReason } from '../../i18n/delivery-text.ts';
import { UserError } from '../../util/user-error.ts';
import type { CommandInput } from '../command-input.ts';
import { moment } from '../format-ticket.ts';
import { iso } from '../iso.ts';
import type { Session } from '../session.ts';
import { findTarget, printState, type Target } from '../ticket-command.ts';

/** `smena delivery list`: letters that have not reached anybody. */
export async function listDeliveries(session: Session): Promise<void> {
  const desk = await session.desk();
  const letters = listWaitingLetters(desk);
  const { output } = session;
  if (output.isJson) {
    output.json(
      letters.map(({ delivery, number, subject }) => ({
        entryId: delivery.entryId,
        ticketId: delivery.ticketId,
        number,
        subject,
        state: delivery.state,
        reason: delivery.reason,
        address: delivery.address,
        messageId: delivery.messageId,
        tries: delivery.tries,
        nextTryAt: iso(delivery.nextTryAt),
      })),
    );
    return;
  }
  const texts = await session.texts();
  if (letters.length === 0) output.talk(texts.words.noLetters);
  for (const { delivery, number, subject } of letters) {
    const next = delivery.state === 'queued' ? ` · ${moment(delivery.nextTryAt, desk)}` : '';
    const where = delivery.address ?? texts.words.noAddress;
    output.row(
      `${number} · ${where} · ${describeDelivery(delivery, session.language)}${next} · ${subject}`,
    );
  }
}

/** `smena delivery sent REF`: «отправил сам». */
export async function markSent(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const entryId = waitingEntry(target);
  markSentByHand(target.desk, entryId);
  await printState(session, target.desk, target.ticket, deliveryOf(target, entryId));
}

/** `smena delivery retry REF`: sends again what failed or had no way out. */
export async function retryDelivery(session: Session, input: CommandInput): Promise<void> {
  const target = await findTarget(session, input.required(0));
  const { desk, ticket } = target;
  const entryId = waitingEntry(target);
  const done = retry(desk, entryId);
  if (!done.ok) {
    const reason = describeDeliveryReason(done.problem, session.language);
    throw new UserError('delivery-not-possible', { number: ticket.number, reason });
  }
  await deliverDue(desk);
  const more = deliveryOf(target, entryId);
  if (!session.output.isJson)
    session.output.talk(describeDelivery(more.delivery, session.language));
  await printState(session, desk, ticket, more);
}

function waitingEntry({ desk, ticket }: Target): string {
  const waiting = lastWaitingLetter(desk, ticket.id);
  if (!waiting) throw new UserError('no-waiting-letter', { number: ticket.number });
  return waiting.entryId;
}

function deliveryOf({ desk }: Target, entryId: string) {
  const now = desk.deliveries.byEntry(entryId);
  return {
    entryId,
    delivery: { state: now?.state ?? 'sent', reason: now?.reason ?? null } as const,
  };
}
