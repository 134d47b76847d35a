import type { TicketCommand } from '../../../domain/command.ts';
import type { Op } from '../../../domain/op.ts';
import type { BatchState } from '../state/batch-state.ts';
import type { Change } from './outcome.ts';

/** RFC 5322 ends a line there. */
const LONGEST_ID = 998;

/** Whether the letter that a command takes in stands already in its space: another desk was faster. */
export function standsHere(command: TicketCommand, space: string, state: BatchState): boolean {
  const messageId = takenIn(command);
  return messageId !== null && state.state('letter', letterKey(space, messageId)) !== null;
}

/** The letters that a command leaves in a ticket, so that they are known when they come again. */
export function lettersOf(
  command: TicketCommand,
  ticketId: string,
  space: string,
): readonly Change[] {
  const isSent = command.type === 'reply' || command.type === 'send-reviewed';
  const sent = isSent ? readId(command.messageId) : null;
  const messageId = takenIn(command) ?? sent;
  if (messageId === null) return [];
  return [{ type: 'letter', id: letterKey(space, messageId), space, state: { ticketId } }];
}

/** Ids of letters that a command will be asked for. */
export function lettersToLookUp(command: Op['payload'], space: string): readonly string[] {
  const messageId = takenIn(command);
  return messageId === null ? [] : [letterKey(space, messageId)];
}

function takenIn(command: Op['payload']): string | null {
  if (command.type === 'receive') return readId(command.messageId);
  return command.type === 'register' ? readId(command.first?.messageId ?? null) : null;
}

function readId(messageId: string | null): string | null {
  const id = messageId?.trim() ?? '';
  return id === '' || id.length > LONGEST_ID ? null : id;
}

function letterKey(space: string, messageId: string): string {
  return `${space}/${messageId}`;
}
