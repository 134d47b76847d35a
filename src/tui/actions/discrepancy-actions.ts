import type { TrayAction } from '../../app/sync/tray/tray-item.ts';
import { trayTexts } from '../../i18n/tray-texts.ts';
import { discrepancyPlace, selectedDiscrepancy } from '../model/discrepancies-state.ts';
import { openTicket } from '../model/ticket-model.ts';
import type { Ui } from '../model/ui.ts';
import { discrepancyDepth } from '../present/discrepancy-lines.ts';
import { createTimeText } from '../present/time-text.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const FAR = Number.MAX_SAFE_INTEGER;
const model = () => import('../model/discrepancies-model.ts');

function move(ui: Ui, delta: number): void {
  const { discrepancies } = ui.store.get();
  const items = discrepancies.items ?? [];
  const place = discrepancyPlace(discrepancies) + delta;
  const item = items[Math.max(0, Math.min(place, items.length - 1))];
  if (item) ui.store.set({ discrepancies: { ...discrepancies, selectedId: item.id, scroll: 0 } });
}

function scroll(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const time = createTimeText(state.timeZone, state.language);
  const depth = discrepancyDepth(state, time, state.rows - 2);
  const to = Math.max(0, Math.min(depth, state.discrepancies.scroll + delta));
  ui.store.set({ discrepancies: { ...state.discrepancies, scroll: to } });
}

function halfPage(ui: Ui): number {
  return Math.max(1, Math.floor(ui.store.get().rows / 3));
}

/** A thing that can be done about the selected item, where it makes sense for it. */
function about(
  does: TrayAction,
  action: Pick<Action, 'title' | 'keys' | 'run'> & { readonly hint: number },
): Action {
  return {
    ...action,
    id: action.title,
    contexts: ['discrepancies'],
    isHinted: ({ discrepancies }) =>
      selectedDiscrepancy(discrepancies)?.can.includes(does) ?? false,
    whyNot: (ui) => {
      const { discrepancies, language } = ui.store.get();
      const can = selectedDiscrepancy(discrepancies)?.can ?? [];
      return can.includes(does) ? null : trayTexts(language).notHere;
    },
  };
}

const walking = (
  [
    { id: 'discrepancy-down', title: 'move-down', keys: ['j', 'down'], run: (ui) => move(ui, 1) },
    { id: 'discrepancy-up', title: 'move-up', keys: ['k', 'up'], run: (ui) => move(ui, -1) },
    { id: 'discrepancy-top', title: 'go-top', keys: ['g g', 'home'], run: (ui) => move(ui, -FAR) },
    {
      id: 'discrepancy-bottom',
      title: 'go-bottom',
      keys: ['G', 'end'],
      run: (ui) => move(ui, FAR),
    },
    {
      id: 'discrepancy-half-down',
      title: 'half-down',
      keys: ['ctrl+d', 'pagedown', 'space'],
      run: (ui) => scroll(ui, halfPage(ui)),
    },
    {
      id: 'discrepancy-half-up',
      title: 'half-up',
      keys: ['ctrl+u', 'pageup'],
      run: (ui) => scroll(ui, -halfPage(ui)),
    },
    {
      id: 'discrepancy-back',
      title: 'back',
      keys: ['escape', 'backspace'],
      run: (ui) => ui.store.set({ tab: 'queue' }),
    },
    {
      id: 'discrepancy-open',
      title: 'open',
      keys: ['enter'],
      hint: 8,
      isHinted: ({ discrepancies }) => ticketOf(discrepancies) !== null,
      whyNot: (ui) => {
        const { discrepancies, language } = ui.store.get();
        return ticketOf(discrepancies) === null ? trayTexts(language).noTicket : null;
      },
      run: (ui) => {
        const id = ticketOf(ui.store.get().discrepancies);
        if (id !== null) openTicket(ui, id);
      },
    },
  ] satisfies readonly Omit<Action, 'contexts'>[]
).map((action): Action => ({ ...action, contexts: ['discrepancies'] }));

function ticketOf(state: Parameters<typeof selectedDiscrepancy>[0]): string | null {
  return selectedDiscrepancy(state)?.about.ticketId ?? null;
}

/** Deciding about what is not at the server as it was meant. */
export const discrepancyActions: readonly Action[] = [
  ...walking,
  about('merge', {
    title: 'discrepancy-merge',
    keys: ['m'],
    hint: 1,
    run: later(model, ({ mergeDiscrepancy }, ui) => mergeDiscrepancy(ui)),
  }),
  about('send', {
    title: 'discrepancy-send',
    keys: ['ctrl+x'],
    hint: 2,
    run: later(model, ({ sendDiscrepancy }, ui) => sendDiscrepancy(ui)),
  }),
  about('retry', {
    title: 'discrepancy-retry',
    keys: ['='],
    hint: 3,
    run: later(model, ({ retryDiscrepancy }, ui) => retryDiscrepancy(ui)),
  }),
  about('edit', {
    title: 'discrepancy-edit',
    keys: ['e'],
    hint: 4,
    run: later(model, ({ editDiscrepancy }, ui) => editDiscrepancy(ui)),
  }),
  about('note', {
    title: 'discrepancy-note',
    keys: ['i'],
    hint: 5,
    run: later(model, ({ noteDiscrepancy }, ui) => noteDiscrepancy(ui)),
  }),
  about('copy', {
    title: 'discrepancy-copy',
    keys: ['y'],
    hint: 6,
    run: later(model, ({ copyDiscrepancy }, ui) => copyDiscrepancy(ui)),
  }),
  about('discard', {
    title: 'discrepancy-discard',
    keys: ['d'],
    hint: 7,
    run: later(model, ({ askDiscard }, ui) => askDiscard(ui)),
  }),
];
