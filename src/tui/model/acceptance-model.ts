import { findShift } from '../../app/shift/find-shift.ts';
import { type AcceptedShift, acceptShift } from '../../app/shift-handover/accept-shift.ts';
import { returnShift } from '../../app/shift-handover/answer-shift.ts';
import {
  handoverToAccept,
  type WaitingHandover,
} from '../../app/shift-handover/waiting-handovers.ts';
import { type ShiftReportTexts, shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { forgetAnswers, keptAnswers } from './acceptance-draft.ts';
import { askedOfItem, askOfItem, askRemark, showAcceptance } from './acceptance-forms.ts';
import {
  type AcceptanceScreen,
  acceptOrder,
  answerOf,
  nextWaiting,
  offeredAt,
  owesReadBack,
  placeDone,
  placeRest,
  placesOf,
  progressOf,
  withAnswers,
} from './acceptance-state.ts';
import { afterChange, refusalText } from './act.ts';
import { openForm } from './form-model.ts';
import { longField } from './handover-model.ts';
import { offeredItems } from './offered-items.ts';
import { openPager } from './overlays.ts';
import { openReading } from './shift-reading-model.ts';
import { rereadReportPane } from './shift-report-pane.ts';
import { say, texts, type Ui } from './ui.ts';

/** Opens the hand-over that waits for me, with what I said about it before. */
export function openAcceptance(ui: Ui): void {
  const waiting = handoverToAccept(ui.desk());
  if (!waiting) return say(ui, words(ui).accept.nothing, 'problem');
  ui.store.set({ overlay: screenOf(ui, waiting), now: ui.desk().clock.now() });
}

function screenOf(ui: Ui, { shift, handover }: WaitingHandover): AcceptanceScreen {
  const desk = ui.desk();
  const offered = offeredItems(desk, handover);
  const { revision, submittedAt, byId, state } = handover;
  const { language, timeZone, now } = ui.store.get();
  const time = createTimeText(timeZone, language);
  const names = new Map(desk.people.persons().map(({ id, name }) => [id, name]));
  const screen: AcceptanceScreen = {
    type: 'acceptance',
    shiftId: shift.id,
    revision,
    name: shiftName(shift.plan, { time, now, language }),
    from: names.get(byId) ?? byId,
    submittedAt,
    isExpired: state === 'expired',
    items: offered.filter(({ item }) => item.part !== 'rest'),
    rest: offered.filter(({ item }) => item.part === 'rest'),
    names,
    selected: placeDone,
    ...keptAnswers(ui, { shiftId: shift.id, revision }),
  };
  return { ...screen, selected: nextWaiting(screen, '') };
}

/** Opens the hand-over again at an item that something was being said about. */
export function reopenAsked(ui: Ui, asked: string, key: string): void {
  openAcceptance(ui);
  const screen = opened(ui);
  if (!screen) return;
  const at = { ...screen, selected: offeredAt(screen, key) ? key : screen.selected };
  ui.store.set({ overlay: at });
  const wanted = askedOfItem.find((one) => one === asked);
  if (wanted && at.selected === key) askOfItem(ui, at, wanted);
  else if (asked === 'remark') askRemark(ui, { ...at, selected: key });
}

/** Goes to another place. */
export function movePlace(ui: Ui, delta: number): void {
  const screen = opened(ui);
  if (!screen) return;
  const places = placesOf(screen);
  const at = places.indexOf(screen.selected) + delta;
  const selected = places[Math.max(0, Math.min(at, places.length - 1))];
  if (selected !== undefined) ui.store.set({ overlay: { ...screen, selected } });
}

/** Enter: the place at hand is taken as it was written, and the next one that waits comes. */
export function takePlace(ui: Ui): void {
  const screen = opened(ui);
  if (!screen) return;
  if (screen.selected === placeDone) return finishAcceptance(ui);
  if (screen.selected === placeRest) return takeRest(ui);
  const offered = offeredAt(screen, screen.selected);
  if (!offered) return;
  if (owesReadBack(offered, answerOf(screen, screen.selected))) {
    return askOfItem(ui, screen, 'read-back');
  }
  const taken = withAnswers(screen, [screen.selected], { isTaken: true });
  showAcceptance(ui, { ...taken, selected: nextWaiting(taken, screen.selected) });
}

/** Takes everything at once that is not taken one by one. */
export function takeRest(ui: Ui): void {
  const screen = opened(ui);
  if (!screen || screen.rest.length === 0) return;
  const taken = { ...screen, answers: { ...screen.answers, isRestTaken: true } };
  showAcceptance(ui, { ...taken, selected: nextWaiting(taken, placeRest) });
}

/** Another owner of the item at hand. */
export function changeOwner(ui: Ui): void {
  const screen = opened(ui);
  if (screen) askOfItem(ui, screen, 'owner');
}

/** Another next action of the item at hand. */
export function changeAction(ui: Ui): void {
  const screen = opened(ui);
  if (screen) askOfItem(ui, screen, 'action');
}

/** A remark that goes with the acceptance. */
export function addRemark(ui: Ui): void {
  const screen = opened(ui);
  if (screen) askRemark(ui, screen);
}

/** The whole report as it was handed over, and back. */
export function readAccepted(ui: Ui): void {
  const screen = opened(ui);
  if (screen) openReading(ui, screen.shiftId, screen.revision, screen);
}

/** «Смену принял»: everything in one go; what still waits is shown first. */
export function finishAcceptance(ui: Ui): void {
  const screen = opened(ui);
  if (!screen) return;
  const { done, all } = progressOf(screen);
  if (done < all) {
    ui.store.set({ overlay: { ...screen, selected: nextWaiting(screen, '') } });
    return say(ui, words(ui).accept.notAll(all - done), 'problem');
  }
  const shift = findShift(ui.desk(), screen.shiftId);
  const outcome = acceptShift(ui.desk(), shift, acceptOrder(screen));
  if (!outcome.ok) return say(ui, refusalText(ui, outcome.problem), 'problem');
  forgetAnswers(ui, screen);
  ui.store.set({ overlay: null });
  afterChange(ui);
  rereadReportPane(ui);
  tellAccepted(ui, outcome.value);
}

function tellAccepted(ui: Ui, accepted: AcceptedShift): void {
  const { accept: w } = words(ui);
  // Whoever was first may have come to the desk since the screen was opened.
  const nameOf = (id: string | null) =>
    id === null ? w.nobody : (ui.desk().people.person(id)?.name ?? id);
  const { moved, kept, handover, isSecond } = accepted;
  if (isSecond) return say(ui, w.second(nameOf(handover.settledById)), 'problem');
  if (moved.length + kept.length === 0) return say(ui, w.accepted);
  const rows = moved.map(({ number, fromId, toId }): Line => {
    return [word('   '), span(toSafe(w.moved(number, nameOf(fromId), nameOf(toId))))];
  });
  const left = w.keptTitle(kept.map(({ number }) => number).join(', '));
  openPager(ui, w.accepted, [
    [],
    [word(` ${w.movedTitle(moved.length)}`, 'strong')],
    ...rows,
    ...(kept.length === 0 ? [] : [[], [span(toSafe(` ${left}`), 'warning')]]),
  ]);
}

/** Esc: what was said so far stays for the next time. */
export function leaveAcceptance(ui: Ui): void {
  const screen = opened(ui);
  if (!screen) return;
  ui.store.set({ overlay: null });
  const { done } = progressOf(screen);
  if (done > 0 || screen.answers.remarks.length > 0) say(ui, texts(ui).toastDraftKept);
}

/** «Вернуть»: with what is missing. */
export function askReturn(ui: Ui): void {
  const screen = opened(ui);
  if (!screen) return;
  const { accept: w } = words(ui);
  const { shiftId, revision } = screen;
  openForm(ui, {
    id: `return-shift ${shiftId} ${revision}`,
    title: w.returnTitle(screen.name),
    fields: [longField('reason', w.returnField, { hint: w.returnHint })],
    submitTitle: w.returnSubmit,
    ticketId: null,
    submit: ({ reason = '' }) => {
      const done = returnShift(ui.desk(), findShift(ui.desk(), shiftId), { revision, reason });
      if (!done.ok) return { problem: refusalText(ui, done.problem), fieldId: null };
      forgetAnswers(ui, screen);
      afterChange(ui);
      rereadReportPane(ui);
      say(ui, w.returned(screen.from));
      return null;
    },
    leave: () => ui.store.set({ overlay: screen }),
  });
}

function opened(ui: Ui): AcceptanceScreen | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'acceptance' ? overlay : null;
}

function words(ui: Ui): ShiftReportTexts {
  return shiftReportTexts(ui.store.get().language);
}
