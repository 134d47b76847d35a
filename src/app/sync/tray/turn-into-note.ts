import type { Refusal } from '../../../domain/refusal.ts';
import type { Executed } from '../../../store/ticket/ticket-transactor.ts';
import type { Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { execute } from '../../desk/execute.ts';
import { settleItem } from './settle-item.ts';
import { writtenIn } from './tray-actions.ts';

/** Keeps what was typed as a note of its ticket: colleagues read it, the customer does not. */
export function turnIntoNote(desk: Desk, id: string): Result<Executed, Refusal> {
  return settleItem(desk, { id, by: 'note', how: 'noted' }, (found) =>
    execute(desk, found.entityId, { type: 'note', text: writtenIn(found) }),
  );
}
