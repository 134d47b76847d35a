import { whyNoTicket } from '../model/act.ts';
import { addMissing, foldClosing, toggleAngry } from '../model/checklist-model.ts';
import type { Action } from './action.ts';

/** The lists beside the work: an angry customer, a closing text. */
export const checklistActions: readonly Action[] = [
  {
    id: 'angry',
    title: 'angry',
    contexts: ['queue', 'ticket'],
    keys: ['g z'],
    whyNot: whyNoTicket,
    run: toggleAngry,
  },
  {
    id: 'add-missing',
    title: 'add-missing',
    contexts: ['composer'],
    keys: ['ctrl+down', 'insert'],
    run: addMissing,
  },
  {
    id: 'fold-closing',
    title: 'fold-closing',
    contexts: ['composer'],
    keys: ['ctrl+up'],
    run: foldClosing,
  },
];
