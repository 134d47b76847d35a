import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { offeredAt } from '../model/acceptance-state.ts';
import type { Ui } from '../model/ui.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Action } from './action.ts';
import { later } from './later.ts';

const report = () => import('../model/shift-report-model.ts');
const reading = () => import('../model/shift-reading-model.ts');
const history = () => import('../model/shift-history-model.ts');
const acceptance = () => import('../model/acceptance-model.ts');

type Place = Omit<Action, 'contexts'>;

function mayLead({ shift }: UiState): boolean {
  return shift.board?.shift.mayLead ?? false;
}

function whyNothingToAccept(ui: Ui): string | null {
  const { shift, language } = ui.store.get();
  return shift.offer === null ? shiftReportTexts(language).accept.nothing : null;
}

/** The report is written and handed over from the tab, and what others handed over is accepted. */
const inTab: readonly Place[] = [
  {
    id: 'report-write',
    title: 'report-write',
    keys: ['r'],
    hint: 3,
    isHinted: mayLead,
    run: later(report, ({ openReport }, ui) => openReport(ui)),
  },
  {
    id: 'report-submit',
    title: 'report-submit',
    keys: ['S'],
    hint: 4,
    isHinted: mayLead,
    run: later(report, ({ reviewSubmission }, ui) => reviewSubmission(ui)),
  },
  {
    id: 'report-editor',
    title: 'report-editor',
    keys: ['e'],
    run: later(report, ({ editReport }, ui) => editReport(ui)),
  },
  {
    id: 'report-preview',
    title: 'report-preview',
    keys: ['v'],
    run: later(reading, ({ previewReport }, ui) => previewReport(ui)),
  },
  {
    id: 'shift-accept',
    title: 'shift-accept',
    keys: ['A'],
    hint: 2,
    isHinted: ({ shift }) => shift.offer !== null,
    whyNot: whyNothingToAccept,
    run: later(acceptance, ({ openAcceptance }, ui) => openAcceptance(ui)),
  },
  {
    id: 'shift-history',
    title: 'shift-history',
    keys: ['H'],
    run: later(history, ({ openHistory }, ui) => openHistory(ui)),
  },
  {
    id: 'shift-surprise',
    title: 'shift-surprise',
    keys: ['!'],
    run: later(reading, ({ askSurprise }, ui) => askSurprise(ui)),
  },
];

const moveInAcceptance = (delta: number) =>
  later(acceptance, ({ movePlace }, ui) => movePlace(ui, delta));

/** Whether the selected place is one of the items, and not all the rest or the end. */
function isAtItem({ overlay }: UiState): boolean {
  return overlay?.type === 'acceptance' && offeredAt(overlay, overlay.selected) !== null;
}

/** Taking a shift over, item by item. */
const inAcceptance: readonly Place[] = [
  {
    id: 'accept-item',
    title: 'accept-item',
    keys: ['enter'],
    hint: 1,
    isHinted: isAtItem,
    run: later(acceptance, ({ takePlace }, ui) => takePlace(ui)),
  },
  {
    id: 'accept-owner',
    title: 'accept-owner',
    keys: ['o'],
    hint: 2,
    isHinted: isAtItem,
    run: later(acceptance, ({ changeOwner }, ui) => changeOwner(ui)),
  },
  {
    id: 'accept-action',
    title: 'accept-action',
    keys: ['a'],
    hint: 3,
    isHinted: isAtItem,
    run: later(acceptance, ({ changeAction }, ui) => changeAction(ui)),
  },
  {
    id: 'accept-rest',
    title: 'accept-rest',
    keys: ['*'],
    hint: 4,
    isHinted: ({ overlay }) =>
      overlay?.type === 'acceptance' && overlay.rest.length > 0 && !overlay.answers.isRestTaken,
    run: later(acceptance, ({ takeRest }, ui) => takeRest(ui)),
  },
  {
    id: 'accept-remark',
    title: 'accept-remark',
    keys: ['r'],
    hint: 5,
    run: later(acceptance, ({ addRemark }, ui) => addRemark(ui)),
  },
  {
    id: 'accept-done',
    title: 'accept-done',
    keys: ['S', 'ctrl+x'],
    hint: 6,
    run: later(acceptance, ({ finishAcceptance }, ui) => finishAcceptance(ui)),
  },
  {
    id: 'accept-read',
    title: 'accept-read',
    keys: ['v'],
    hint: 8,
    run: later(acceptance, ({ readAccepted }, ui) => readAccepted(ui)),
  },
  {
    id: 'accept-return',
    title: 'accept-return',
    keys: ['B'],
    hint: 7,
    run: later(acceptance, ({ askReturn }, ui) => askReturn(ui)),
  },
  { id: 'accept-down', title: 'move-down', keys: ['j', 'down', 'tab'], run: moveInAcceptance(1) },
  { id: 'accept-up', title: 'move-up', keys: ['k', 'up', 'shift+tab'], run: moveInAcceptance(-1) },
  { id: 'accept-top', title: 'go-top', keys: ['g g', 'home'], run: moveInAcceptance(-1e9) },
  { id: 'accept-bottom', title: 'go-bottom', keys: ['G', 'end'], run: moveInAcceptance(1e9) },
  {
    id: 'accept-leave',
    title: 'form-leave',
    keys: ['escape', 'q'],
    hint: 9,
    run: later(acceptance, ({ leaveAcceptance }, ui) => leaveAcceptance(ui)),
  },
];

/** Whether the report being read was handed over: a draft takes no remarks. */
function isHandedOver({ overlay }: UiState): boolean {
  return overlay?.type === 'shift-report' && overlay.revision !== null;
}

/** A report being read: as it would go, or as it was handed over. */
const inReading: readonly Place[] = [
  {
    id: 'reading-export',
    title: 'reading-export',
    keys: ['x'],
    hint: 1,
    run: later(reading, ({ openExport }, ui) => openExport(ui)),
  },
  {
    id: 'reading-copy',
    title: 'reading-copy',
    keys: ['y'],
    hint: 2,
    run: later(reading, ({ copyShort }, ui) => copyShort(ui)),
  },
  {
    id: 'reading-remark',
    title: 'accept-remark',
    keys: ['r'],
    hint: 3,
    isHinted: isHandedOver,
    run: later(reading, ({ askReadingRemark }, ui) => askReadingRemark(ui, 'remark')),
  },
  {
    id: 'reading-surprise',
    title: 'shift-surprise',
    keys: ['!'],
    hint: 4,
    isHinted: isHandedOver,
    run: later(reading, ({ askReadingRemark }, ui) => askReadingRemark(ui, 'surprise')),
  },
  {
    id: 'reading-earlier',
    title: 'reading-earlier',
    keys: ['['],
    run: later(reading, ({ turnRevision }, ui) => turnRevision(ui, -1)),
  },
  {
    id: 'reading-later',
    title: 'reading-later',
    keys: [']'],
    run: later(reading, ({ turnRevision }, ui) => turnRevision(ui, 1)),
  },
  {
    id: 'reading-close',
    title: 'close',
    keys: ['escape', 'q'],
    hint: 5,
    run: later(reading, ({ closeReading }, ui) => closeReading(ui)),
  },
];

/** Writing the report of a shift, handing it over, accepting it, reading what was handed over. */
export const shiftReportActions: readonly Action[] = [
  ...inTab.map((action): Action => ({ ...action, contexts: ['shift'] })),
  ...inAcceptance.map((action): Action => ({ ...action, contexts: ['acceptance'] })),
  ...inReading.map((action): Action => ({ ...action, contexts: ['shift-report'] })),
];
