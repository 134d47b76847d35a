import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const ladder = () => import('../model/ladder-model.ts');
const card = () => import('../model/card-model.ts');

function close(ui: Ui): void {
  ui.store.set({ overlay: null });
}

/** Digits go to a command of the card. */
const digits = Array.from({ length: 9 }, (_, place): Action => {
  return {
    id: `card-${place + 1}`,
    title: 'choose',
    contexts: ['card'],
    keys: [`${place + 1}`],
    run: later(card, (model, ui) => model.chooseCommand(ui, place)),
  };
});

const scroll = (delta: number) => later(card, (model, ui) => model.scrollCard(ui, delta));
const here = { contexts: ['card'] } as const;

/** The page of a customer, and its commands. */
const cardActions: readonly Action[] = [
  {
    ...here,
    id: 'copy-command',
    title: 'copy-command',
    keys: ['y'],
    hint: 1,
    run: later(card, (model, ui) => model.copyCommand(ui)),
  },
  {
    ...here,
    id: 'open-window',
    title: 'open-window',
    keys: ['o'],
    hint: 2,
    run: later(card, (model, ui) => model.typeCommand(ui)),
  },
  {
    ...here,
    id: 'next-command',
    title: 'next-command',
    keys: ['tab', 'n'],
    hint: 3,
    run: later(card, (model, ui) => model.moveCommand(ui, 1)),
  },
  {
    ...here,
    id: 'previous-command',
    title: 'previous-command',
    keys: ['shift+tab', 'N'],
    run: later(card, (model, ui) => model.moveCommand(ui, -1)),
  },
  { ...here, id: 'card-down', title: 'move-down', keys: ['j', 'down', 'enter'], run: scroll(1) },
  { ...here, id: 'card-up', title: 'move-up', keys: ['k', 'up'], run: scroll(-1) },
  {
    ...here,
    id: 'card-page-down',
    title: 'half-down',
    keys: ['ctrl+d', 'pagedown', 'space'],
    run: scroll(15),
  },
  { ...here, id: 'card-page-up', title: 'half-up', keys: ['ctrl+u', 'pageup'], run: scroll(-15) },
  { ...here, id: 'card-top', title: 'go-top', keys: ['g g', 'home'], run: scroll(-1e9) },
  { ...here, id: 'card-bottom', title: 'go-bottom', keys: ['G', 'end'], run: scroll(1e9) },
  { ...here, id: 'card-close', title: 'close', keys: ['escape', 'q'], hint: 4, run: close },
];

/** Whom to call at night, and the card of a customer with its commands. */
export const ladderActions: readonly Action[] = [
  {
    id: 'ladder',
    title: 'ladder',
    contexts: ['queue', 'ticket'],
    keys: ['L'],
    run: later(ladder, (model, ui) => model.openLadder(ui)),
  },
  {
    id: 'customer-card',
    title: 'customer-card',
    contexts: ['queue', 'ticket'],
    keys: ['C'],
    run: later(card, (model, ui) => model.openCard(ui)),
  },
  {
    id: 'call-no-answer',
    title: 'call-no-answer',
    contexts: ['ladder'],
    keys: ['1'],
    hint: 1,
    run: later(ladder, (model, ui) => model.logCall(ui, 'no-answer')),
  },
  {
    id: 'call-answered',
    title: 'call-answered',
    contexts: ['ladder'],
    keys: ['2'],
    hint: 2,
    run: later(ladder, (model, ui) => model.logCall(ui, 'answered')),
  },
  {
    id: 'copy-phone',
    title: 'copy-phone',
    contexts: ['ladder'],
    keys: ['y'],
    hint: 3,
    run: later(ladder, (model, ui) => model.copyPhone(ui)),
  },
  {
    id: 'lit-step',
    title: 'lit-step',
    contexts: ['ladder'],
    keys: ['n'],
    hint: 4,
    run: later(ladder, (model, ui) => model.goToLitRung(ui)),
  },
  {
    id: 'ladder-down',
    title: 'move-down',
    contexts: ['ladder'],
    keys: ['j', 'down', 'tab'],
    run: later(ladder, (model, ui) => model.moveRung(ui, 1)),
  },
  {
    id: 'ladder-up',
    title: 'move-up',
    contexts: ['ladder'],
    keys: ['k', 'up', 'shift+tab'],
    run: later(ladder, (model, ui) => model.moveRung(ui, -1)),
  },
  {
    id: 'ladder-close',
    title: 'close',
    contexts: ['ladder'],
    keys: ['escape', 'q'],
    hint: 5,
    run: close,
  },
  ...cardActions,
  ...digits,
];
