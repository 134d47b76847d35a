import { oneTicket, whyNoTicket, whyNotOne } from '../model/act.ts';
import { openTime } from '../model/active-time-model.ts';
import { openOwnForm } from '../model/kind-form-model.ts';
import type { Ui } from '../model/ui.ts';
import {
  openCard,
  openCheck,
  openOffTopic,
  openSpend,
  openStage,
  toggleWatch,
} from '../model/work-forms-model.ts';
import type { Action } from './action.ts';

type Parts = Omit<Action, 'contexts'>;

function kindOf(ui: Ui) {
  const ticket = oneTicket(ui);
  return ui.desk().config.kinds.find(({ code }) => code === ticket?.kind) ?? null;
}

/** The work on a ticket: what its kind asks for, boxes, time, money, stages, what the shift watches. */
export const workActions: readonly Action[] = (
  [
    { id: 'details', title: 'details', keys: ['g f'], whyNot: whyNotOne, run: openOwnForm },
    { id: 'log-time', title: 'log-time', keys: ['g w'], whyNot: whyNotOne, run: openTime },
    { id: 'watch', title: 'watch', keys: [], whyNot: whyNotOne, run: toggleWatch },
    {
      id: 'spend',
      title: 'spend',
      keys: [],
      isThere: (ui) => ui.desk().config.spending !== null,
      whyNot: whyNotOne,
      run: openSpend,
    },
    {
      id: 'stage',
      title: 'stage',
      keys: [],
      isThere: (ui) => kindOf(ui)?.hasStages === true,
      whyNot: whyNotOne,
      run: openStage,
    },
    {
      id: 'check-after',
      title: 'check-after',
      keys: [],
      isThere: (ui) => oneTicket(ui)?.status === 'resolved',
      whyNot: whyNoTicket,
      run: openCheck,
    },
    {
      id: 'card',
      title: 'card',
      keys: [],
      isThere: (ui) => kindOf(ui)?.fields.some(({ code }) => code === 'card') === true,
      whyNot: whyNotOne,
      run: openCard,
    },
    { id: 'off-topic', title: 'off-topic', keys: [], whyNot: whyNotOne, run: openOffTopic },
  ] satisfies readonly Parts[]
).map((parts) => ({ ...parts, contexts: ['queue', 'ticket'] }));
