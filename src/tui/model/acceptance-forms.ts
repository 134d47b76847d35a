import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { keepAnswers } from './acceptance-draft.ts';
import {
  type AcceptanceScreen,
  actionOf,
  answerOf,
  nextWaiting,
  type OfferedItem,
  offeredAt,
  owesReadBack,
  withAnswers,
  withOwner,
} from './acceptance-state.ts';
import { openForm } from './form-model.ts';
import type { FormField, FormValues } from './form-state.ts';
import { longField, textField } from './handover-model.ts';
import type { Ui } from './ui.ts';

/** What is asked about an item, by the name that its draft keeps. */
export const askedOfItem = ['read-back', 'action', 'owner'] as const;
export type AskedOfItem = (typeof askedOfItem)[number];

/** The id of a form about one item: its draft finds the way back by it. */
function itemFormId(asked: AskedOfItem | 'remark', key: string): string {
  return `accept-item ${asked} ${key}`;
}

/** Shows the screen, with everything that was said kept. */
export function showAcceptance(ui: Ui, screen: AcceptanceScreen): void {
  ui.store.set({ overlay: keepAnswers(ui, screen) });
}

/** Asks about the item at hand; what was asked before stays where it was. */
export function askOfItem(ui: Ui, screen: AcceptanceScreen, asked: AskedOfItem): void {
  const offered = offeredAt(screen, screen.selected);
  if (!offered) return;
  if (asked === 'owner') return askOwner(ui, screen, offered);
  askWords(ui, screen, offered, asked);
}

function askOwner(ui: Ui, screen: AcceptanceScreen, offered: OfferedItem): void {
  const { accept: w } = shiftReportTexts(ui.store.get().language);
  const value = answerOf(screen, offered.item.key).ownerId ?? offered.ownerId;
  const given = { type: 'person', value, isRequired: true } as const;
  openForm(ui, {
    id: itemFormId('owner', offered.item.key),
    title: w.ownerTitle(nameOf(offered)),
    fields: [textField('owner', w.ownerField, given)],
    submitTitle: w.ownerSubmit,
    ticketId: null,
    submit: ({ owner = '' }) => {
      showAcceptance(ui, withOwner(screen, offered, owner));
      return null;
    },
    leave: () => ui.store.set({ overlay: screen }),
  });
}

/** The next action in the lead's own words, after another one was written where that is wanted. */
function askWords(
  ui: Ui,
  screen: AcceptanceScreen,
  offered: OfferedItem,
  asked: Exclude<AskedOfItem, 'owner'>,
): void {
  const { accept: w } = shiftReportTexts(ui.store.get().language);
  const { key } = offered.item;
  const what = nameOf(offered);
  openForm(ui, {
    id: itemFormId(asked, key),
    title: asked === 'action' ? w.actionTitle(what) : w.readBackTitle(what),
    fields: wordFields(ui, screen, offered, asked),
    submitTitle: w.readBackSubmit,
    ticketId: null,
    submit: (values) => {
      const said = { ...saidIn(offered, values), isTaken: true };
      const taken = withAnswers(screen, [key], said);
      showAcceptance(ui, { ...taken, selected: nextWaiting(taken, key) });
      return null;
    },
    leave: () => ui.store.set({ overlay: screen }),
  });
}

function wordFields(
  ui: Ui,
  screen: AcceptanceScreen,
  offered: OfferedItem,
  asked: Exclude<AskedOfItem, 'owner'>,
): readonly FormField[] {
  const { accept: w } = shiftReportTexts(ui.store.get().language);
  const answer = answerOf(screen, offered.item.key);
  const written = actionOf(offered, answer);
  const action = textField('action', w.actionField, { value: written, isRequired: true });
  const readBack = textField('read-back', w.readBackField, {
    hint: w.readBackHint,
    value: asked === 'action' ? '' : answer.readBack,
    isRequired: true,
    explain: () => (asked === 'action' ? '' : `${w.next}: ${written}`),
    isShown: (values) => {
      if (asked === 'read-back') return true;
      return owesReadBack(offered, { ...answer, ...saidIn(offered, values), readBack: '' });
    },
  });
  return asked === 'action' ? [action, readBack] : [readBack];
}

/** What a form about an item says; a next action that was not changed is as it was written. */
function saidIn({ item }: OfferedItem, values: FormValues) {
  const { action } = values;
  const isChanged = action !== undefined && action !== item.nextAction.trim();
  return {
    ...(action === undefined ? {} : { nextAction: isChanged ? action : null }),
    ...(values['read-back'] === undefined ? {} : { readBack: values['read-back'] }),
  };
}

/** Asks for a remark that goes with the acceptance. */
export function askRemark(ui: Ui, screen: AcceptanceScreen): void {
  const { accept: w } = shiftReportTexts(ui.store.get().language);
  const offered = offeredAt(screen, screen.selected);
  const about = offered ? `${nameOf(offered)}: ` : '';
  openForm(ui, {
    id: itemFormId('remark', screen.selected),
    title: w.remarkTitle(screen.name),
    fields: [longField('text', w.remarkField, { value: about })],
    submitTitle: w.remarkSubmit,
    ticketId: null,
    submit: ({ text = '' }) => {
      const remarks = [...screen.answers.remarks, text];
      showAcceptance(ui, { ...screen, answers: { ...screen.answers, remarks } });
      return null;
    },
    leave: () => ui.store.set({ overlay: screen }),
  });
}

/** How an item is called to people. */
function nameOf({ number, about }: OfferedItem): string {
  return number || about.slice(0, 60);
}
