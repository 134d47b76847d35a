import { whyNoTicket } from '../model/act.ts';
import { answerPromise, givePromise, settlePromise, whyNoOffer } from '../model/promise-model.ts';
import type { Action } from './action.ts';

/** Times given to customers: giving one, saying what became of it, answering one that runs out. */
export const promiseActions: readonly Action[] = [
  {
    id: 'promise',
    title: 'promise',
    contexts: ['queue', 'ticket'],
    keys: ['g m'],
    whyNot: whyNoTicket,
    run: givePromise,
  },
  {
    id: 'settle-promise',
    title: 'settle-promise',
    contexts: ['queue', 'ticket'],
    keys: ['g y'],
    whyNot: whyNoTicket,
    run: settlePromise,
  },
  {
    id: 'answer-promise',
    title: 'answer-promise',
    contexts: ['queue', 'ticket'],
    keys: ['H'],
    whyNot: whyNoOffer,
    run: answerPromise,
  },
  {
    id: 'answer-promise-writing',
    title: 'answer-promise',
    contexts: ['composer'],
    keys: ['ctrl+d'],
    whyNot: whyNoOffer,
    run: answerPromise,
  },
];
