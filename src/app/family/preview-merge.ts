import type { Contact } from '../../domain/person.ts';
import { openPromises, type Ticket } from '../../domain/ticket.ts';
import type { Desk } from '../desk/desk.ts';

/** What a merge does, for the person to see before it is done. */
export interface MergePreview {
  readonly source: Ticket;
  readonly target: Ticket;
  /** Entries that will be read in the target. */
  readonly entries: number;
  /** Tickets that go over to the target. */
  readonly children: number;
  /** Promised times that go over. */
  readonly promises: number;
  /** Who gets the answers from then on; null when the target has nobody. */
  readonly writesTo: Contact | null;
  /** Who wrote in the source and will get no more answers; null when it is the same person. */
  readonly nobodyWritesTo: Contact | null;
}

/** Looks at a merge without doing it. */
export function previewMerge(desk: Desk, source: Ticket, target: Ticket): MergePreview {
  const contact = ({ contactId }: Ticket) => desk.people.contact(contactId);
  const isOther = source.contactId !== null && source.contactId !== target.contactId;
  return {
    source,
    target,
    entries: desk.tickets.entries(source.id).length,
    children: source.childIds?.length ?? 0,
    promises: openPromises(source).length,
    writesTo: contact(target),
    nobodyWritesTo: isOther ? contact(source) : null,
  };
}
