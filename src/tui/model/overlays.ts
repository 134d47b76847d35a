import { createFuzzyList, type FuzzyList } from '../../search/fuzzy-list.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';
import type { Choice, Overlay, PickerAnswers } from './overlay-state.ts';
import { sayProblem } from './say-problem.ts';
import { say, type Ui } from './ui.ts';

type Picker = Extract<Overlay, { type: 'picker' }>;

export interface PickerOptions {
  readonly purpose: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  /** Typing narrows the list; without it digits and letters choose at once. */
  readonly isSearchable: boolean;
  /** Digits choose in a list that typing narrows, too: the first nine are favourites. */
  readonly hasDigits?: boolean;
  readonly preview?: (choice: Choice) => readonly string[];
  readonly choose: (choice: Choice) => void;
  /** How what is typed is answered; absent: by label and detail. */
  readonly answers?: PickerAnswers;
  /** The text being written stays in sight above the list. */
  readonly isUnderText?: boolean;
  /** What stands on the screen after Esc; the tab below when absent. */
  readonly leave?: () => void;
}

const emptyField: TextHistory = historyOf(bufferOf(''));

/** Opens a list to choose from. */
export function openPicker(ui: Ui, options: PickerOptions): void {
  const picker: Picker = {
    type: 'picker',
    query: emptyField,
    shown: options.choices,
    selected: 0,
    ...options,
    hasDigits: options.hasDigits ?? !options.isSearchable,
    preview: options.preview ?? null,
    answers: options.answers ?? null,
    answered: '',
    isUnderText: options.isUnderText ?? false,
  };
  ui.store.set({ overlay: picker });
}

/** Narrows the open list to what is typed. A slow answer follows when the letter is painted. */
export function narrowPicker(ui: Ui, query: TextHistory): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker') return;
  if (overlay.hasDigits && chooseByDigit(ui, overlay, query)) return;
  const { text } = query.present;
  if (text === overlay.query.present.text) {
    return ui.store.set({ overlay: { ...overlay, query } });
  }
  const { answers } = overlay;
  if (answers?.passOn?.(text)) return;
  const shown = answers ? answers.rank(text) : namesOf(overlay.choices).rank(text);
  const answered = answers?.complete ? overlay.answered : text;
  ui.store.set({ overlay: { ...overlay, query, shown, selected: 0, answered } });
  if (answers?.complete) setImmediate(() => settleTyped(ui, text));
}

/** Gives the slow answer unless another letter has overtaken it. */
function settleTyped(ui: Ui, text: string): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker' || overlay.query.present.text !== text) return;
  try {
    settlePicker(ui);
  } catch (error) {
    sayProblem(ui, error);
  }
}

/** The whole answer to what is typed: keys that act on the list need it. */
function settlePicker(ui: Ui): Picker | null {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker') return null;
  const { text } = overlay.query.present;
  if (overlay.answered === text || !overlay.answers?.complete) return overlay;
  const shown = overlay.answers.complete(text);
  const settled = { ...overlay, shown, answered: text };
  ui.store.set({ overlay: settled });
  return settled;
}

const lists = new WeakMap<readonly Choice[], FuzzyList<Choice>>();

/** The names of a list that stays the same while it is typed in. */
function namesOf(choices: readonly Choice[]): FuzzyList<Choice> {
  const keys = [(c: Choice) => c.label, (c: Choice) => c.detail];
  const list = lists.get(choices) ?? createFuzzyList(choices, { keys });
  lists.set(choices, list);
  return list;
}

/** Makes the selected choice a favourite or no favourite, where the list has them. */
export function favourChoice(ui: Ui): void {
  const overlay = settlePicker(ui);
  const choice = overlay?.shown[overlay.selected];
  if (!overlay?.answers?.favour || !choice) return;
  const choices = overlay.answers.favour(choice);
  const shown = overlay.answers.rank(overlay.query.present.text);
  const at = shown.findIndex(({ id }) => id === choice.id);
  ui.store.set({ overlay: { ...overlay, choices, shown, selected: Math.max(0, at) } });
}

/** Whether the open list has favourites. */
export function hasFavourites(ui: Ui): boolean {
  const { overlay } = ui.store.get();
  return overlay?.type === 'picker' && overlay.answers?.favour !== undefined;
}

/** Before anything else is typed a digit chooses. */
function chooseByDigit(ui: Ui, picker: Picker, { present, lastKind }: TextHistory): boolean {
  // A pasted digit is text.
  const isFirst = picker.query.present.text === '' && lastKind === 'type';
  const isDigit = isFirst && /^[1-9]$/.test(present.text);
  const place = isDigit ? Number(present.text) - 1 : -1;
  const choice = picker.shown[place];
  if (!choice) return false;
  const why = choosePicker(ui, place);
  if (why !== null) say(ui, why, 'problem');
  return true;
}

/** Moves in the open list, round its ends. */
export function movePicker(ui: Ui, delta: number): void {
  const overlay = settlePicker(ui);
  if (!overlay || overlay.shown.length === 0) return;
  const count = overlay.shown.length;
  ui.store.set({ overlay: { ...overlay, selected: (overlay.selected + delta + count) % count } });
}

/** Takes the choice at a place of the open list; a disabled one says why it cannot be taken. */
export function choosePicker(ui: Ui, index?: number): string | null {
  const overlay = settlePicker(ui);
  if (!overlay) return null;
  const choice = overlay.shown[index ?? overlay.selected];
  if (!choice) return null;
  if (choice.disabled !== null) return choice.disabled;
  ui.store.set({ overlay: null });
  overlay.choose(choice);
  return null;
}

export interface PromptOptions {
  readonly title: string;
  readonly text?: string;
  readonly explain?: (text: string) => string;
  readonly submit: (text: string) => string | null;
  /** What stands on the screen after Esc; the tab below when absent. */
  readonly leave?: () => void;
}

/** Asks for one line. */
export function openPrompt(ui: Ui, options: PromptOptions): void {
  ui.store.set({
    overlay: {
      type: 'prompt',
      title: options.title,
      field: historyOf(bufferOf(options.text ?? '')),
      problem: null,
      explain: options.explain ?? (() => ''),
      submit: options.submit,
      leave: options.leave,
    },
  });
}

/** Enter in the open question: it closes when the text was taken, else it says why not. */
export function submitPrompt(ui: Ui): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'prompt') return;
  ui.store.set({ overlay: null });
  const problem = overlay.submit(overlay.field.present.text);
  if (problem !== null) ui.store.set({ overlay: { ...overlay, problem } });
}

/** Esc in an open list or question: nothing was chosen. */
export function leaveAsked(ui: Ui): void {
  const { overlay } = ui.store.get();
  ui.store.set({ overlay: null });
  if (overlay?.type === 'picker' || overlay?.type === 'prompt') overlay.leave?.();
}

/** Shows lines to read. */
export function openPager(ui: Ui, title: string, lines: readonly Line[]): void {
  ui.store.set({ overlay: { type: 'pager', title, lines, scroll: 0 } });
}
