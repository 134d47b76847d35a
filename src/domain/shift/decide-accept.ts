import { fail, ok, type Result } from '../../util/result.ts';
import type { PlacedFact } from '../family/placed.ts';
import { type Refusal, refusal } from '../refusal.ts';
import { isOpenStatus } from '../status-path.ts';
import { whyTooLong } from './decide-log.ts';
import type { ShiftHandoverCommand } from './handover-command.ts';
import { isAccepted } from './last-handover.ts';
import { movedTickets } from './moved-tickets.ts';
import type { Shift } from './shift.ts';
import type { DecideShiftContext } from './shift-context.ts';
import type { ShiftFact } from './shift-fact.ts';
import type { AcceptedItem, HandoverItem, ShiftHandover } from './shift-handover.ts';
import { whyNotOwner } from './shift-owner.ts';
import { typedInShift } from './typed-in-shift.ts';

/** What happens to the shift, and to the tickets that change hands. */
export interface AcceptOutcome {
  readonly facts: readonly ShiftFact[];
  readonly placed: readonly PlacedFact[];
}

/** An acceptance, or why it is not one yet. */
export type AcceptDecision = Result<AcceptOutcome, Refusal>;

type Accept = Extract<ShiftHandoverCommand, { type: 'accept-shift' }>;

/** An acceptance and everything it is held against. */
interface Accepting {
  readonly command: Accept;
  readonly shift: Shift;
  readonly handover: ShiftHandover;
  readonly context: DecideShiftContext;
}

/** Accepts a hand-over. Whoever comes second has said something, and moves nothing. */
export function decideAccept(
  command: Accept,
  shift: Shift,
  handover: ShiftHandover,
  context: DecideShiftContext,
): AcceptDecision {
  const accepting = { command, shift, handover, context };
  const tooLong = whyTooLong(typedInShift(command));
  if (tooLong) return fail(tooLong);
  if (isAccepted(handover)) return secondAcceptance(accepting);
  if (handover.state === 'returned') return fail(refusal('handover-returned-already'));
  const why = whyIncomplete(accepting) ?? whyNotSaidBack(accepting) ?? whyUnowned(accepting);
  if (why) return fail(why);
  const { revision, items } = command;
  const { placed, kept } = movedTickets(items, handover.items, context);
  const accepted = { type: 'shift-accepted', revision, items, kept } as const;
  // A remark comes first: the acceptance is one with remarks then.
  return ok({ facts: [...remarkFacts(accepting), accepted], placed });
}

function secondAcceptance(accepting: Accepting): AcceptDecision {
  const { command, handover, context } = accepting;
  const { actor, now, opId } = context;
  const { revision } = command;
  const text = saidIn(accepting);
  const isSaid = handover.remarks.some(({ kind, byId, text: said }) => {
    return kind === 'second-acceptance' && byId === actor.id && said === text;
  });
  const remarks = remarkFacts(accepting);
  if (handover.settledById === actor.id || (isSaid && remarks.length === 0)) {
    return fail(refusal('handover-accepted', [], { revision }));
  }
  const kind = 'second-acceptance';
  const remark = { id: `${opId}:second`, kind, text, byId: actor.id, at: now } as const;
  const second = { type: 'handover-remarked', revision, remark } as const;
  return ok({ facts: isSaid ? remarks : [...remarks, second], placed: [] });
}

/** Every word of an acceptance, by its item. */
function saidIn({ command, handover, shift, context }: Accepting): string {
  const said = command.items.flatMap((item) => {
    const words = [item.nextAction ?? '', item.readBack].filter((text) => text.trim() !== '');
    return words.length === 0
      ? []
      : [`${placeOf(item.key, handover, shift, context)}: ${words.join(' · ')}`];
  });
  return said.join('\n');
}

function remarkFacts({ command, handover, context }: Accepting): ShiftFact[] {
  const known = new Set(handover.remarks.map(({ id }) => id));
  const { revision } = command;
  return command.remarks
    .filter(({ id, text }) => text.trim() !== '' && !known.has(id))
    .map((remark) => ({
      type: 'handover-remarked',
      revision,
      remark: { ...remark, byId: context.actor.id, at: context.now },
    }));
}

/** Every item of its own is there once, and all the rest by one word. */
function whyIncomplete(accepting: Accepting): Refusal | null {
  const { command, handover } = accepting;
  const given = command.items.map(({ key }) => key);
  const known = new Set(handover.items.map(({ key }) => key));
  const strange = given.filter((key, index) => !known.has(key) || given.indexOf(key) !== index);
  if (strange.length > 0)
    return refusal('handover-item-unknown', [], { items: strange.join(', ') });
  const isGiven = new Set(given);
  const missing = handover.items.filter(({ key, part }) => part !== 'rest' && !isGiven.has(key));
  if (missing.length > 0)
    return refusal('accept-incomplete', [], { items: places(missing, accepting) });
  const rest = handover.items.filter(({ key, part }) => part === 'rest' && !isGiven.has(key));
  if (rest.length === 0 || command.isRestAccepted) return null;
  return refusal('rest-not-accepted', [], { count: rest.length });
}

/** What must be understood, and what was changed, is said in one's own words. */
function whyNotSaidBack(accepting: Accepting): Refusal | null {
  const silent = pairs(accepting).filter(([item, said]) => {
    const isChanged = said.nextAction !== null && said.nextAction.trim() !== item.nextAction.trim();
    return (item.needsReadBack || isChanged) && said.readBack.trim() === '';
  });
  if (silent.length === 0) return null;
  const items = places(
    silent.map(([item]) => item),
    accepting,
  );
  return refusal('read-back-missing', [], { items });
}

/** What is taken one by one has somebody of the desk afterwards, while there is work in it. */
function whyUnowned(accepting: Accepting): Refusal | null {
  const { context } = accepting;
  const unowned: HandoverItem[] = [];
  const owners = new Map<string, string>();
  for (const [item, { ownerId }] of pairs(accepting)) {
    const ticket = item.ticketId === null ? null : context.ticket(item.ticketId);
    if (ticket !== null && !isOpenStatus(context.desk, ticket.status)) continue;
    if (ownerId === null) {
      if (item.part !== 'rest') unowned.push(item);
      continue;
    }
    const why = whyNotOwner(ownerId, ticket, context);
    if (why) return why;
    if (ticket === null || item.part === 'watch') continue;
    if ((owners.get(ticket.id) ?? ownerId) !== ownerId) {
      return refusal('owners-differ', [], { ticket: ticket.number });
    }
    owners.set(ticket.id, ownerId);
  }
  if (unowned.length === 0) return null;
  return refusal('owner-missing', [], { items: places(unowned, accepting) });
}

function pairs({ command, handover }: Accepting): [HandoverItem, AcceptedItem][] {
  const items = new Map(handover.items.map((item) => [item.key, item]));
  return command.items.flatMap((said) => {
    const item = items.get(said.key);
    return item ? [[item, said] satisfies [HandoverItem, AcceptedItem]] : [];
  });
}

function places(items: readonly HandoverItem[], { handover, shift, context }: Accepting): string {
  const named = items.map(({ key }) => placeOf(key, handover, shift, context));
  return [...new Set(named)].join(', ');
}

const LONGEST_PLACE = 60;

/** How an item is called to people: the number of its ticket, else the line of the log. */
function placeOf(
  key: string,
  handover: ShiftHandover,
  shift: Shift,
  context: DecideShiftContext,
): string {
  const ticketId = handover.items.find((item) => item.key === key)?.ticketId ?? null;
  const number = ticketId === null ? null : context.ticket(ticketId)?.number;
  const logged = shift.items.find(({ id }) => key === `watch:${id}`);
  return number ?? logged?.text.slice(0, LONGEST_PLACE) ?? key;
}
