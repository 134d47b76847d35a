import type { Desk } from '../desk/desk.ts';
import type { Draft, DraftInput } from './save-draft.ts';

/** A text that comes back to be written on, and what stood beside it. */
export interface ReturnedText extends Pick<DraftInput, 'kind' | 'ticketId' | 'text'> {
  readonly goods: object;
}

/**
 * Makes a text a draft again. Something newer may already be there: both texts are kept, the
 * returned one below it.
 */
export function addToDraft(desk: Desk, { kind, ticketId, text, goods }: ReturnedText): Draft {
  const present = desk.drafts.find(kind, ticketId);
  const now = desk.clock.now();
  const draft: Draft = {
    id: present?.id ?? desk.makeId(),
    kind,
    ticketId,
    text: present ? `${present.text}\n\n${text}` : text,
    extra: present?.extra ?? { goods: JSON.stringify(goods) },
    createdAt: present?.createdAt ?? now,
    updatedAt: now,
  };
  desk.drafts.save(draft);
  return draft;
}
