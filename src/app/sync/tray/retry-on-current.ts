import { articleOfEntity } from '../../../domain/article-event.ts';
import type { TicketCommand } from '../../../domain/command.ts';
import type { Op, RecordCommand } from '../../../domain/op.ts';
import { personOfPractice } from '../../../domain/practice/practice-id.ts';
import { isPracticeCommand } from '../../../domain/practice/typed-in-practice.ts';
import { type Refusal, refuse } from '../../../domain/refusal.ts';
import type { QueueCommand } from '../../../domain/saved-queue.ts';
import { isShiftCommand } from '../../../domain/shift/typed-in-shift.ts';
import { SavedQueueStore } from '../../../store/queue/saved-queue-store.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { execute } from '../../desk/execute.ts';
import { sendMany } from '../../family/send-many.ts';
import { saveArticle } from '../../knowledge/save-article.ts';
import { sendReply } from '../../letter/send-reply.ts';
import { executePractice } from '../../practice/execute-practice.ts';
import { queueOp } from '../../queue/queue-op.ts';
import { executeShift } from '../../shift/execute-shift.ts';
import { sendReviewed } from '../../supervision/send-reviewed.ts';
import { saveRecordAgain } from './save-record-again.ts';
import { settleItem } from './settle-item.ts';

type Done = Result<unknown, Refusal>;

/**
 * Does the same once more, on what stands there now, as a new operation. `undoMs`: for how long a
 * text to a customer can be taken back.
 */
export function retryOnCurrent(desk: Desk, id: string, undoMs: number): Done {
  return settleItem(desk, { id, by: 'retry', how: 'retried' }, ({ entityId, mine }): Done => {
    if (mine === null) return refuse('discrepancy-not-so');
    if (isRecord(mine)) return saveRecordAgain(desk, mine);
    if (isQueue(mine)) return ok(new SavedQueueStore(desk.store.sql).write(queueOp(desk, mine)));
    if (mine.type === 'save-draft') return saveAgain(desk, entityId, mine);
    if (isShiftCommand(mine)) return executeShift(desk, entityId, mine);
    if (isPracticeCommand(mine))
      return executePractice(desk, personOfPractice(entityId) ?? '', mine);
    // What is left of what can be tried again is done to tickets.
    return again(desk, entityId, { command: mine as TicketCommand, undoMs });
  });
}

function again(
  desk: Desk,
  ticketId: string,
  { command, undoMs }: { readonly command: TicketCommand; readonly undoMs: number },
): Done {
  if (command.type === 'reply') {
    const { type: _, messageId: __, ...reply } = command;
    return sendReply(desk, { ...reply, ticketId, undoMs });
  }
  if (command.type === 'send-reviewed') {
    const { type: _, messageId: __, ...reviewed } = command;
    return sendReviewed(desk, { ...reviewed, ticketId, undoMs });
  }
  if (command.type === 'write-many') {
    const { type: _, typed = null, ...many } = command;
    const messages = many.messages.map((message) => {
      return { ...message, number: desk.tickets.byId(message.ticketId)?.number ?? '' };
    });
    return sendMany(desk, { ...many, messages, typed, ticketId, undoMs });
  }
  return execute(desk, ticketId, command);
}

function saveAgain(
  desk: Desk,
  entityId: string,
  { text, note, ticketId }: Extract<Op['payload'], { readonly type: 'save-draft' }>,
): Done {
  const key = articleOfEntity(entityId);
  return key ? saveArticle(desk, key, { text, note, ticketId }) : refuse('no-such-article');
}

function isRecord(payload: Op['payload']): payload is RecordCommand {
  return /^save-(?:person|customer|contact|asset)$/.test(payload.type);
}

function isQueue(payload: Op['payload']): payload is QueueCommand {
  return /-queues?$/.test(payload.type);
}
