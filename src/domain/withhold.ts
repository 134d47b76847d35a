import type { Ticket } from './ticket.ts';

/** What a public message is written upon. */
export interface Conversation {
  /** Id of the last public entry, ours or the customer's; null while there is none. */
  readonly lastPublicEntryId: string | null;
  readonly assigneeId: string | null;
  readonly isClosed: boolean;
}

/** The conversation as it stands when a message arrives. */
export interface PresentConversation extends Conversation {
  /** The last public entry is the customer's. */
  readonly isCustomersTurn: boolean;
  /** Why the last public entry was held back itself; null when it left. */
  readonly lastWithheld: WithholdReason | null;
}

/** Why a public message does not leave by itself: it was written upon another state. */
export const withholdReasons = [
  'answered-meanwhile',
  'customer-wrote',
  'other-assignee',
  'closed-meanwhile',
] as const;
export type WithholdReason = (typeof withholdReasons)[number];

/**
 * Why a public message is not delivered although it stands in its ticket; null when it may leave.
 * What is said upon a message that was held back is held back, too.
 */
export function whyWithheld(
  seen: Conversation,
  present: PresentConversation,
  authorId: string,
): WithholdReason | null {
  if (present.isClosed && !seen.isClosed) return 'closed-meanwhile';
  if (present.lastPublicEntryId !== seen.lastPublicEntryId) {
    return present.isCustomersTurn ? 'customer-wrote' : 'answered-meanwhile';
  }
  const { assigneeId } = present;
  const isOthers = assigneeId !== null && assigneeId !== authorId;
  if (isOthers && assigneeId !== seen.assigneeId) return 'other-assignee';
  return present.lastWithheld;
}

/** Whether a ticket is done with as far as its customer is told. */
export function isConversationClosed({ status }: Pick<Ticket, 'status'>): boolean {
  return status === 'resolved' || status === 'closed' || status === 'merged';
}
