import {
  askNewName,
  askQueueName,
  dropQueue,
  shiftQueue,
  whyNotChange,
  whyNotSave,
} from '../model/saved-queue-model.ts';
import type { Action } from './action.ts';

const here = { contexts: ['queue'] } as const;

/** Queues that people save, and the order of the tabs. */
export const savedQueueActions: readonly Action[] = [
  {
    ...here,
    id: 'save-queue',
    title: 'save-queue',
    keys: ['S'],
    whyNot: whyNotSave,
    run: (ui) => askQueueName(ui, false),
  },
  {
    ...here,
    id: 'save-desk-queue',
    title: 'save-desk-queue',
    keys: [],
    whyNot: whyNotSave,
    run: (ui) => askQueueName(ui, true),
  },
  {
    ...here,
    id: 'rename-queue',
    title: 'rename-queue',
    keys: [],
    whyNot: whyNotChange,
    run: askNewName,
  },
  {
    ...here,
    id: 'delete-queue',
    title: 'delete-queue',
    keys: [],
    whyNot: whyNotChange,
    run: dropQueue,
  },
  {
    ...here,
    id: 'queue-left',
    title: 'queue-left',
    keys: ['{'],
    run: (ui) => shiftQueue(ui, -1),
  },
  {
    ...here,
    id: 'queue-right',
    title: 'queue-right',
    keys: ['}'],
    run: (ui) => shiftQueue(ui, 1),
  },
];
