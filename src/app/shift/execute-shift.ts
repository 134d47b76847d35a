import type { Person } from '../../domain/person.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ShiftCommand } from '../../domain/shift/shift-command.ts';
import type { DecideShiftContext } from '../../domain/shift/shift-context.ts';
import { readShiftId } from '../../domain/shift/shift-id.ts';
import { isUnled } from '../../domain/shift/shift-right.ts';
import { MAIN_SPACE } from '../../domain/space.ts';
import type { ExecutedShift } from '../../store/shift/shift-store.ts';
import type { Result } from '../../util/result.ts';
import { hasRealTickets, isOnlyDemo } from '../demo/demo-presence.ts';
import type { Desk } from '../desk/desk.ts';
import { makeOp, originOf } from '../desk/make-op.ts';

/** How a command is run when it is not simply "now, by me". */
export interface ShiftOptions {
  /** Epoch ms of a thing that happened earlier (demo). */
  readonly at?: number;
  readonly byId?: string;
  readonly opId?: string;
  readonly isDemo?: boolean;
}

/** Decides and writes one command on one shift. A refusal by a rule changes nothing. */
export function executeShift(
  desk: Desk,
  shiftId: string,
  command: ShiftCommand,
  options: ShiftOptions = {},
): Result<ExecutedShift, Refusal> {
  return desk.store.sql.transact(() => {
    const actor = (options.byId ? desk.people.person(options.byId) : null) ?? desk.me;
    const space = readShiftId(shiftId)?.space ?? MAIN_SPACE;
    if (options.isDemo !== true) makeWay(desk, shiftId);
    const isDemo = desk.shifts.byId(shiftId)?.isDemo ?? options.isDemo ?? isOnlyDemo(desk);
    const about = { space, entityType: 'shift', entityId: shiftId, isDemo } as const;
    const made = makeOp({ ...originOf(desk), byId: actor.id }, { ...about, payload: command });
    const { at: occurredAt = made.occurredAt, opId = made.opId } = options;
    const op = { ...made, opId, occurredAt };
    const asked = { now: occurredAt, actor, opId, shiftId, space, isDemo };
    return desk.shifts.execute(op, shiftContext(desk, asked));
  });
}

/** Where real work has begun, the shift that the demo told gives its place to the real one. */
function makeWay(desk: Desk, shiftId: string): void {
  if (desk.shifts.isOnlyTold(shiftId) && hasRealTickets(desk)) desk.shifts.eraseDemo(shiftId);
}

/** What a decision on a shift at this desk looks at, as things stand. */
export function shiftContext(
  desk: Desk,
  asked: Pick<DecideShiftContext, 'now' | 'actor' | 'opId' | 'shiftId' | 'space' | 'isDemo'>,
): DecideShiftContext {
  return {
    ...asked,
    device: desk.device,
    desk: desk.config,
    isUnled: isUnled(desk.people.persons(), desk.config),
    person: (id: string): Person | null => desk.people.person(id),
    ticket: (id: string) => desk.tickets.byId(id),
    isSignedOff: (id, channel) => desk.practiceRecords.isSignedOff(id, channel),
  };
}
