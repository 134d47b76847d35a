import { whyNoTicket } from '../model/act.ts';
import { openAttachments } from '../model/attachment-model.ts';
import { openCopyMenu } from '../model/copy-model.ts';
import { noteSentByHand, sendAgain } from '../model/delivery-model.ts';
import { askNewTicket } from '../model/new-ticket-model.ts';
import { backToBoard } from '../model/open-shift.ts';
import {
  pageTicket,
  scrollPreview,
  scrollTicket,
  stepMatch,
  togglePreview,
} from '../model/reading-model.ts';
import type { Ui } from '../model/ui.ts';
import type { Action } from './action.ts';

const PREVIEW_STEP = 3;
const FAR = Number.MAX_SAFE_INTEGER;

type Moves = Omit<Action, 'contexts'>;

const inTicket = (
  [
    {
      id: 'ticket-down',
      title: 'move-down',
      keys: ['j', 'down'],
      run: (ui) => scrollTicket(ui, 1),
    },
    { id: 'ticket-up', title: 'move-up', keys: ['k', 'up'], run: (ui) => scrollTicket(ui, -1) },
    {
      id: 'ticket-half-down',
      title: 'half-down',
      keys: ['ctrl+d'],
      run: (ui) => pageTicket(ui, 0.5),
    },
    { id: 'ticket-half-up', title: 'half-up', keys: ['ctrl+u'], run: (ui) => pageTicket(ui, -0.5) },
    {
      id: 'ticket-page-down',
      title: 'half-down',
      keys: ['pagedown', 'space', 'ctrl+f'],
      run: (ui) => pageTicket(ui, 1),
    },
    { id: 'ticket-page-up', title: 'half-up', keys: ['pageup'], run: (ui) => pageTicket(ui, -1) },
    {
      id: 'ticket-top',
      title: 'go-top',
      keys: ['g g', 'home'],
      run: (ui) => scrollTicket(ui, -FAR),
    },
    {
      id: 'ticket-bottom',
      title: 'go-bottom',
      keys: ['G', 'end'],
      run: (ui) => scrollTicket(ui, FAR),
    },
    {
      id: 'ticket-back',
      title: 'back',
      keys: ['escape', 'backspace'],
      hint: 8,
      run: (ui) => {
        if (!backToBoard(ui)) ui.store.set({ tab: 'queue', lesson: null });
      },
    },
    { id: 'ticket-next-match', title: 'next-match', keys: ['n'], run: (ui) => stepMatch(ui, 1) },
    {
      id: 'ticket-previous-match',
      title: 'previous-match',
      keys: ['N'],
      run: (ui) => stepMatch(ui, -1),
    },
  ] satisfies readonly Moves[]
).map((parts): Action => ({ ...parts, contexts: ['ticket'] }));

const onTicket = (
  [
    { id: 'copy', title: 'copy', keys: ['y', 'c'], run: openCopyMenu },
    { id: 'attachments', title: 'attachments', keys: ['o'], run: openAttachments },
    { id: 'sent-by-hand', title: 'sent-by-hand', keys: ['g b'], run: noteSentByHand },
    { id: 'retry-delivery', title: 'retry-delivery', keys: ['g v'], run: sendAgain },
  ] satisfies readonly Moves[]
).map((parts): Action => ({ ...parts, contexts: ['queue', 'ticket'], whyNot: whyNoTicket }));

/** Reading a ticket and its preview, its files and links, its letters; a new ticket. */
export const readingActions: readonly Action[] = [
  ...inTicket,
  ...onTicket,
  {
    id: 'preview-down',
    title: 'preview-down',
    contexts: ['queue'],
    keys: ['J'],
    run: (ui: Ui) => scrollPreview(ui, PREVIEW_STEP),
  },
  {
    id: 'preview-up',
    title: 'preview-up',
    contexts: ['queue'],
    keys: ['K'],
    run: (ui: Ui) => scrollPreview(ui, -PREVIEW_STEP),
  },
  { id: 'preview', title: 'preview', contexts: ['queue'], keys: ['P'], run: togglePreview },
  {
    id: 'new',
    title: 'new',
    contexts: ['queue', 'ticket', 'knowledge', 'replies'],
    keys: ['g n'],
    run: askNewTicket,
  },
];
