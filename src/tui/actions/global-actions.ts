import { removeDemo } from '../../app/demo/remove-demo.ts';
import { undoLast } from '../../app/ticket/undo-last.ts';
import { afterChange, refusalText } from '../model/act.ts';
import { askServer } from '../model/ask-server.ts';
import { openCallPad } from '../model/call-model.ts';
import { openComposer } from '../model/composer-model.ts';
import { contextOf } from '../model/context.ts';
import { copySelection } from '../model/editing-model.ts';
import { openHelp } from '../model/help-model.ts';
import { leaveSearch } from '../model/knowledge-search.ts';
import { loadBeside } from '../model/load-beside.ts';
import { refreshShift } from '../model/open-shift.ts';
import type { Choice } from '../model/overlay-state.ts';
import { openPicker, openPrompt } from '../model/overlays.ts';
import { saveTyped } from '../model/save-typed.ts';
import { sayProblem } from '../model/say-problem.ts';
import { backToTicket } from '../model/ticket-model.ts';
import { openTray } from '../model/tray-model.ts';
import { say, texts, type Ui } from '../model/ui.ts';
import { createTimeText } from '../present/time-text.ts';
import { type Action, contexts as allContexts, type Context, tabContexts } from './action.ts';
import { later } from './later.ts';
import { openPalette } from './palette.ts';

const anywhereAndWriting: readonly Context[] = [...tabContexts, 'composer', 'filter', 'search'];

const writeLog = later(
  () => import('../model/shift-log-model.ts'),
  ({ openLogForm }, ui) => openLogForm(ui),
);

const explain = later(
  () => import('../model/board-deeds.ts'),
  ({ explainHere }, ui) => explainHere(ui),
);

/** On the board the figure at hand is explained first. */
function help(ui: Ui): void | Promise<void> {
  return contextOf(ui.store.get()) === 'shift' ? explain(ui) : openHelp(ui);
}

function undo(ui: Ui): void {
  const t = texts(ui);
  const outcome = undoLast(ui.desk());
  if (!outcome.ok) return say(ui, refusalText(ui, outcome.problem), 'problem');
  const { type, number, text } = outcome.value;
  const names: Readonly<Record<string, string>> = t.undoNames;
  const what = names[type] ?? type;
  ui.store.set({ held: null });
  afterChange(ui);
  refreshShift(ui);
  say(ui, text ? t.toastUndoneText(what, number) : t.toastUndone(what, number));
  if (type === 'mark') void loadBeside(ui, outcome.value.ticketId);
  if (text && type === 'reply') openComposer(ui, outcome.value.ticketId, 'reply');
  if (text && type === 'write-many') openComposer(ui, outcome.value.ticketId, 'mass');
}

function switchLanguage(ui: Ui): void {
  const language = ui.store.get().language === 'ru' ? 'en' : 'ru';
  ui.store.set({ language });
  say(ui, texts(ui).toastLanguage);
  // The library that writes the configuration is loaded for this one moment.
  void import('../../config/write-settings.ts')
    .then(({ writeSetting }) => writeSetting(ui.desk().paths.config, 'language', language))
    .catch((error: unknown) => sayProblem(ui, error));
}

function mute(ui: Ui): void {
  const t = texts(ui);
  const now = ui.desk().clock.now();
  if (ui.store.get().mutedUntil > now) {
    ui.store.set({ mutedUntil: 0 });
    return say(ui, t.toastUnmuted);
  }
  openPrompt(ui, {
    title: t.promptMute,
    text: '15',
    submit: (text) => {
      const minutes = Number(text.replace(/\D+$/, ''));
      if (!(minutes > 0 && minutes <= 600)) return t.promptMute;
      const until = now + minutes * 60_000;
      ui.store.set({ mutedUntil: until });
      const { timeZone } = ui.desk().config;
      say(ui, t.toastMuted(createTimeText(timeZone, ui.store.get().language).clock(until)));
      return null;
    },
  });
}

/** Nothing gives the demo desk back as it was, and its key stands beside others: this is asked. */
function askDropDemo(ui: Ui): void {
  const t = texts(ui);
  const choice = (id: string, label: string): Choice => ({ id, label, detail: '', disabled: null });
  openPicker(ui, {
    purpose: 'remove-demo',
    title: t.pickDropDemo,
    isSearchable: false,
    choices: [choice('keep', t.dropDemoNo), choice('drop', t.dropDemoYes)],
    choose: ({ id }) => {
      if (id === 'drop') dropDemo(ui);
    },
  });
}

function dropDemo(ui: Ui): void {
  const { tickets } = removeDemo(ui.desk());
  ui.store.set({ hasDemo: false, ticket: null, tab: 'queue' });
  afterChange(ui);
  say(ui, texts(ui).toastDemoRemoved(tickets));
}

/** What works in every tab. */
export const globalActions: readonly Action[] = [
  {
    id: 'palette',
    title: 'palette',
    contexts: tabContexts,
    keys: [':', 'ctrl+p'],
    hint: 9,
    run: openPalette,
  },
  {
    id: 'palette-writing',
    title: 'palette',
    contexts: ['composer'],
    keys: ['ctrl+p'],
    hint: 6,
    run: openPalette,
  },
  { id: 'help', title: 'help', contexts: tabContexts, keys: ['?'], run: help },
  { id: 'undo', title: 'undo', contexts: tabContexts, keys: ['u'], run: undo },
  { id: 'call', title: 'call', contexts: anywhereAndWriting, keys: ['ctrl+t'], run: openCallPad },
  { id: 'tray', title: 'tray', contexts: tabContexts, keys: ['g h'], run: openTray },
  {
    id: 'previous-ticket',
    title: 'previous-ticket',
    contexts: tabContexts,
    keys: ['-'],
    run: (ui) => {
      if (!backToTicket(ui)) say(ui, texts(ui).toastNoTrail, 'problem');
    },
  },
  {
    id: 'sync',
    title: 'sync',
    contexts: tabContexts,
    keys: ['R'],
    whyNot: (ui) => (ui.store.get().sync === null ? texts(ui).toastNoServer : null),
    run: askServer,
  },
  { id: 'language', title: 'language', contexts: tabContexts, keys: ['g l'], run: switchLanguage },
  { id: 'mute', title: 'mute', contexts: tabContexts, keys: ['M'], run: mute },
  {
    id: 'shift-log',
    title: 'shift-log',
    contexts: allContexts,
    keys: ['ctrl+l'],
    run: (ui) => {
      ui.terminal.redraw();
      return writeLog(ui);
    },
  },
  {
    id: 'remove-demo',
    title: 'remove-demo',
    contexts: tabContexts,
    keys: ['g x'],
    whyNot: (ui) => (ui.store.get().hasDemo ? null : texts(ui).toastNothing),
    run: askDropDemo,
  },
  { id: 'quit', title: 'quit', contexts: tabContexts, keys: ['q'], run: quit },
  {
    id: 'quit-now',
    title: 'quit-or-copy',
    contexts: allContexts,
    keys: ['ctrl+c'],
    run: (ui) => {
      if (!copySelection(ui)) quit(ui);
    },
  },
];

/** Leaves at once: everything typed is in the store, nothing has to be asked. */
function quit(ui: Ui): void {
  saveTyped(ui);
  leaveSearch(ui);
  const { composer, toast } = ui.store.get();
  const why = composer?.saveProblem;
  const warning = why ? texts(ui).quitUnsaved(why) : null;
  // Only what cannot be saved holds the door, and only once.
  if (warning !== null && toast?.text !== warning) return say(ui, warning, 'problem');
  ui.leave();
}
