import type { AttachmentRef, Entry, EntryAuthor } from '../../domain/ticket.ts';
import type { DeliveryState } from '../delivery/delivery-store.ts';

/** A timeline entry with the state of its delivery, when it is a letter of ours. */
export interface StoredEntry extends Entry {
  readonly ticketId: string;
  readonly delivery: EntryDelivery | null;
}

export interface EntryDelivery {
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly heldUntil: number;
}

export interface EntryRow {
  readonly id: string;
  readonly ticket_id: string;
  readonly at: number;
  readonly kind: Entry['kind'];
  readonly visibility: Entry['visibility'];
  readonly author_type: EntryAuthor['type'];
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly text: string;
  readonly duration_ms: number | null;
  readonly message_id: string | null;
  readonly attachments: string | null;
  readonly delivery_state: EntryDelivery['state'] | null;
  readonly delivery_reason: string | null;
  readonly delivery_held: number | null;
}

/** A row of the timeline as the domain knows it. */
export function toEntry(row: EntryRow): StoredEntry {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    at: row.at,
    kind: row.kind,
    visibility: row.visibility,
    author: author(row),
    text: row.text,
    durationMs: row.duration_ms,
    messageId: row.message_id,
    attachments: row.attachments ? (JSON.parse(row.attachments) as AttachmentRef[]) : [],
    delivery: row.delivery_state
      ? {
          state: row.delivery_state,
          reason: row.delivery_reason,
          heldUntil: row.delivery_held ?? 0,
        }
      : null,
  };
}

function author(row: EntryRow): EntryAuthor {
  if (row.author_type === 'person' && row.author_id) return { type: 'person', id: row.author_id };
  if (row.author_type === 'contact') {
    return { type: 'contact', id: row.author_id, name: row.author_name ?? '' };
  }
  return { type: 'system' };
}
