import { unreachable } from '../../util/must.ts';
import { evolveShiftHandover } from './evolve-handover.ts';
import type { ReviewMark, Shift } from './shift.ts';
import type { ShiftEvent, ShiftFact } from './shift-fact.ts';

type Opening = Extract<ShiftFact, { type: 'shift-opened' }>;

/** Folds one event into a shift. What comes before the opening changes nothing. Pure. */
export function evolveShift(shift: Shift | null, event: ShiftEvent): Shift | null {
  const { fact } = event;
  if (fact.type === 'shift-opened') return opened(shift, fact, event);
  return shift && { ...folded(shift, fact, event), rev: shift.rev + 1 };
}

/** Folds a whole history, oldest first. */
export function replayShift(events: Iterable<ShiftEvent>): Shift | null {
  let shift: Shift | null = null;
  for (const event of events) shift = evolveShift(shift, event);
  return shift;
}

/** A shift that is opened again keeps everything; who leads it stays, too. */
function opened(shift: Shift | null, fact: Opening, { shiftId, at }: ShiftEvent): Shift {
  const { plan, space, leadId, isDemo } = fact;
  if (shift) {
    return { ...shift, leadId: shift.leadId ?? leadId, closedAt: null, rev: shift.rev + 1 };
  }
  return {
    ...plan,
    ...{ id: shiftId, space, openedAt: at, leadId, closedAt: null, isDemo, rev: 1 },
    ...{ members: [], items: [], sections: {}, notes: [], reviewed: [], handovers: [] },
  };
}

function folded(
  shift: Shift,
  fact: Exclude<ShiftFact, Opening>,
  event: Pick<ShiftEvent, 'at' | 'byId'>,
): Shift {
  const { at, byId } = event;
  switch (fact.type) {
    case 'shift-closed':
      return { ...shift, closedAt: at };
    case 'member-set':
      return { ...shift, members: replaced(shift.members, fact.member, (one) => one.personId) };
    case 'member-removed':
      return { ...shift, members: shift.members.filter((one) => one.personId !== fact.personId) };
    case 'item-logged':
      return { ...shift, items: [...shift.items, fact.item] };
    case 'item-settled': {
      const settled = { at, byId, outcome: fact.outcome };
      const items = shift.items.map((one) => (one.id === fact.itemId ? { ...one, settled } : one));
      return { ...shift, items };
    }
    case 'section-written': {
      const { section, text } = fact;
      const rev = (shift.sections[section]?.rev ?? 0) + 1;
      return { ...shift, sections: { ...shift.sections, [section]: { text, rev, byId, at } } };
    }
    case 'ticket-noted':
      return { ...shift, notes: replaced(shift.notes, fact.note, (one) => one.ticketId) };
    case 'dialogue-reviewed':
      return { ...shift, reviewed: replaced(shift.reviewed, fact.mark, markKey) };
    case 'shift-submitted':
    case 'shift-accepted':
    case 'shift-returned':
    case 'handover-expired':
    case 'handover-remarked':
      return evolveShiftHandover(shift, fact, event);
    default:
      return unreachable(fact);
  }
}

function markKey({ mark, ticketId }: ReviewMark): string {
  return `${mark} ${ticketId}`;
}

/** The list with an item in the place of the one of its key, else at the end. */
function replaced<Item>(
  items: readonly Item[],
  item: Item,
  key: (item: Item) => string,
): readonly Item[] {
  const place = items.findIndex((one) => key(one) === key(item));
  return place === -1 ? [...items, item] : items.with(place, item);
}
