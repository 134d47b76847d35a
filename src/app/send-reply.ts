import type { NewPromise } from '../domain/command.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { AttachmentRef } from '../domain/ticket.ts';
import type { Status } from '../domain/vocabulary.ts';
import type { Executed } from '../store/ticket/ticket-transactor.ts';
import { must } from '../util/must.ts';
import type { Result } from '../util/result.ts';
import type { Desk } from './desk.ts';
import { execute } from './execute.ts';

export interface OutgoingReply {
  readonly ticketId: string;
  readonly text: string;
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly attachments: readonly AttachmentRef[];
  /** Milliseconds during which it can be taken back; 0 sends at once. */
  readonly undoMs: number;
}

/** The time in which a reply on this ticket can be taken back, in ms. */
export function undoWindowMs(desk: Desk, ticketId: string): number {
  if (desk.settings.undoSeconds !== null) return desk.settings.undoSeconds * 1000;
  const channel = desk.tickets.byId(ticketId)?.channel;
  const windows = desk.config.undoWindowMs;
  return (channel && windows[channel]) ?? windows.default;
}

/** Whether letters have a way out: a command or a mail server is set. */
export function isDeliveryConfigured(desk: Desk): boolean {
  return desk.settings.deliver.command !== null || desk.settings.deliver.smtp !== null;
}

/**
 * Writes a public reply and puts its letter on the way. The letter waits for the undo window;
 * without a way out it stays on the ticket as not sent, and says so.
 */
export function sendReply(desk: Desk, reply: OutgoingReply): Result<Executed, Refusal> {
  const { ticketId } = reply;
  const opId = desk.makeId();
  const now = desk.clock.now();
  return desk.store.sql.transact(() => {
    const ticket = desk.tickets.byId(ticketId);
    const messageId = newMessageId(desk, ticket?.number ?? 'new', opId);
    const done = execute(
      desk,
      ticketId,
      {
        type: 'reply',
        text: reply.text,
        messageId,
        promise: reply.promise,
        status: reply.status,
        attachments: reply.attachments,
      },
      { opId, heldUntil: now + reply.undoMs },
    );
    if (!done.ok) return done;
    const state = must(done.value.ticket, 'replied ticket');
    const contact = state.contactId ? desk.people.contact(state.contactId) : null;
    const address = contact?.email ?? null;
    const isReachable = isDeliveryConfigured(desk) && address !== null && !state.isDemo;
    desk.deliveries.add(
      {
        entryId: `${opId}:0`,
        opId,
        ticketId,
        state: isReachable ? 'queued' : 'unconfigured',
        address,
        messageId,
        heldUntil: now + reply.undoMs,
        tries: 0,
        nextTryAt: now + reply.undoMs,
        reason: reasonNotSent(desk, address, state.isDemo),
      },
      now,
    );
    return done;
  });
}

function reasonNotSent(desk: Desk, address: string | null, isDemo: boolean): string | null {
  if (isDemo) return 'demo';
  if (!isDeliveryConfigured(desk)) return 'delivery-not-configured';
  return address === null ? 'no-address' : null;
}

/** Our message ids carry the number, so that an answer finds its ticket even without a subject. */
function newMessageId(desk: Desk, number: string, opId: string): string {
  const domain = desk.config.mailAddress.split('@')[1] ?? 'smena.invalid';
  return `<${number}.${opId.replaceAll('-', '').slice(12)}@${domain}>`;
}
