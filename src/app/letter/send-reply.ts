import type { Refusal } from '../../domain/refusal.ts';
import type { TemplateUse } from '../../domain/template-use.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { AttachmentRef, Ticket } from '../../domain/ticket.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';

export interface OutgoingReply {
  readonly ticketId: string;
  readonly text: string;
  readonly promise: NewPromise | null;
  readonly status: Status | null;
  readonly attachments: readonly AttachmentRef[];
  /** What of the text came from templates. */
  readonly templates?: readonly TemplateUse[] | undefined;
  /** What else changes with it, decided together. */
  readonly effects?: TextEffects | undefined;
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
  const { ticketId, text, promise, status, attachments, templates, effects } = reply;
  const opId = desk.makeId();
  const heldUntil = desk.clock.now() + reply.undoMs;
  return desk.store.sql.transact(() => {
    const number = desk.tickets.byId(ticketId)?.number ?? 'new';
    const messageId = newMessageId(desk, number, opId);
    const message = { text, messageId, promise, status, attachments };
    const command = { type: 'reply', ...message, templates, effects } as const;
    const done = execute(desk, ticketId, command, { opId, heldUntil });
    const entryId = `${opId}:0`;
    if (done.ok) postLetter(desk, done.value.ticket, { opId, entryId, messageId, heldUntil });
    return done;
  });
}

/** A public message that is to leave as a letter. */
export interface Letter {
  readonly opId: string;
  readonly entryId: string;
  readonly messageId: string;
  readonly heldUntil: number;
}

/** Puts the letter of a reply on its way, or notes why it has none. */
export function postLetter(desk: Desk, ticket: Ticket, letter: Letter): void {
  const { address, reason } = addressOf(desk, ticket);
  const delivery = {
    ...letter,
    ticketId: ticket.id,
    state: reason === null ? 'queued' : 'unconfigured',
    address,
    tries: 0,
    nextTryAt: letter.heldUntil,
    reason,
  } as const;
  desk.deliveries.add(delivery, desk.clock.now());
}

/** Where the letters of a ticket go now, and why none can; null for nothing in the way. */
export function addressOf(
  desk: Desk,
  { contactId, isDemo }: Pick<Ticket, 'contactId' | 'isDemo'>,
): { readonly address: string | null; readonly reason: string | null } {
  const address = (contactId ? desk.people.contact(contactId)?.email : null) ?? null;
  return { address, reason: reasonNotSent(desk, address, isDemo) };
}

function reasonNotSent(desk: Desk, address: string | null, isDemo: boolean): string | null {
  if (isDemo) return 'demo';
  if (!isDeliveryConfigured(desk)) return 'delivery-not-configured';
  return address === null ? 'no-address' : null;
}

/** Our message ids carry the number, so that an answer finds its ticket even without a subject. */
export function newMessageId(desk: Desk, number: string, opId: string): string {
  const domain = desk.config.mailAddress.split('@')[1] ?? 'smena.invalid';
  return `<${number}.${opId.replaceAll('-', '').slice(12)}@${domain}>`;
}
