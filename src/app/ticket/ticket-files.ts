import type { AttachmentRef } from '../../domain/ticket.ts';
import { UserError } from '../../util/user-error.ts';
import type { Desk } from '../desk/desk.ts';

/** A file of a ticket: `place` counts from 1 through the timeline. */
export interface FoundFile extends AttachmentRef {
  readonly place: number;
  readonly ticketId: string;
  readonly entryId: string;
  readonly at: number;
}

/** All files of a ticket in the order they came. */
export function filesOf(desk: Desk, ticketId: string): FoundFile[] {
  const files = desk.tickets
    .entries(ticketId)
    .flatMap(({ id, at, attachments }) =>
      attachments.map((file) => ({ ...file, ticketId, entryId: id, at })),
    );
  return files.map((file, index) => ({ ...file, place: index + 1 }));
}

/** The file of a place, a name or the beginning of a hash. Throws a UserError when there is none. */
export function findFile(desk: Desk, ticketId: string, text: string): FoundFile {
  const files = filesOf(desk, ticketId);
  const found =
    files.find((file) => String(file.place) === text) ??
    files.findLast((file) => file.name === text) ??
    files.find((file) => text.length >= 6 && file.hash.startsWith(text));
  if (!found) throw new UserError('attachment-unknown', { name: text });
  return found;
}

/** The bytes of a file. Throws a UserError when they are gone from the data folder. */
export function readFile(desk: Desk, file: AttachmentRef): Uint8Array {
  const bytes = desk.attachments.get(file.hash);
  if (!bytes) throw new UserError('attachment-gone', { name: file.name });
  return bytes;
}
