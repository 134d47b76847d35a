import { fieldOf } from '../model/field.ts';
import {
  chooseInForm,
  closeForm,
  editForm,
  enterInForm,
  focusedField,
  moveInForm,
  stepForm,
  submitForm,
  turnChoice,
} from '../model/form-model.ts';
import { isChosen } from '../model/form-state.ts';
import type { Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Action } from './action.ts';

/** In a text the key is one of editing. */
function unlessTyping(ui: Ui): string | null {
  return fieldOf(ui) === null ? null : '';
}

/** In a text of several lines the key moves in it, or breaks a line. */
function unlessLong(ui: Ui): string | null {
  return fieldOf(ui)?.isMultiline ? '' : null;
}

function isTurned({ overlay }: UiState): boolean {
  const field = overlay?.type === 'form' ? focusedField(overlay) : null;
  return field !== null && isChosen(field);
}

/** A digit chooses where there is something to choose. */
const digits = Array.from({ length: 9 }, (_, i): Omit<Action, 'contexts'> => {
  return {
    id: `form-choose-${i + 1}`,
    title: 'form-choose',
    keys: [`${i + 1}`],
    whyNot: unlessTyping,
    run: (ui) => chooseInForm(ui, i),
  };
});

const inForm: readonly Omit<Action, 'contexts'>[] = [
  { id: 'form-submit', title: 'form-submit', keys: ['ctrl+x'], run: submitForm },
  {
    id: 'form-next',
    title: 'form-next',
    keys: ['tab'],
    hint: 2,
    run: (ui) => stepForm(ui, 1),
  },
  { id: 'form-enter', title: 'form-next', keys: ['enter'], whyNot: unlessLong, run: enterInForm },
  {
    id: 'form-previous',
    title: 'form-previous',
    keys: ['shift+tab'],
    run: (ui) => stepForm(ui, -1),
  },
  {
    id: 'form-down',
    title: 'move-down',
    keys: ['down'],
    whyNot: unlessLong,
    run: (ui) => moveInForm(ui, 1),
  },
  {
    id: 'form-up',
    title: 'move-up',
    keys: ['up'],
    whyNot: unlessLong,
    run: (ui) => moveInForm(ui, -1),
  },
  {
    id: 'form-turn',
    title: 'form-turn',
    keys: ['space', 'right'],
    hint: 3,
    isHinted: isTurned,
    whyNot: unlessTyping,
    run: (ui) => turnChoice(ui, 1),
  },
  {
    id: 'form-turn-back',
    title: 'form-turn',
    keys: ['left'],
    whyNot: unlessTyping,
    run: (ui) => turnChoice(ui, -1),
  },
  ...digits,
  {
    id: 'form-editor',
    title: 'form-editor',
    keys: ['ctrl+g', 'ctrl+e', 'e'],
    hint: 4,
    run: editForm,
  },
  { id: 'form-leave', title: 'form-leave', keys: ['escape'], hint: 5, run: closeForm },
];

/** Filling a form. */
export const formActions: readonly Action[] = inForm.map((parts) => ({
  ...parts,
  contexts: ['form'],
}));
