import { foldText } from '../../util/fold-text.ts';
import { ok } from '../../util/result.ts';
import type { DecideContext, Decision } from '../decide-context.ts';
import type { TicketFact } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Ticket } from '../ticket.ts';
import { kindRule } from './missing.ts';
import type { ChecklistItem } from './work.ts';
import type { WorkCommand } from './work-command.ts';

type Command<Type extends WorkCommand['type']> = Extract<WorkCommand, { type: Type }>;

/** Puts boxes into the checklist; the same words stand in it once. */
export function decideAddBoxes({ items }: Command<'add-boxes'>, state: Ticket): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen']);
  const texts = items.map(({ text }) => plain(text));
  if (texts.length === 0 || texts.includes('')) return refuse('text-missing');
  const there = [...(state.checklist ?? [])];
  for (const [index, item] of items.entries()) {
    const text = texts[index] ?? '';
    const known = there.find((box) => box.id === item.id || foldText(box.text) === foldText(text));
    if (known) return refuse('box-exists', ['box'], { text: known.text });
    there.push(openBox(item.id, text));
  }
  return ok([{ type: 'boxes-added', items: there.slice(state.checklist?.length ?? 0) }]);
}

/** Ticks a box, or takes the tick away again. */
export function decideTick({ itemId, isDone }: Command<'tick-box'>, state: Ticket): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen']);
  const box = state.checklist?.find(({ id }) => id === itemId);
  if (!box) return refuse('no-such-box', ['box']);
  if ((box.doneAt !== null) === isDone) return refuse('box-already');
  return ok([{ type: 'box-ticked', itemId, isDone }]);
}

/** Takes a box out of the checklist; its history stays. */
export function decideRemoveBox({ itemId }: Command<'remove-box'>, state: Ticket): Decision {
  if (state.status === 'closed') return refuse('ticket-closed', ['reopen']);
  if (!state.checklist?.some(({ id }) => id === itemId)) return refuse('no-such-box', ['box']);
  return ok([{ type: 'box-removed', itemId }]);
}

/** The boxes that a kind brings with it, without those that are there; no fact for none. */
export function boxesOfKind(
  kind: Ticket['kind'],
  there: readonly ChecklistItem[],
  { desk, opId }: DecideContext,
): readonly TicketFact[] {
  const texts = (kindRule(desk, kind)?.done ?? []).map((name) => name[desk.language]);
  const items = texts
    .map((text, index) => openBox(`${opId}:box-${index + 1}`, text))
    .filter(({ text }) => there.every((box) => foldText(box.text) !== foldText(text)));
  return items.length === 0 ? [] : [{ type: 'boxes-added', items }];
}

/** The boxes of another kind in the place of those that the kind before brought and nobody ticked. */
export function boxesInstead(
  kind: Ticket['kind'],
  { kind: before, checklist = [] }: Ticket,
  context: DecideContext,
): readonly TicketFact[] {
  const { desk } = context;
  const textsOf = (code: Ticket['kind']) =>
    (kindRule(desk, code)?.done ?? []).flatMap(({ ru, en }) => [foldText(ru), foldText(en)]);
  const [old, wanted] = [textsOf(before), textsOf(kind)];
  const gone = checklist.filter(({ text, doneAt }) => {
    const words = foldText(text);
    return doneAt === null && old.includes(words) && !wanted.includes(words);
  });
  return [
    ...gone.map(({ id }): TicketFact => ({ type: 'box-removed', itemId: id })),
    ...boxesOfKind(kind, checklist, context),
  ];
}

function openBox(id: string, text: string): ChecklistItem {
  return { id, text, doneAt: null, doneById: null };
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
