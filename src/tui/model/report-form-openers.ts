import { later } from '../actions/later.ts';
import type { Ui } from './ui.ts';

const report = () => import('./shift-report-model.ts');
const reading = () => import('./shift-reading-model.ts');
const acceptance = () => import('./acceptance-model.ts');

type Open = (ui: Ui, id: readonly string[]) => Promise<void>;

/** How the forms of a report and its hand-over come back, by the first word of what drafts keep. */
const openers: Readonly<Record<string, Open>> = {
  'shift-report': (ui, [shiftId]) =>
    later(report, ({ openReport }) => openReport(ui, undefined, shiftId))(ui),
  'shift-report-text': (ui, [shiftId]) =>
    later(report, ({ editReport }) => editReport(ui, shiftId))(ui),
  'submit-shift': (ui, [shiftId]) =>
    later(report, ({ reviewSubmission }) => reviewSubmission(ui, shiftId))(ui),
  'accept-shift': (ui) => later(acceptance, ({ openAcceptance }) => openAcceptance(ui))(ui),
  'accept-item': (ui, [asked = '', ...key]) =>
    later(acceptance, ({ reopenAsked }) => reopenAsked(ui, asked, key.join(' ')))(ui),
  'return-shift': (ui) =>
    later(acceptance, ({ openAcceptance, askReturn }) => {
      openAcceptance(ui);
      askReturn(ui);
    })(ui),
  'remark-shift': (ui, [shiftId = '', revision]) =>
    later(reading, ({ reopenRemark }) => reopenRemark(ui, 'remark', shiftId, Number(revision)))(ui),
  'surprise-shift': (ui, [shiftId = '', revision]) =>
    later(reading, ({ reopenRemark }) => reopenRemark(ui, 'surprise', shiftId, Number(revision)))(
      ui,
    ),
};

/** Whether a draft is one of a form of a report or of its hand-over. */
export function isReportForm(id: string): boolean {
  return Object.hasOwn(openers, headOf(id));
}

/** Brings an unfinished form back to the screen; its code is read when it is wanted. */
export function reopenReportForm(ui: Ui, id: string): void {
  void openers[headOf(id)]?.(ui, id.split(' ').slice(1));
}

function headOf(id: string): string {
  return id.split(' ', 1)[0] ?? '';
}
