import type { Board } from '../../app/board/board.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const board = () => import('../model/board-model.ts');
const drill = () => import('../model/board-drill.ts');
const deeds = () => import('../model/board-deeds.ts');
const log = () => import('../model/shift-log-model.ts');
const roster = () => import('../model/roster-model.ts');
const dialogues = () => import('../model/dialogues-model.ts');

type Place = Omit<Action, 'contexts'>;

function half(ui: Ui): number {
  return Math.max(1, Math.floor(ui.store.get().rows / 3));
}

function isToBegin({ shift }: Board): boolean {
  return shift.mayLead && (shift.state?.leadId ?? null) === null;
}

const onBoard: readonly Place[] = [
  {
    id: 'board-down',
    title: 'move-down',
    keys: ['j', 'down'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'down')),
  },
  {
    id: 'board-up',
    title: 'move-up',
    keys: ['k', 'up'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'up')),
  },
  {
    id: 'board-left',
    title: 'move-left',
    keys: ['h', 'left', 'shift+tab'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'left')),
  },
  {
    id: 'board-right',
    title: 'move-right',
    keys: ['l', 'right', 'tab'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'right')),
  },
  {
    id: 'board-half-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'down', half(ui))),
  },
  {
    id: 'board-half-up',
    title: 'half-up',
    keys: ['ctrl+u', 'pageup'],
    run: later(board, ({ moveOnBoard }, ui) => moveOnBoard(ui, 'up', half(ui))),
  },
  {
    id: 'board-top',
    title: 'go-top',
    keys: ['g g', 'home'],
    run: later(board, ({ moveToEnd }, ui) => moveToEnd(ui, 'first')),
  },
  {
    id: 'board-bottom',
    title: 'go-bottom',
    keys: ['G', 'end'],
    run: later(board, ({ moveToEnd }, ui) => moveToEnd(ui, 'last')),
  },
  {
    id: 'board-open',
    title: 'board-open',
    keys: ['enter'],
    hint: 1,
    run: later(drill, ({ drillDown }, ui) => drillDown(ui)),
  },
  {
    id: 'take-over',
    title: 'take-over',
    keys: ['w'],
    hint: 5,
    isHinted: ({ shift }) => shift.board?.shift.mayLead ?? false,
    run: later(deeds, ({ takeOverHere }, ui) => takeOverHere(ui)),
  },
  {
    id: 'board-log',
    title: 'shift-log',
    keys: ['L'],
    hint: 2,
    run: later(log, ({ openLogForm }, ui) => openLogForm(ui)),
  },
  {
    id: 'shift-begin',
    title: 'shift-begin',
    keys: ['o'],
    hint: 6,
    isHinted: ({ shift: { board } }) => board !== null && isToBegin(board),
    run: later(roster, ({ askToBegin }, ui) => askToBegin(ui)),
  },
  {
    id: 'shift-close',
    title: 'shift-close',
    keys: ['C'],
    run: later(roster, ({ closeShift }, ui) => closeShift(ui)),
  },
  {
    id: 'shift-person',
    title: 'shift-person',
    keys: ['p'],
    run: later(roster, ({ addMember }, ui) => addMember(ui)),
  },
  {
    id: 'dialogues',
    title: 'dialogues',
    keys: ['d'],
    hint: 7,
    isHinted: ({ shift }) => shift.board?.shift.isLed ?? false,
    run: later(dialogues, ({ openDialogues }, ui) => openDialogues(ui)),
  },
  {
    id: 'board-table',
    title: 'board-table',
    keys: ['T'],
    run: later(deeds, ({ showTables }, ui) => showTables(ui)),
  },
  {
    id: 'board-back',
    title: 'back',
    keys: ['escape', 'backspace'],
    run: (ui) => ui.store.set({ tab: 'queue' }),
  },
];

function moving(delta: (ui: Ui) => number): Action['run'] {
  return later(dialogues, ({ moveInDialogues }, ui) => moveInDialogues(ui, delta(ui)));
}

const FAR = Number.MAX_SAFE_INTEGER;

const inDialogues: readonly Place[] = [
  { id: 'dialogue-down', title: 'move-down', keys: ['j', 'down'], run: moving(() => 1) },
  { id: 'dialogue-up', title: 'move-up', keys: ['k', 'up'], run: moving(() => -1) },
  {
    id: 'dialogue-half-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown'],
    run: moving(half),
  },
  {
    id: 'dialogue-half-up',
    title: 'half-up',
    keys: ['ctrl+u', 'pageup'],
    run: moving((ui) => -half(ui)),
  },
  { id: 'dialogue-top', title: 'go-top', keys: ['g g', 'home'], run: moving(() => -FAR) },
  { id: 'dialogue-bottom', title: 'go-bottom', keys: ['G', 'end'], run: moving(() => FAR) },
  {
    id: 'dialogue-open',
    title: 'open',
    keys: ['enter'],
    hint: 1,
    run: later(dialogues, ({ openDialogue }, ui) => openDialogue(ui)),
  },
  {
    id: 'mark-solved',
    title: 'mark-solved',
    keys: ['space'],
    hint: 2,
    run: later(dialogues, ({ toggleMark }, ui) => toggleMark(ui, 'resolved')),
  },
  {
    id: 'mark-card',
    title: 'mark-card',
    keys: ['c'],
    hint: 3,
    run: later(dialogues, ({ toggleMark }, ui) => toggleMark(ui, 'card')),
  },
  {
    id: 'dialogues-back',
    title: 'back',
    keys: ['escape', 'backspace'],
    hint: 8,
    run: later(dialogues, ({ closeDialogues }, ui) => closeDialogues(ui)),
  },
];

/** The tab of the shift: its board, and the review of its dialogues. */
export const shiftActions: readonly Action[] = [
  ...onBoard.map((action): Action => ({ ...action, contexts: ['shift'] })),
  ...inDialogues.map((action): Action => ({ ...action, contexts: ['dialogues'] })),
];
