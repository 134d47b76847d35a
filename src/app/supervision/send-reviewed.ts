import type { Refusal } from '../../domain/refusal.ts';
import type { NewPromise, TextEffects } from '../../domain/text-effects.ts';
import type { AttachmentRef } from '../../domain/ticket.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { Executed } from '../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import { execute } from '../desk/execute.ts';
import { newMessageId, postLetter } from '../letter/send-reply.ts';

/** A reply that was looked through. What is absent goes as its author wrote it. */
export interface ReviewedReply {
  readonly ticketId: string;
  readonly reviewId: string;
  readonly text: string;
  readonly promise?: NewPromise | null | undefined;
  readonly status?: Status | null | undefined;
  readonly attachments?: readonly AttachmentRef[] | undefined;
  readonly effects?: TextEffects | undefined;
  /** Milliseconds during which it can be taken back; 0 sends at once. */
  readonly undoMs: number;
}

/** Sends a colleague's reply after a look at it; its letter leaves as that of any other reply. */
export function sendReviewed(desk: Desk, reviewed: ReviewedReply): Result<Executed, Refusal> {
  const { ticketId, undoMs, ...own } = reviewed;
  const opId = desk.makeId();
  const heldUntil = desk.clock.now() + undoMs;
  return desk.store.sql.transact(() => {
    const number = desk.tickets.byId(ticketId)?.number ?? 'new';
    const messageId = newMessageId(desk, number, opId);
    const command = { type: 'send-reviewed', ...own, messageId } as const;
    const done = execute(desk, ticketId, command, { opId, heldUntil });
    const entryId = `${opId}:0`;
    if (done.ok) postLetter(desk, done.value.ticket, { opId, entryId, messageId, heldUntil });
    return done;
  });
}
