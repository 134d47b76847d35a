import { fail, ok } from '../../util/result.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { ShiftFacts } from './decide-roster.ts';
import { isAccepted, lastHandover } from './last-handover.ts';
import { mergeLines } from './merge-lines.ts';
import type { Shift } from './shift.ts';
import type { ShiftCommand } from './shift-command.ts';
import type { DecideShiftContext } from './shift-context.ts';
import { shiftRef } from './shift-id.ts';

/** Commands about what is written down on a shift. */
export type LogCommand = Extract<
  ShiftCommand,
  { type: 'log-item' | 'settle-item' | 'write-section' | 'note-ticket' | 'mark-reviewed' }
>;

type Of<Type extends LogCommand['type']> = Extract<LogCommand, { type: Type }>;

/** What somebody says in a shift is read by people. */
const LONGEST_ITEM = 10_000;
const LONGEST_SECTION = 50_000;

/** Decides what stands in the log of a shift, in its report and beside its tickets. Pure. */
export function decideLog(
  command: LogCommand,
  shift: Shift,
  context: DecideShiftContext,
): ShiftFacts {
  switch (command.type) {
    case 'log-item':
      return decideItem(command, shift, context);
    case 'settle-item':
      return decideSettle(command, shift);
    case 'write-section':
      return decideSection(command, shift);
    case 'note-ticket':
      return decideNote(command, shift, context);
    case 'mark-reviewed': {
      const { actor, now: at, ticket } = context;
      if (!ticket(command.mark.ticketId)) return refuse('no-such-ticket');
      const mark = { ...command.mark, byId: actor.id, at };
      return ok([{ type: 'dialogue-reviewed', mark }]);
    }
  }
}

/** A line of the log is never refused for a shift that is over; one that stands is not told twice. */
function decideItem(
  { item }: Of<'log-item'>,
  shift: Shift,
  context: DecideShiftContext,
): ShiftFacts {
  if (shift.items.some(({ id }) => id === item.id)) return ok([]);
  if (item.text.trim() === '') return refuse('text-missing');
  const why =
    whyTooLong([item.text, item.stopWhen, item.ifMoves], LONGEST_ITEM) ??
    whyUnknown(item.ticketId, item.ownerId, context);
  if (why) return fail(why);
  const { actor, now: at } = context;
  return ok([{ type: 'item-logged', item: { ...item, byId: actor.id, at, settled: null } }]);
}

function decideSettle({ itemId, outcome }: Of<'settle-item'>, shift: Shift): ShiftFacts {
  const item = shift.items.find(({ id }) => id === itemId);
  if (!item) return refuse('no-such-shift-item', [], { item: itemId });
  if (item.settled) return refuse('shift-item-settled');
  const why = whyTooLong([outcome], LONGEST_ITEM);
  return why ? fail(why) : ok([{ type: 'item-settled', itemId, outcome }]);
}

/** A text that was begun over an older one comes together with what was written meanwhile. */
function decideSection(
  { section, text: mine, base, baseRev }: Of<'write-section'>,
  shift: Shift,
): ShiftFacts {
  const now = shift.sections[section];
  const from = now?.text ?? '';
  const isFresh = (now?.rev ?? 0) === baseRev || from === base;
  const text = isFresh ? mine : mergeLines({ base, mine, theirs: from });
  if (text === from) return ok([]);
  const why = whyHandedOver(shift) ?? whyTooLong([text], LONGEST_SECTION);
  return why ? fail(why) : ok([{ type: 'section-written', section, text, from }]);
}

function decideNote(
  { note }: Of<'note-ticket'>,
  shift: Shift,
  context: DecideShiftContext,
): ShiftFacts {
  const why =
    whyHandedOver(shift) ??
    whyTooLong([note.nextAction, note.ifThen, note.contact], LONGEST_ITEM) ??
    whyUnknown(note.ticketId, note.newOwnerId, context);
  if (why) return fail(why);
  const { actor, now: at } = context;
  return ok([{ type: 'ticket-noted', note: { ...note, byId: actor.id, at } }]);
}

/** What was accepted stays as it was read; later words are remarks. */
function whyHandedOver(shift: Shift): Refusal | null {
  const last = lastHandover(shift);
  return last && isAccepted(last)
    ? refusal('shift-handed-over', [], { shift: shiftRef(shift.id) })
    : null;
}

/** Why texts are too long to be kept; null when they are not. */
export function whyTooLong(texts: readonly string[], most = LONGEST_ITEM): Refusal | null {
  return texts.some((text) => text.length > most) ? refusal('text-too-long', [], { most }) : null;
}

function whyUnknown(
  ticketId: string | null,
  personId: string | null,
  { ticket, person }: DecideShiftContext,
): Refusal | null {
  if (ticketId !== null && !ticket(ticketId)) return refusal('no-such-ticket');
  return personId !== null && !person(personId)
    ? refusal('owner-unknown', [], { person: personId })
    : null;
}
