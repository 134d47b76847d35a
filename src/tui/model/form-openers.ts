import type { Draft } from '../../app/ticket/save-draft.ts';
import { openTime } from './active-time-model.ts';
import { answerHelp, askHelp } from './call-for-help.ts';
import { editVendorCase, reopenHandover } from './escalation-model.ts';
import {
  answerQuestion,
  askCustomer,
  diagnose,
  grantVoice,
  sendBack,
  writeBrief,
} from './handover-model.ts';
import { openOwnForm } from './kind-form-model.ts';
import { askPriority } from './priority-model.ts';
import { isReportForm, reopenReportForm } from './report-form-openers.ts';
import { isShiftForm, reopenShiftForm } from './shift-form-openers.ts';
import { askSnooze } from './snooze-model.ts';
import { returnReview } from './supervision-model.ts';
import { openTicket } from './ticket-model.ts';
import type { Ui } from './ui.ts';
import {
  openCard,
  openCheck,
  openOffTopic,
  openSpend,
  openStage,
  toggleWatch,
} from './work-forms-model.ts';

/** How the forms of a ticket are opened for the ticket at hand, by the id that their drafts keep. */
const openers: Readonly<Record<string, (ui: Ui) => void>> = {
  kind: openOwnForm,
  priority: askPriority,
  snooze: askSnooze,
  time: openTime,
  spend: openSpend,
  stage: openStage,
  watch: toggleWatch,
  'check-after': openCheck,
  'off-topic': openOffTopic,
  'link-card': openCard,
  'close-card': openCard,
  'return-handover': sendBack,
  diagnose,
  brief: writeBrief,
  'ask-customer': askCustomer,
  'grant-voice': grantVoice,
  'note-vendor': editVendorCase,
  'return-review': returnReview,
  'ask-help': askHelp,
  'give-help': answerHelp,
};

/** Brings an unfinished form of a ticket back to the screen, with what was typed into it. */
export function reopenForm(ui: Ui, { ticketId, extra }: Pick<Draft, 'ticketId' | 'extra'>): void {
  if (ticketId !== null) openTicket(ui, ticketId);
  const id = extra['form'] ?? '';
  if (isShiftForm(id)) return reopenShiftForm(ui, id);
  if (isReportForm(id)) return reopenReportForm(ui, id);
  const open = openers[id];
  if (open) open(ui);
  else if (id.startsWith('answer-')) answerQuestion(ui);
  else reopenHandover(ui, id);
}
