import { findShift } from '../../app/shift/find-shift.ts';
import { type ReadyHandover, readyHandover } from '../../app/shift-handover/ready-handover.ts';
import { submitShift } from '../../app/shift-handover/submit-shift.ts';
import { shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import type { HandoverItem } from '../../domain/shift/shift-handover.ts';
import { describeBlocker } from '../../i18n/messages.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { type Line, word } from '../present/line.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { afterChange, refusalText } from './act.ts';
import { openForm } from './form-model.ts';
import {
  entryOf,
  type FormChoice,
  type FormField,
  type FormProblem,
  type FormValues,
} from './form-state.ts';
import { textField } from './handover-model.ts';
import { rereadReportPane } from './shift-report-pane.ts';
import { placeOfBlocker } from './shift-report-places.ts';
import { staleRemark } from './stale-remark.ts';
import { say, type Ui } from './ui.ts';

const AS_IT_IS = 'as-it-is';
const REASON = 'override';
/** With the way out there is a digit for each. */
const MOST_BLOCKERS = 8;

/** Opens the report of a shift at a place of it. */
export type Mend = (place: string, shiftId: string) => void;

/** The form that a shift is handed over by; its draft finds the way back by it. */
function submitFormId(shiftId: string): string {
  return `submit-shift ${shiftId}`;
}

/**
 * Looks the hand-over through before it goes: what goes over, to whom, and what stands in the way.
 * Each of that leads to where it is mended.
 */
export function openSubmitReview(ui: Ui, mend: Mend, shiftId?: string): void {
  const desk = ui.desk();
  const shift = shiftId === undefined ? shiftToSubmit(desk) : findShift(desk, shiftId);
  const ready = readyHandover(desk, shift);
  const { language, timeZone, now } = ui.store.get();
  const { review: w } = shiftReportTexts(language);
  const time = createTimeText(timeZone, language);
  openForm(ui, {
    id: submitFormId(shift.id),
    title: w.title(shiftName(shift.plan, { time, now, language })),
    intro: () => introOf(ui, ready),
    fields: fieldsOf(ui, ready),
    submitTitle: (values) => (isGoing(values) ? w.submit : w.goThere),
    ticketId: null,
    submit: (values) => {
      if (isGoing(values)) return submitted(ui, ready, values);
      mend(values['mend'] ?? '', shift.id);
      return null;
    },
    keepsDraft: (form) =>
      entryOf(form, 'mend').picked !== AS_IT_IS &&
      entryOf(form, REASON).history.present.text !== '',
    leave: () => rereadReportPane(ui),
  });
}

/** Whether what is chosen leads to the hand-over, and not to something in the way. */
function isGoing({ mend = AS_IT_IS }: FormValues): boolean {
  return mend === AS_IT_IS;
}

function introOf(ui: Ui, { items, report }: ReadyHandover): readonly Line[] {
  const { review: w } = shiftReportTexts(ui.store.get().language);
  const count = (part: HandoverItem['part']) => items.filter((item) => item.part === part).length;
  const said = w.whatGoes(count('red'), count('promise'), count('watch'), count('rest'));
  return [...staleRemark(ui, report), [word(` ${said}`, 'muted')], ...unsaidRemark(ui, items)];
}

/** What whoever takes over will miss: nothing of it keeps the shift from going. */
function unsaidRemark(ui: Ui, items: readonly HandoverItem[]): readonly Line[] {
  const { review: w } = shiftReportTexts(ui.store.get().language);
  const red = items.filter(({ part }) => part === 'red');
  const without = (name: 'nextAction' | 'ifThen') => red.filter((one) => one[name].trim() === '');
  const [next, ifThen] = [without('nextAction').length, without('ifThen').length];
  return next + ifThen === 0 ? [] : [[word(` ${w.unsaid(next, ifThen)}`, 'warning')]];
}

function fieldsOf(ui: Ui, ready: ReadyHandover): readonly FormField[] {
  const { review: w } = shiftReportTexts(ui.store.get().language);
  const ways = blockerChoices(ui, ready);
  const to = textField('to', w.to, {
    type: 'choice',
    hint: w.toHint,
    choices: [
      ...ready.nextLeads.map(({ id, name }) => ({ id, label: name, detail: '' })),
      { id: '', label: w.anybody, detail: '' },
    ],
    value: ready.nextLeads[0]?.id ?? '',
    isShown: isGoing,
  });
  if (ways.length === 0) return [to];
  const mend = textField('mend', w.blockers, {
    type: 'choice',
    hint: w.blockersHint,
    choices: [...ways, { id: AS_IT_IS, label: w.asItIs, detail: '' }],
    value: ways[0]?.id ?? '',
  });
  const given = { hint: w.reasonHint, isRequired: true, isShown: isGoing };
  return [mend, textField(REASON, w.reason, given), to];
}

function blockerChoices(ui: Ui, { blockers }: ReadyHandover): readonly FormChoice[] {
  const { language } = ui.store.get();
  return blockers.slice(0, MOST_BLOCKERS).map((blocker) => {
    const ticket = ui.desk().tickets.byId(blocker.ticketId);
    const label = describeBlocker({ ...blocker, ticket: ticket?.number ?? '' }, language);
    return { id: placeOfBlocker(blocker), label, detail: '' };
  });
}

function submitted(ui: Ui, { shift }: ReadyHandover, values: FormValues): FormProblem | null {
  const { to = '', override = '' } = values;
  const now = findShift(ui.desk(), shift.id);
  const done = submitShift(ui.desk(), now, { toId: to === '' ? null : to, override });
  if (!done.ok) return { problem: refusalText(ui, done.problem), fieldId: null };
  ui.store.set({ overlay: null });
  afterChange(ui);
  rereadReportPane(ui);
  const { review: w } = shiftReportTexts(ui.store.get().language);
  const receiver = done.value.toId === null ? null : ui.desk().people.person(done.value.toId);
  say(ui, w.submitted(receiver?.name ?? w.anybody));
  return null;
}
