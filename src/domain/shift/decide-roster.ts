import { fail, ok, type Result } from '../../util/result.ts';
import { type Refusal, refusal, refuse } from '../refusal.ts';
import type { Shift, ShiftMember } from './shift.ts';
import type { ShiftCommand } from './shift-command.ts';
import type { DecideShiftContext } from './shift-context.ts';
import type { ShiftFact } from './shift-fact.ts';
import { shiftRef } from './shift-id.ts';

/** What happens to a shift, or why it does not. */
export type ShiftFacts = Result<readonly ShiftFact[], Refusal>;

type Open = Extract<ShiftCommand, { type: 'open-shift' }>;

/** Commands about who is there. */
export type RosterCommand = Extract<
  ShiftCommand,
  { type: 'open-shift' | 'close-shift' | 'set-member' | 'remove-member' }
>;

const LONGEST_NOTE = 1000;

/** Decides who opens and closes a shift, and who is on it. Pure. */
export function decideRoster(
  command: RosterCommand,
  shift: Shift,
  context: DecideShiftContext,
): ShiftFacts {
  switch (command.type) {
    case 'open-shift':
      return decideOpen(command, shift, context);
    case 'close-shift':
      return shift.closedAt === null
        ? ok([{ type: 'shift-closed' }])
        : refuse('shift-closed-already', [], { shift: shiftRef(shift.id) });
    case 'set-member': {
      const why = whyNotMember(command.member, context);
      return why ? fail(why) : ok([{ type: 'member-set', member: command.member }]);
    }
    case 'remove-member': {
      const { personId } = command;
      const isThere = shift.members.some((one) => one.personId === personId);
      return isThere
        ? ok([{ type: 'member-removed', personId }])
        : refuse('no-such-member', [], { person: context.person(personId)?.name ?? personId });
    }
  }
}

/** Somebody who opens what another lead has opened helps there. */
function decideOpen(command: Open, shift: Shift, context: DecideShiftContext): ShiftFacts {
  const { leadId, members, plan } = command;
  const known = shift.members.find(({ personId }) => personId === leadId);
  if (known && leadsAlready(known, shift, context)) {
    return refuse('shift-already-open', [], { shift: shiftRef(shift.id) });
  }
  const planned = members.filter(({ personId }) => !isThere(shift, personId));
  const others = planned.filter(({ personId }) => personId !== leadId);
  const own = known ?? planned.find(({ personId }) => personId === leadId) ?? emptyMember(leadId);
  const part = shift.leadId === null || shift.leadId === leadId ? 'lead' : 'deputy';
  const lead = cameNow({ ...own, part }, context);
  const why = whyNone([lead, ...others], context);
  if (why) return fail(why);
  const { space, isDemo } = shift;
  const opened: ShiftFact[] =
    shift.leadId === null || shift.closedAt !== null
      ? [{ type: 'shift-opened', plan, space, leadId, isDemo }]
      : [];
  const set = [lead, ...others].map((member): ShiftFact => ({ type: 'member-set', member }));
  return ok([...opened, ...set]);
}

/** A lead whom somebody else has named is there once they open it themselves. */
function leadsAlready(
  { part, cameAt, personId }: ShiftMember,
  { closedAt }: Shift,
  { actor }: DecideShiftContext,
): boolean {
  if (closedAt !== null || (part !== 'lead' && part !== 'deputy')) return false;
  return cameAt !== null || personId !== actor.id;
}

/** Whoever opens a shift is there; who is named by somebody else may still be on their way. */
function cameNow(member: ShiftMember, { actor, now }: DecideShiftContext): ShiftMember {
  if (member.personId !== actor.id) return member;
  return { ...member, cameAt: member.cameAt ?? now, leftAt: null };
}

/** Somebody on a shift of whom nothing else is known yet. */
export function emptyMember(personId: string): ShiftMember {
  return {
    ...{ personId, part: 'member', lines: [], note: '' },
    ...{ plannedFrom: null, plannedTo: null, cameAt: null, leftAt: null, calledAt: null },
  };
}

function isThere({ members }: Shift, personId: string): boolean {
  return members.some((one) => one.personId === personId);
}

function whyNone(members: readonly ShiftMember[], context: DecideShiftContext): Refusal | null {
  for (const member of members) {
    const why = whyNotMember(member, context);
    if (why) return why;
  }
  return null;
}

function whyNotMember(member: ShiftMember, { person, desk }: DecideShiftContext): Refusal | null {
  const known = person(member.personId);
  if (!known) return refusal('owner-unknown', [], { person: member.personId });
  const stray = member.lines.find((line) => !desk.lines.some(({ code }) => code === line));
  if (stray !== undefined) return refusal('unknown-line', [], { line: stray });
  if (member.note.length > LONGEST_NOTE) {
    return refusal('text-too-long', [], { most: LONGEST_NOTE });
  }
  const isBackwards =
    isAfter(member.plannedFrom, member.plannedTo) || isAfter(member.cameAt, member.leftAt);
  return isBackwards ? refusal('member-times-wrong', [], { person: known.name }) : null;
}

function isAfter(from: number | null, to: number | null): boolean {
  return from !== null && to !== null && from > to;
}
