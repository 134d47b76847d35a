import type {
  AcceptedItem,
  HandoverItem,
  ShiftHandover,
} from '../../domain/shift/shift-handover.ts';
import type { Desk } from '../desk/desk.ts';

/** What the incoming lead says about one item. What is absent stays as it was handed over. */
export interface ItemAnswer {
  readonly key: string;
  readonly isAccepted: boolean;
  readonly newOwnerId?: string | null | undefined;
  /** Who had the ticket when it was looked at; absent: who has it now. */
  readonly seenOwnerId?: string | null | undefined;
  readonly nextAction?: string | undefined;
  readonly readBack?: string | undefined;
}

/** All answers to a hand-over. */
export interface AnsweredItems {
  readonly answers: readonly ItemAnswer[];
  /** All that is not taken one by one. */
  readonly isRestAccepted: boolean;
}

/** The items of an acceptance: those that were ticked, and of the rest whatever changes hands. */
export function acceptedItems(
  desk: Desk,
  handover: ShiftHandover,
  { answers, isRestAccepted }: AnsweredItems,
): readonly AcceptedItem[] {
  const said = new Map(answers.map((answer) => [answer.key, answer]));
  const known = new Set(handover.items.map(({ key }) => key));
  const named = namedOwners(handover, said);
  const accepted = handover.items.flatMap((item): readonly AcceptedItem[] => {
    const answer = said.get(item.key);
    const ownerId = ownerOf(item, answer, named);
    const isMoved = isRestAccepted && item.part === 'rest' && ownerId !== undefined;
    if (!answer?.isAccepted && !isMoved) return [];
    return [acceptedItem(desk, item, answer, ownerId ?? presentOwner(desk, handover, item))];
  });
  const strange = answers.filter(({ key, isAccepted }) => isAccepted && !known.has(key));
  return [...accepted, ...strange.map(({ key }) => emptyItem(key))];
}

function acceptedItem(
  desk: Desk,
  item: HandoverItem,
  answer: ItemAnswer | undefined,
  ownerId: string | null,
): AcceptedItem {
  const { nextAction, readBack = '' } = answer ?? {};
  const isChanged = nextAction !== undefined && nextAction.trim() !== item.nextAction.trim();
  return {
    key: item.key,
    ownerId,
    seenOwnerId: answer?.seenOwnerId === undefined ? ticketOwner(desk, item) : answer.seenOwnerId,
    nextAction: isChanged ? nextAction : null,
    readBack,
  };
}

/** Whoever has it now. What the outgoing lead watched is watched by the incoming one. */
function presentOwner(desk: Desk, { byId }: ShiftHandover, item: HandoverItem): string | null {
  if (item.part !== 'watch' && item.ticketId !== null) return ticketOwner(desk, item);
  return item.fromId === null || item.fromId === byId ? desk.me.id : item.fromId;
}

function ticketOwner(desk: Desk, { part, ticketId, fromId }: HandoverItem): string | null {
  if (part === 'watch' || ticketId === null) return fromId;
  return desk.tickets.byId(ticketId)?.assigneeId ?? null;
}

/** Who was named for each ticket, by the incoming lead first: all items of it follow one word. */
function namedOwners(
  { items }: ShiftHandover,
  said: ReadonlyMap<string, ItemAnswer>,
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  const ofTickets = items.filter(({ part }) => part !== 'watch');
  for (const { ticketId, toId } of ofTickets) {
    if (ticketId !== null && toId !== null) named.set(ticketId, toId);
  }
  for (const { ticketId, key } of ofTickets) {
    const ownerId = said.get(key)?.newOwnerId;
    if (ticketId !== null && typeof ownerId === 'string') named.set(ticketId, ownerId);
  }
  return named;
}

function ownerOf(
  { part, ticketId, toId }: HandoverItem,
  answer: ItemAnswer | undefined,
  named: ReadonlyMap<string, string>,
): string | undefined {
  const own = answer?.newOwnerId ?? undefined;
  if (own !== undefined || part === 'watch' || ticketId === null) return own ?? toId ?? undefined;
  return named.get(ticketId);
}

function emptyItem(key: string): AcceptedItem {
  return { key, ownerId: null, seenOwnerId: null, nextAction: null, readBack: '' };
}
