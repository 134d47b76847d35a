import { currentShift } from '../../app/shift/current-shift.ts';
import { executeShift } from '../../app/shift/execute-shift.ts';
import { logItem, shiftToLog } from '../../app/shift/log-shift.ts';
import { findTicketId } from '../../app/ticket/find-ticket.ts';
import { type ShiftItem, shiftItemKinds } from '../../domain/shift/shift.ts';
import { isUnled, whyNotAdd } from '../../domain/shift/shift-right.ts';
import { type BoardTexts, boardTexts } from '../../i18n/board-texts.ts';
import { orderedItems } from '../present/board-people.ts';
import { createTimeText } from '../present/time-text.ts';
import { afterChange, refusalText } from './act.ts';
import { formProblem } from './form-command.ts';
import { openForm } from './form-model.ts';
import type { FormField, FormProblem, FormValues } from './form-state.ts';
import { openFromBoard } from './from-board.ts';
import { refreshShift } from './open-shift.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { saveTyped } from './save-typed.ts';
import { shiftForms } from './shift-form-openers.ts';
import { say, type Ui } from './ui.ts';

function words(ui: Ui): BoardTexts {
  return boardTexts(ui.store.get().language);
}

const base = { hint: '', value: '', isRequired: false, type: 'text' } as const;
const isWatch = ({ kind }: FormValues) => kind === 'watch';

/** One line for the log of the shift, from wherever I am: what is open waits below. Enter writes it. */
export function openLogForm(ui: Ui): void {
  const t = words(ui);
  const below = ui.store.get().overlay;
  if (below?.type === 'form' && below.spec.id === shiftForms.log) return;
  const desk = ui.desk();
  const { me: actor, config } = desk;
  const why = whyNotAdd({ actor, desk: config, isUnled: isUnled(desk.people.persons(), config) });
  if (why) return say(ui, refusalText(ui, why), 'problem');
  const { plan } = shiftToLog(desk);
  saveTyped(ui);
  openForm(ui, {
    id: shiftForms.log,
    title: t.logTitle(plan.kind.replace('-', '–')),
    submitTitle: t.logSubmit,
    ticketId: null,
    isQuick: true,
    back: () => ui.store.set({ overlay: below }),
    fields: logFields(ui, t),
    submit: (values) => writeDown(ui, values),
  });
}

function logFields(ui: Ui, t: BoardTexts): readonly FormField[] {
  const kinds = shiftItemKinds.map((id) => ({ id, label: t.kinds[id], detail: '' }));
  const watched = { ...base, isShown: isWatch };
  return [
    { ...base, id: 'text', label: t.logText, hint: t.logTextHint, isRequired: true },
    { ...base, id: 'kind', label: t.logKind, type: 'choice', value: 'remark', choices: kinds },
    {
      ...base,
      id: 'ticket',
      label: t.logTicket,
      hint: t.logTicketHint,
      value: numberAtHand(ui),
      check: (number) => (findTicketId(ui.desk(), number) === null ? t.logNoTicket(number) : null),
    },
    { ...watched, id: 'until', label: t.watchUntil, hint: t.watchUntilHint, type: 'time' },
    { ...watched, id: 'stopWhen', label: t.watchStop, hint: t.watchStopHint },
    { ...watched, id: 'ifMoves', label: t.watchIf, hint: t.watchIfHint },
    { ...watched, id: 'owner', label: t.watchOwner, type: 'person' },
  ];
}

/** The ticket that is being written in or read. */
function numberAtHand(ui: Ui): string {
  const { composer, tab, ticket } = ui.store.get();
  const id = composer?.ticketId ?? (tab === 'ticket' ? ticket?.view.ticket.id : undefined);
  return id === undefined ? '' : (ui.desk().tickets.byId(id)?.number ?? '');
}

function writeDown(ui: Ui, values: FormValues): FormProblem | null {
  const desk = ui.desk();
  const t = words(ui);
  const { text = '', ticket = '', until = '', stopWhen = '', ifMoves = '', owner = '' } = values;
  const kind = shiftItemKinds.find((one) => one === values['kind']) ?? 'remark';
  const done = logItem(desk, {
    ...{ kind, text, stopWhen, ifMoves },
    ticketId: ticket === '' ? null : findTicketId(desk, ticket),
    until: until === '' ? null : Date.parse(until),
    ownerId: owner === '' ? null : owner,
  });
  if (!done.ok) return formProblem(ui, done.problem);
  afterChange(ui);
  refreshShift(ui);
  say(ui, t.logged(t.kinds[kind]));
  return null;
}

/** All lines of the log, to look for one. */
export function openLog(ui: Ui): void {
  const t = words(ui);
  const { state } = currentShift(ui.desk());
  const { timeZone, language } = ui.store.get();
  const time = createTimeText(timeZone, language);
  openPicker(ui, {
    purpose: 'shift-log',
    title: t.log,
    isSearchable: true,
    choices: orderedItems(state?.items ?? []).map((item): Choice => {
      const settled = item.settled ? ` · ${t.settled(item.settled.outcome)}` : '';
      const label = `${time.clock(item.at)} ${t.kinds[item.kind]}: ${item.text}`;
      return { id: item.id, label, detail: settled, disabled: null };
    }),
    choose: ({ id }) => openItem(ui, id),
  });
}

/** What can be done about one line of the log. */
export function openItem(ui: Ui, itemId: string): void {
  const item = itemOf(ui, itemId);
  if (!item) return;
  const t = words(ui);
  const choice = (id: string, label: string, disabled: string | null = null): Choice => {
    return { id, label, detail: '', disabled };
  };
  openPicker(ui, {
    purpose: 'shift-item',
    title: item.text,
    isSearchable: false,
    preview: () => detailsOf(ui, item),
    choices: [
      choice('settle', t.settle, item.settled === null ? null : t.settled(item.settled.outcome)),
      choice('ticket', t.openItsTicket, item.ticketId === null ? t.noItsTicket : null),
    ],
    choose: ({ id }) => {
      if (id === 'settle') settleItem(ui, itemId);
      else if (item.ticketId !== null) openFromBoard(ui, item.ticketId);
    },
  });
}

function itemOf(ui: Ui, itemId: string): ShiftItem | null {
  const { state } = currentShift(ui.desk());
  return state?.items.find(({ id }) => id === itemId) ?? null;
}

function detailsOf(ui: Ui, item: ShiftItem): readonly string[] {
  const t = words(ui);
  const { timeZone, language, now } = ui.store.get();
  const time = createTimeText(timeZone, language);
  const nameOf = (id: string) => ui.desk().people.person(id)?.name ?? id;
  return [
    `${time.at(item.at, now)} · ${nameOf(item.byId)} · ${t.kinds[item.kind]}`,
    ...(item.until === null ? [] : [t.until(time.at(item.until, now))]),
    ...(item.stopWhen === '' ? [] : [`${t.watchStop}: ${item.stopWhen}`]),
    ...(item.ifMoves === '' ? [] : [`${t.watchIf}: ${item.ifMoves}`]),
    ...(item.ownerId === null ? [] : [`${t.watchOwner}: ${nameOf(item.ownerId)}`]),
  ];
}

/** Ends a line of the log with what came of it. */
export function settleItem(ui: Ui, itemId: string): void {
  const item = itemOf(ui, itemId);
  if (!item) return;
  const t = words(ui);
  openForm(ui, {
    id: shiftForms.settle(itemId),
    title: t.settleTitle(item.text),
    submitTitle: t.settle,
    ticketId: null,
    isQuick: true,
    fields: [{ ...base, id: 'outcome', label: t.outcome, hint: t.outcomeHint, isRequired: true }],
    submit: ({ outcome = '' }) => {
      const { id } = currentShift(ui.desk());
      const done = executeShift(ui.desk(), id, { type: 'settle-item', itemId, outcome });
      if (!done.ok) return { problem: refusalText(ui, done.problem), fieldId: null };
      afterChange(ui);
      refreshShift(ui);
      say(ui, t.settledToast);
      return null;
    },
  });
}
