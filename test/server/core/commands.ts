import type { TicketCommand } from '../../../src/domain/command.ts';

/** A note for colleagues. */
export function note(text: string): TicketCommand {
  return { type: 'note', text };
}

/** An answer to the customer. */
export function reply(text: string): TicketCommand {
  const plain = { messageId: null, promise: null, status: null, attachments: [] };
  return { type: 'reply', text, ...plain };
}

/** What the customer wrote, and its Message-ID when it came by mail. */
export function received(text: string, messageId: string | null = null): TicketCommand {
  const who = { contactId: null, contactName: 'Жанна' };
  return { type: 'receive', at: 0, text, ...who, messageId, attachments: [], isAutomatic: false };
}
