import type { LetterBounce } from '../../intake/mail/letter.ts';
import type { Delivery } from '../../store/delivery/delivery-store.ts';
import { bounceReason, bounceText } from './import-notices.ts';
import { type ImportOutcome, skipped } from './import-report.ts';
import { keepLetter, type LetterPlace, writeNotice } from './letter-place.ts';

/**
 * Tells the engineer, on the ticket, that a letter of ours did not arrive, and marks that letter
 * as failed. A report that names nothing of ours, or only good news, is kept and changes nothing.
 */
export function importBounce(place: LetterPlace, ticketId: string | null): ImportOutcome {
  const { desk, incoming, at } = place;
  const bounce = incoming.letter.bounce ?? unreadable;
  const ticket = ticketId === null ? null : desk.tickets.byId(ticketId);
  if (ticket === null || isGoodNews(bounce)) {
    keepLetter(place, 'bounce', ticket?.id ?? null);
    return skipped('bounce');
  }
  const isDelay = isOnlyDelay(bounce);
  const delivery = isDelay ? null : findDelivery(place, bounce);
  if (delivery) {
    desk.deliveries.failed(delivery.entryId, bounceReason(bounce) || 'bounced', at);
  }
  writeNotice(place, ticket.id, bounceText(desk, bounce, isDelay));
  keepLetter(place, 'bounce', ticket.id);
  return { kind: 'updated', number: ticket.number };
}

const unreadable: LetterBounce = {
  recipient: null,
  action: null,
  status: null,
  diagnostic: null,
  originalMessageId: null,
  originalSubject: null,
  originalReferences: [],
  otherRecipients: [],
};

/** A server that gave up says `failed`, also with the 4.x status of its last try. */
function isOnlyDelay({ action, status }: LetterBounce): boolean {
  return action === null ? status?.startsWith('4') === true : action === 'delayed';
}

function isGoodNews({ action }: LetterBounce): boolean {
  return action === 'delivered' || action === 'relayed' || action === 'expanded';
}

/** Our letter that came back, when it was on its way at all. */
function findDelivery({ desk, incoming }: LetterPlace, bounce: LetterBounce): Delivery | null {
  const { inReplyTo } = incoming.letter;
  // Some mail systems add a second Message-ID: ours is then among the further ids.
  const ids = [bounce.originalMessageId, ...bounce.originalReferences, inReplyTo];
  for (const id of ids) {
    const delivery = id === null ? null : desk.deliveries.byMessage(id);
    if (delivery !== null) return delivery;
  }
  return null;
}
