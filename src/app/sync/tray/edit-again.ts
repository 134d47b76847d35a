import { type Refusal, refuse } from '../../../domain/refusal.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { addToDraft } from '../../ticket/add-to-draft.ts';
import type { Draft } from '../../ticket/save-draft.ts';
import { settleItem } from './settle-item.ts';
import { draftKindOf, writtenIn } from './tray-actions.ts';

/** Gives the text back as a draft of its ticket, to be written on; below one that stands there. */
export function editAgain(desk: Desk, id: string): Result<Draft, Refusal> {
  return settleItem(desk, { id, by: 'edit', how: 'edited' }, (found) => {
    const { mine } = found;
    const kind = draftKindOf(found.command);
    if (kind === null) return refuse('discrepancy-not-so');
    const goods =
      mine?.type === 'reply' || mine?.type === 'ask-review'
        ? { promise: mine.promise, status: mine.status, attachments: mine.attachments }
        : {};
    return ok(addToDraft(desk, { kind, ticketId: found.entityId, text: writtenIn(found), goods }));
  });
}
