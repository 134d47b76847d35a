import { actionTitle } from '../../i18n/action-titles.ts';
import { UserError } from '../../util/user-error.ts';
import { type Key, keyId } from '../input/key.ts';
import { createKeySequence, type KeySequence } from '../input/key-sequence.ts';
import { resolveKey } from '../input/resolve-key.ts';
import { answersOffer, followWork } from '../model/active-time-model.ts';
import { contextOf } from '../model/context.ts';
import { editByKey } from '../model/edit-key.ts';
import { fieldOf, fieldText } from '../model/field.ts';
import { sayProblem } from '../model/say-problem.ts';
import { say, type Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import { MIN_COLUMNS, MIN_ROWS } from '../present/layout.ts';
import { type Binding, type Context, textContexts } from './action.ts';

/** Turns keys into actions and typed text. One instance serves one screen. */
export interface Dispatcher {
  key(key: Key): void;
  /** Pasted text is data: it goes into the field under the caret or nowhere. */
  paste(text: string): void;
}

/** Makes the dispatcher over the bindings in force. */
export function createDispatcher(ui: Ui): Dispatcher {
  let context: Context | null = null;
  let sequence: KeySequence = createKeySequence([]);
  const inContext = (now: Context): readonly Binding[] =>
    ui.bindings().filter(({ action }) => action.contexts.includes(now));

  const press = (key: Key): void => {
    const state = ui.store.get();
    const isTooSmall = state.columns < MIN_COLUMNS || state.rows < MIN_ROWS;
    if (isTooSmall && keyId(key) !== 'ctrl+c') return;
    ui.store.count();
    if (answersOffer(ui, key)) return;
    const now = contextOf(state);
    if (now !== context) {
      context = now;
      sequence = createKeySequence(inContext(now).flatMap((binding) => binding.keys));
    }
    const id = boundId(key, sequence, textContexts.has(now) && fieldOf(ui) !== null);
    const result = id === null ? ({ kind: 'none' } as const) : sequence.feed(id);
    if (result.kind === 'pending') {
      const next = result.continuations.map(({ keys }) => ({
        keys,
        title: titleOf(ui, inContext(now), keys),
      }));
      return ui.store.set({ pendingKeys: next });
    }
    if (state.pendingKeys.length > 0) ui.store.set({ pendingKeys: [] });
    if (result.kind === 'match') {
      runBinding(ui, inContext(now), result.keys, key);
      return forgetToast(ui, state);
    }
    sequence.reset();
    editByKey(ui, key);
  };

  return {
    key: (key) => ui.gate.pass(() => guarded(ui, () => watched(ui, () => press(key)))),
    paste: (text) => ui.gate.pass(() => guarded(ui, () => watched(ui, () => pasteInto(ui, text)))),
  };
}

/** What somebody presses is work on the ticket at hand. */
function watched(ui: Ui, work: () => void): void {
  const before = ui.store.get();
  work();
  followWork(ui, before);
}

/** On another screen the keys that work there are worth more than what was said on the last one. */
function forgetToast(ui: Ui, before: UiState): void {
  const now = ui.store.get();
  const isElsewhere = contextOf(now) !== contextOf(before);
  if (isElsewhere && now.held === null && now.toast !== null && now.toast === before.toast) {
    ui.store.set({ toast: null });
  }
}

function pasteInto(ui: Ui, text: string): void {
  const field = fieldOf(ui);
  if (field) editByKey(ui, { paste: fieldText(text, field) });
}

/** In a text field plain characters are text; chords and named keys are commands. */
function boundId(key: Key, sequence: KeySequence, isTyping: boolean): string | null {
  const isText = key.name === 'char' && !key.ctrl && !key.alt;
  if (isTyping && isText) return null;
  return resolveKey(key, sequence.accepts);
}

function runBinding(ui: Ui, bindings: readonly Binding[], keys: string, key: Key): void {
  const binding = bindings.find((b) => b.keys.some((k) => sameKeys(k, keys)));
  if (!binding) return;
  const why = binding.action.whyNot?.(ui) ?? null;
  if (why === '') return editByKey(ui, key);
  if (why !== null) return say(ui, why, 'problem');
  const { keysUsed } = ui.store.get();
  if (keysUsed < 5) ui.store.set({ keysUsed: keysUsed + 1 });
  const done = binding.action.run(ui);
  if (done) void done.catch((error: unknown) => sayRefusal(ui, error));
}

/** A store that refuses (a full disk, a lock) is said and the screens go on. */
function guarded(ui: Ui, work: () => void): void {
  try {
    work();
  } catch (error) {
    sayRefusal(ui, error);
  }
}

/** What a person can mend is said; our own mistakes end the program. */
function sayRefusal(ui: Ui, error: unknown): void {
  if (!(error instanceof UserError)) throw error;
  sayProblem(ui, error);
}

function titleOf(ui: Ui, bindings: readonly Binding[], keys: string): string {
  const binding = bindings.find((b) => b.keys.some((k) => sameKeys(k, keys)));
  return binding ? actionTitle(binding.action.title, ui.store.get().language) : '';
}

function sameKeys(written: string, keys: string): boolean {
  return written.trim().replace(/\s+/g, ' ') === keys;
}
