import type { Refusal } from '../../domain/refusal.ts';
import type { Shift, ShiftItem } from '../../domain/shift/shift.ts';
import type { AcceptedItem } from '../../domain/shift/shift-handover.ts';
import { ok, type Result } from '../../util/result.ts';
import type { Desk } from '../desk/desk.ts';
import type { FoundShift } from '../shift/current-shift.ts';
import { executeShift } from '../shift/execute-shift.ts';

/**
 * Goes on with what is still watched in the log of the shift that takes over. The ids follow from
 * those of the items, so that two workstations carry one item once.
 */
export function carryWatch(
  desk: Desk,
  shift: Shift,
  accepted: readonly AcceptedItem[],
  next: FoundShift,
): Result<string | null, Refusal> {
  const owners = new Map(accepted.map(({ key, ownerId }) => [key, ownerId]));
  const watched = shift.items.filter(({ id, settled }) => {
    return settled === null && owners.has(`watch:${id}`);
  });
  for (const item of watched) {
    const ownerId = owners.get(`watch:${item.id}`) ?? item.ownerId;
    const command = { type: 'log-item', plan: next.plan, item: carried(item, ownerId) } as const;
    const logged = executeShift(desk, next.id, command, { isDemo: shift.isDemo });
    if (!logged.ok) return logged;
  }
  return ok(watched.length === 0 ? null : next.id);
}

function carried(item: ShiftItem, ownerId: string | null) {
  const { kind, text, ticketId, until, stopWhen, ifMoves } = item;
  const said = { kind, text, ticketId, until, stopWhen, ifMoves };
  return { id: carriedId(item.id), ...said, ownerId, carriedFromId: item.id };
}

/** `x` becomes `x~1`, then `x~2`: one id for each shift that goes on with it. */
export function carriedId(itemId: string): string {
  const [, root = itemId, times = '0'] = /^(.*)~(\d+)$/.exec(itemId) ?? [];
  return `${root}~${Number(times) + 1}`;
}
