import { findShift } from '../../app/shift/find-shift.ts';
import { type ReadyHandover, readyHandover } from '../../app/shift-handover/ready-handover.ts';
import { shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import { isAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import { isUnled, whyNotLead } from '../../domain/shift/shift-right.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { reportView } from '../../report/report-view.ts';
import { reportWords } from '../../report/report-words.ts';
import { toMarkdown } from '../../report/to-markdown.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { refusalText } from './act.ts';
import { editForm, openForm } from './form-model.ts';
import type { FormSpec, FormValues } from './form-state.ts';
import { keepReportField } from './keep-report-field.ts';
import { reportEditor } from './shift-report-editor.ts';
import { blockedFields, fieldOfPlace, reportFields } from './shift-report-fields.ts';
import { rereadReportPane } from './shift-report-pane.ts';
import { openSubmitReview } from './shift-submit-model.ts';
import { staleRemark } from './stale-remark.ts';
import { say, type Ui } from './ui.ts';

/** What stands in the way is listed above the fields, the first of it. */
const MOST_BLOCKERS = 4;

/** The form that the report of a shift is written in; its draft finds the way back by it. */
function reportFormId(shiftId: string): string {
  return `shift-report ${shiftId}`;
}

/** Opens the report of a shift to be written: complete, at a place of it. */
export function openReport(ui: Ui, place?: string, shiftId?: string): void {
  const desk = ui.desk();
  const shift = shiftId === undefined ? shiftToSubmit(desk) : findShift(desk, shiftId);
  const isNobodyLeading = isUnled(desk.people.persons(), desk.config);
  const why = whyNotLead({ actor: desk.me, desk: desk.config, isUnled: isNobodyLeading });
  if (why) return say(ui, refusalText(ui, why), 'problem');
  const last = shift.state && lastHandover(shift.state);
  const w = shiftReportTexts(ui.store.get().language);
  if (last && isAccepted(last)) return say(ui, w.form.isAccepted, 'problem');
  openForm(ui, reportForm(ui, readyHandover(desk, shift), place));
}

/** Looks the hand-over through before it goes; what stands in the way leads back to its place. */
export function reviewSubmission(ui: Ui, shiftId?: string): void {
  openSubmitReview(ui, (place, id) => openReport(ui, place, id), shiftId);
}

/** The whole report in the editor, and back. */
export async function editReport(ui: Ui, shiftId?: string): Promise<void> {
  openReport(ui, undefined, shiftId);
  if (ui.store.get().overlay?.type === 'form') await editForm(ui);
}

function reportForm(ui: Ui, ready: ReadyHandover, place: string | undefined): FormSpec {
  const { language, timeZone, now } = ui.store.get();
  const { form: w } = shiftReportTexts(language);
  const time = createTimeText(timeZone, language);
  const name = shiftName(ready.shift.plan, { time, now, language });
  const { id } = ready.shift;
  const fields = reportFields(ui, ready);
  const wanted = place === undefined ? undefined : fieldOfPlace(ready, place);
  return {
    id: reportFormId(id),
    title: w.title(name),
    intro: introOf(ui, ready),
    fields,
    submitTitle: w.submit,
    ticketId: null,
    place: fields.find((field) => field.id === wanted)?.id,
    keep: (left) => keepReportField(ui, ready, left),
    submit: () => {
      reviewSubmission(ui, id);
      return null;
    },
    editor: reportEditor(ui, { ready, name, compiled: () => compiledText(ui, ready) }),
    leave: () => rereadReportPane(ui),
  };
}

function compiledText(ui: Ui, { report }: ReadyHandover): string {
  const words = reportWords(report, ui.store.get().language);
  return toMarkdown(reportView(report, words), words.t.none);
}

/** Above the fields: why it came back, what still stands in the way, and where that is mended. */
function introOf(ui: Ui, ready: ReadyHandover): (values: FormValues) => readonly Line[] {
  const { language, columns } = ui.store.get();
  const { form: w, pane } = shiftReportTexts(language);
  const blocked = [...blockedFields(ui, ready)];
  const { returnedReason, shift } = ready;
  const last = shift.state && lastHandover(shift.state);
  const by = ui.desk().people.person(last?.settledById ?? '')?.name ?? '';
  const rows = (text: string): readonly Line[] =>
    wrap(toSafe(text), columns - 2).map((row): Line => [word(' '), span(row, 'warning')]);
  const returned = returnedReason === '' ? [] : rows(`↩ ${w.returned(by, returnedReason)}`);
  const top = [...staleRemark(ui, ready.report), ...returned];
  return (values) => {
    const left = blocked.filter(([id]) => (values[id] ?? '') === '');
    if (left.length === 0) return [...top, [word(` ✓ ${w.nothingInTheWay}`, 'good')]];
    const said = left.slice(0, MOST_BLOCKERS).map(([, text]) => text);
    if (left.length > said.length) said.push(pane.moreBlockers(left.length - said.length));
    return [...top, ...rows(`▲ ${w.inTheWay} ${said.join(' · ')}`)];
  };
}
