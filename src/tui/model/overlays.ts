import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';
import type { Ui } from './ui.ts';
import type { Choice, Overlay } from './ui-state.ts';

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
  };
  ui.store.set({ overlay: picker });
}

/** Narrows the open list to what is typed. */
export function narrowPicker(ui: Ui, query: TextHistory): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker') return;
  if (overlay.hasDigits && chooseByDigit(ui, overlay, query)) return;
  const keys = [(c: Choice) => c.label, (c: Choice) => c.detail];
  const shown = createFuzzyList(overlay.choices, { keys }).rank(query.present.text);
  ui.store.set({ overlay: { ...overlay, query, shown, selected: 0 } });
}

/** Before anything else is typed a digit chooses. */
function chooseByDigit(ui: Ui, picker: Picker, { present, lastKind }: TextHistory): boolean {
  // A pasted digit is text.
  const isFirst = picker.query.present.text === '' && lastKind === 'type';
  const isDigit = isFirst && /^[1-9]$/.test(present.text);
  const place = isDigit ? Number(present.text) - 1 : -1;
  const choice = picker.shown[place];
  if (!choice || choice.disabled !== null) return false;
  choosePicker(ui, place);
  return true;
}

/** Moves in the open list, round its ends. */
export function movePicker(ui: Ui, delta: number): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker' || overlay.shown.length === 0) return;
  const count = overlay.shown.length;
  ui.store.set({ overlay: { ...overlay, selected: (overlay.selected + delta + count) % count } });
}

/** Takes the choice at a place of the open list; a disabled one says why it cannot be taken. */
export function choosePicker(ui: Ui, index?: number): string | null {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'picker') return null;
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

/** Shows lines to read. */
export function openPager(ui: Ui, title: string, lines: readonly Line[]): void {
  ui.store.set({ overlay: { type: 'pager', title, lines, scroll: 0 } });
}
