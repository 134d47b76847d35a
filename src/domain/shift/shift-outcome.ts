import type { PlacedFact } from '../family/placed.ts';
import type { DecideShiftContext, ShiftOutcome } from './shift-context.ts';
import type { ShiftFact } from './shift-fact.ts';

/** Facts with their identity: those of the shift first, then those of the tickets it moves. */
export function shiftOutcome(
  facts: readonly ShiftFact[],
  placed: readonly PlacedFact[],
  { opId, shiftId, now, actor, device }: DecideShiftContext,
): ShiftOutcome {
  const common = { opId, at: now, byId: actor.id, device };
  return {
    events: facts.map((fact, index) => ({ id: `${opId}:${index}`, ...common, shiftId, fact })),
    tickets: placed.map(({ ticketId, fact }, index) => ({
      id: `${opId}:${facts.length + index}`,
      ...common,
      ticketId,
      fact,
    })),
  };
}
