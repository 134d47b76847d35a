import { actionTitle } from '../../i18n/action-titles.ts';
import { contextOf } from '../model/context.ts';
import type { Choice } from '../model/overlay-state.ts';
import { openPicker } from '../model/overlays.ts';
import { texts, type Ui } from '../model/ui.ts';
import type { Action, Binding, Context } from './action.ts';

/** The palette offers what can be done here; what cannot be done now stays and says why. */
export function openPalette(ui: Ui): void {
  const state = ui.store.get();
  const context = contextOf(state);
  const here = ui.bindings().filter(({ action }) => offered(ui, action, context));
  openPicker(ui, {
    purpose: 'palette',
    title: texts(ui).pickPalette,
    isSearchable: true,
    choices: here.map((binding) => paletteChoice(ui, binding)),
    choose: ({ id }) => {
      const found = here.find(({ action }) => action.id === id);
      void found?.action.run(ui);
    },
  });
}

function offered(ui: Ui, action: Action, context: Context): boolean {
  const isMove =
    /^(?:queue|ticket|article|knowledge|replies|board|dialogue)-(?:up|down|left|right|half|page|top|bottom)/.test(
      action.id,
    );
  // From the composer the ticket's own commands are at hand too: a promise, a status, a priority.
  const reach = context === 'composer' ? ['composer', 'ticket'] : [context];
  const isHere = !isMove && action.contexts.some((c) => reach.includes(c));
  return isHere && (action.isThere?.(ui) ?? true);
}

function paletteChoice(ui: Ui, { action, keys }: Binding): Choice {
  return {
    id: action.id,
    label: actionTitle(action.title, ui.store.get().language),
    detail: keys.join(', '),
    disabled: action.whyNot?.(ui) ?? null,
  };
}
