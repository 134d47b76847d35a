import { whyNotOne } from '../model/act.ts';
import {
  answerHelp,
  askHelp,
  endHelp,
  hasHelp,
  hasHelpToEnd,
  whyNoHelp,
  whyNoHelpToEnd,
} from '../model/call-for-help.ts';
import {
  compareReviewed,
  editReviewed,
  hasChanges,
  hasOwnReview,
  hasReview,
  returnReview,
  sendAsIs,
  whyNoReview,
  withdrawReview,
} from '../model/supervision-model.ts';
import type { Action } from './action.ts';

type Parts = Omit<Action, 'contexts'>;

const onReview = { isThere: hasReview, whyNot: whyNoReview } as const;

/** Replies that go through a mentor, and calls for help. */
export const supervisionActions: readonly Action[] = (
  [
    { id: 'review-send', title: 'review-send', keys: ['V'], ...onReview, run: sendAsIs },
    { id: 'review-edit', title: 'review-edit', keys: ['e'], ...onReview, run: editReviewed },
    { id: 'review-return', title: 'review-return', keys: ['X'], ...onReview, run: returnReview },
    {
      id: 'review-withdraw',
      title: 'review-withdraw',
      keys: ['W'],
      isThere: hasOwnReview,
      whyNot: whyNotOne,
      run: withdrawReview,
    },
    {
      id: 'review-compare',
      title: 'review-compare',
      keys: ['Z'],
      isThere: hasChanges,
      whyNot: whyNotOne,
      run: compareReviewed,
    },
    { id: 'ask-help', title: 'ask-help', keys: ['F'], whyNot: whyNotOne, run: askHelp },
    {
      id: 'give-help',
      title: 'give-help',
      keys: ['I'],
      isThere: hasHelp,
      whyNot: whyNoHelp,
      run: answerHelp,
    },
    {
      id: 'end-help',
      title: 'end-help',
      keys: ['g I'],
      isThere: hasHelpToEnd,
      whyNot: whyNoHelpToEnd,
      run: endHelp,
    },
  ] satisfies readonly Parts[]
).map((parts) => ({ ...parts, contexts: ['queue', 'ticket'] }));
