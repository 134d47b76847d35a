import type { AcceptOrder } from '../../app/shift-handover/accept-shift.ts';
import type { SeenDraft } from '../../app/ticket/save-draft.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import type { Priority } from '../../domain/vocabulary.ts';

/** One item as the incoming lead sees it: what was handed over, and who has it now. */
export interface OfferedItem {
  readonly item: HandoverItem;
  /** Number of its ticket; empty for a line of the log. */
  readonly number: string;
  readonly about: string;
  readonly priority: Priority | null;
  /** By when: a deadline, a promise, the end of watching; epoch ms. */
  readonly dueAt: number | null;
  readonly contact: string;
  /** What a watch item is done by, and what to do when it moves. */
  readonly stopWhen: string;
  /** Who has it now. */
  readonly seenOwnerId: string | null;
  /** Who is to have it unless something else is said. */
  readonly ownerId: string;
}

/** What was said about an item so far. */
export interface ItemAnswer {
  readonly isTaken: boolean;
  /** Null: as it was written. */
  readonly ownerId: string | null;
  readonly nextAction: string | null;
  readonly readBack: string;
}

/** Everything that was said so far. */
export interface Answers {
  readonly items: Readonly<Record<string, ItemAnswer>>;
  readonly isRestTaken: boolean;
  /** Remarks that go with the acceptance. */
  readonly remarks: readonly string[];
}

/** Taking a shift over, item by item. Replaced as a whole; never changed in place. */
export interface AcceptanceScreen {
  readonly type: 'acceptance';
  readonly shiftId: string;
  readonly revision: number;
  /** How people call the shift. */
  readonly name: string;
  readonly from: string;
  readonly submittedAt: number;
  readonly isExpired: boolean;
  /** Taken one by one, in the order of the report. */
  readonly items: readonly OfferedItem[];
  readonly rest: readonly OfferedItem[];
  readonly names: ReadonlyMap<string, string>;
  readonly answers: Answers;
  /** The key of the item at hand, or one of `placeRest` and `placeDone`. */
  readonly selected: string;
  readonly draft: SeenDraft | null;
}

/** The row of everything that is taken at once. */
export const placeRest = 'rest';
/** The row that commits. */
export const placeDone = 'done';

const untouched: ItemAnswer = { isTaken: false, ownerId: null, nextAction: null, readBack: '' };

export const noAnswers: Answers = { items: {}, isRestTaken: false, remarks: [] };

/** What was said about one item. */
export function answerOf({ answers }: AcceptanceScreen, key: string): ItemAnswer {
  return answers.items[key] ?? untouched;
}

/** The places that keys go through, in order. */
export function placesOf({ items, rest }: AcceptanceScreen): readonly string[] {
  return [...items.map(({ item }) => item.key), ...(rest.length > 0 ? [placeRest] : []), placeDone];
}

/** Whether one place has nothing left to be said. */
export function isSettled(screen: AcceptanceScreen, place: string): boolean {
  if (place === placeDone) return false;
  return place === placeRest ? screen.answers.isRestTaken : answerOf(screen, place).isTaken;
}

/** How many places are settled, and of how many. */
export function progressOf(screen: AcceptanceScreen): {
  readonly done: number;
  readonly all: number;
} {
  const places = placesOf(screen).filter((place) => place !== placeDone);
  return { done: places.filter((place) => isSettled(screen, place)).length, all: places.length };
}

/** The next place that waits, round the end; the one that commits when none does. */
export function nextWaiting(screen: AcceptanceScreen, after: string): string {
  const places = placesOf(screen).filter((place) => place !== placeDone);
  const at = places.indexOf(after) + 1;
  const round = [...places.slice(at), ...places.slice(0, at)];
  return round.find((place) => !isSettled(screen, place)) ?? placeDone;
}

/** The next action as it is accepted. */
export function actionOf({ item }: OfferedItem, { nextAction }: ItemAnswer): string {
  return nextAction ?? item.nextAction;
}

/** Whether the next action still has to be said in one's own words. */
export function owesReadBack({ item }: OfferedItem, answer: ItemAnswer): boolean {
  const isChanged = answer.nextAction !== null && answer.nextAction !== item.nextAction.trim();
  return (item.needsReadBack || isChanged) && answer.readBack.trim() === '';
}

/** The item of a key; null for the other places. */
export function offeredAt(screen: AcceptanceScreen, key: string): OfferedItem | null {
  return screen.items.find(({ item }) => item.key === key) ?? null;
}

/** The screen with more said about some items. */
export function withAnswers(
  screen: AcceptanceScreen,
  keys: readonly string[],
  said: Partial<ItemAnswer>,
): AcceptanceScreen {
  const changed = keys.map((key) => [key, { ...answerOf(screen, key), ...said }] as const);
  const items = { ...screen.answers.items, ...Object.fromEntries(changed) };
  return { ...screen, answers: { ...screen.answers, items } };
}

/**
 * The screen with another owner of an item. Whoever has a ticket has all that is taken one by one
 * of it; a line of the log is looked at by somebody of its own.
 */
export function withOwner(
  screen: AcceptanceScreen,
  { item }: OfferedItem,
  ownerId: string,
): AcceptanceScreen {
  const isSame = (other: HandoverItem) =>
    item.ticketId !== null && other.ticketId === item.ticketId && other.part !== 'watch';
  const keys = screen.items
    .filter((one) => one.item.key === item.key || (item.part !== 'watch' && isSame(one.item)))
    .map((one) => one.item.key);
  return withAnswers(screen, keys, { ownerId });
}

/** What is handed in. */
export function acceptOrder({ items, answers, revision }: AcceptanceScreen): AcceptOrder {
  return {
    revision,
    answers: items.map(({ item, ownerId, seenOwnerId }) => {
      const answer = answers.items[item.key] ?? untouched;
      return {
        key: item.key,
        isAccepted: answer.isTaken,
        newOwnerId: answer.ownerId ?? ownerId,
        seenOwnerId,
        nextAction: answer.nextAction ?? undefined,
        readBack: answer.readBack,
      };
    }),
    isRestAccepted: answers.isRestTaken,
    remarks: answers.remarks.map((text) => ({ kind: 'remark', text })),
  };
}
