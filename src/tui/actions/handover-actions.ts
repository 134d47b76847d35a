import { whyNoTicket, whyNotOne } from '../model/act.ts';
import { chooseReceiver, editVendorCase, whyNoVendorCase } from '../model/escalation-model.ts';
import {
  answerQuestion,
  askCustomer,
  diagnose,
  grantVoice,
  sendBack,
  takeTickets,
  whyNoBrief,
  whyNoQuestion,
  whyNotHanded,
  writeBrief,
} from '../model/handover-model.ts';
import type { Action } from './action.ts';

type Parts = Omit<Action, 'contexts'>;

/** Taking tickets, handing them on, and asking through another line. */
export const handoverActions: readonly Action[] = (
  [
    { id: 'take', title: 'take', keys: ['w'], hint: 2, whyNot: whyNoTicket, run: takeTickets },
    {
      id: 'escalate',
      title: 'escalate',
      keys: ['E'],
      hint: 6,
      whyNot: whyNotOne,
      run: chooseReceiver,
    },
    {
      id: 'return-handover',
      title: 'return-handover',
      keys: ['B'],
      whyNot: whyNotHanded,
      run: sendBack,
    },
    { id: 'diagnose', title: 'diagnose', keys: ['g i'], whyNot: whyNotOne, run: diagnose },
    {
      id: 'ask-customer',
      title: 'ask-customer',
      keys: ['g q'],
      whyNot: whyNotOne,
      run: askCustomer,
    },
    {
      id: 'answer-question',
      title: 'answer-question',
      keys: ['Q'],
      whyNot: whyNoQuestion,
      run: answerQuestion,
    },
    {
      id: 'vendor-case',
      title: 'vendor-case',
      keys: [],
      whyNot: whyNoVendorCase,
      run: editVendorCase,
    },
    { id: 'grant-voice', title: 'grant-voice', keys: [], whyNot: whyNotOne, run: grantVoice },
    { id: 'write-brief', title: 'write-brief', keys: [], whyNot: whyNoBrief, run: writeBrief },
  ] satisfies readonly Parts[]
).map((parts) => ({ ...parts, contexts: ['queue', 'ticket'] }));
