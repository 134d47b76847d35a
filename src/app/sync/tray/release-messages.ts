import type { Refusal } from '../../../domain/refusal.ts';
import type { Discrepancy } from '../../../store/sync/tray-store.ts';
import { ok, type Result } from '../../../util/result.ts';
import type { Desk } from '../../desk/desk.ts';
import { execute } from '../../desk/execute.ts';

/** Tells everybody what the author decided about the messages of an operation that were held back. */
export function releaseMessages(
  desk: Desk,
  { opId, entityId }: Pick<Discrepancy, 'opId' | 'entityId'>,
  how: 'sent' | 'dropped',
): Result<true, Refusal> {
  const withheld = desk.tickets.byId(entityId)?.withheld ?? {};
  // What the server has not told of yet was not seen by anybody.
  const ids = Object.keys(withheld).filter((id) => id.startsWith(`${opId}:`));
  for (const entryId of ids) {
    const done = execute(desk, entityId, { type: 'release-message', entryId, how });
    if (!done.ok) return done;
  }
  return ok(true);
}
