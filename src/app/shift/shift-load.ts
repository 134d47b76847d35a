import type { MemberPart, ShiftPlan } from '../../domain/shift/shift.ts';
import { isUnled, whyNotReceive } from '../../domain/shift/shift-right.ts';
import { DialogueReader } from '../../store/shift/dialogue-reader.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Desk } from '../desk/desk.ts';
import { currentShift, type FoundShift } from './current-shift.ts';

/** A day's work of a person: so many conversations are neither few nor too many. */
export const loadBand = { from: 30, to: 50 } as const;

/** Where a number of conversations lies. */
export type LoadBand = 'below' | 'in' | 'above';

/** What somebody had to do in a shift. It is nobody's mark: people stand by name. */
export interface PersonLoad {
  readonly personId: string;
  readonly person: string;
  /** Their part of the shift; null for who is not on its list. */
  readonly part: MemberPart | null;
  readonly lines: readonly string[];
  readonly conversations: number;
  readonly band: LoadBand;
}

/** How many conversations each person had in a stretch of time: tickets with a word to the customer. */
export function conversationsIn(
  desk: Desk,
  { startsAt, endsAt }: Pick<ShiftPlan, 'startsAt' | 'endsAt'>,
): ReadonlyMap<string, number> {
  return new DialogueReader(desk.store.sql).conversations(startsAt, endsAt);
}

/** The load of everybody who is on a shift or worked in its hours, by name. */
export function shiftLoad(
  desk: Desk,
  { plan, state }: FoundShift = currentShift(desk),
): readonly PersonLoad[] {
  const counted = conversationsIn(desk, plan);
  const members = new Map((state?.members ?? []).map((member) => [member.personId, member]));
  const ids = [...new Set([...members.keys(), ...counted.keys()])];
  const loads = ids.map((personId): PersonLoad => {
    const member = members.get(personId);
    const conversations = counted.get(personId) ?? 0;
    return {
      personId,
      person: desk.people.person(personId)?.name ?? personId,
      part: member?.part ?? null,
      lines: member?.lines ?? [],
      conversations,
      band: bandOf(conversations),
    };
  });
  return loads.toSorted(
    (one, other) =>
      compareText(one.person, other.person) || compareText(one.personId, other.personId),
  );
}

/** What of the load I may see: everybody's as a lead or a head, else my own and the sum. */
export interface SeenLoad {
  readonly people: readonly PersonLoad[];
  readonly team: { readonly people: number; readonly conversations: number };
}

/** The load of a shift as far as it is mine to see. */
export function seenLoad(desk: Desk, shift: FoundShift = currentShift(desk)): SeenLoad {
  const all = shiftLoad(desk, shift);
  const { me: actor, config } = desk;
  const asked = { actor, desk: config, isUnled: isUnled(desk.people.persons(), config) };
  const people = all.filter(({ personId }) => seesAll(asked) || personId === actor.id);
  const conversations = all.reduce((sum, one) => sum + one.conversations, 0);
  return { people, team: { people: all.length, conversations } };
}

function seesAll(asked: Parameters<typeof whyNotReceive>[0]): boolean {
  return whyNotReceive(asked) === null;
}

/** Below, in or above the band of a day's work. */
export function bandOf(conversations: number): LoadBand {
  if (conversations < loadBand.from) return 'below';
  return conversations > loadBand.to ? 'above' : 'in';
}
