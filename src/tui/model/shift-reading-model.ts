import { exportFormats, exportName, exportReport } from '../../app/report/export-report.ts';
import { reportToShow } from '../../app/report/report-to-show.ts';
import { findShift } from '../../app/shift/find-shift.ts';
import { remarkShift } from '../../app/shift-handover/answer-shift.ts';
import { shiftToSubmit } from '../../app/shift-handover/waiting-handovers.ts';
import { figureReaders } from '../../domain/figure/figure-readers.ts';
import { whyNotAllowed } from '../../domain/permission-gate.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { isToBeAccepted, lastHandover } from '../../domain/shift/last-handover.ts';
import { describeError } from '../../i18n/messages.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import { reportDocument } from '../../report/report-document.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { UserError } from '../../util/user-error.ts';
import { type Line, span, word } from '../present/line.ts';
import { shiftName } from '../present/shift-name.ts';
import { createTimeText } from '../present/time-text.ts';
import { refusalText } from './act.ts';
import { copyToClipboard } from './copy-model.ts';
import { openForm } from './form-model.ts';
import { longField } from './handover-model.ts';
import type { Overlay } from './overlay-state.ts';
import { openPicker, openPrompt } from './overlays.ts';
import type { ShiftReading } from './shift-reading-state.ts';
import { say, type Ui } from './ui.ts';

/** The report of my shift as whoever comes next will see it. */
export function previewReport(ui: Ui): void {
  openReading(ui, shiftToSubmit(ui.desk()).id, null);
}

/** Opens a report to be read: a revision as it was handed over, or as it stands now. */
export function openReading(
  ui: Ui,
  shiftId: string,
  revision: number | null,
  back: Overlay | null = null,
): void {
  const why = whyNotRead(ui);
  if (why) return say(ui, refusalText(ui, why), 'problem');
  const { language, timeZone, now, columns } = ui.store.get();
  const w = shiftReportTexts(language);
  const { plan } = findShift(ui.desk(), shiftId);
  const time = createTimeText(timeZone, language);
  const name = shiftName(plan, { time, now, language });
  const text = reportDocument(reportOf(ui, { shiftId, revision }), 'text', language);
  const lines = wrap(toSafe(text, { multiline: true }), columns - 2);
  const reading: ShiftReading = {
    type: 'shift-report',
    title: revision === null ? w.reading.draft(name) : w.reading.title(name, revision),
    lines: lines.map((row): Line => [word(' '), span(row)]),
    scroll: 0,
    shiftId,
    revision,
    back,
  };
  ui.store.set({ overlay: reading });
}

/** Why somebody reads no reports: a trainee sees the own training only. Null when they may. */
export function whyNotRead(ui: Ui): Refusal | null {
  const { me, config } = ui.desk();
  if (figureReaders(me).length > 0) return null;
  return whyNotAllowed('write-shift-report', me, config);
}

function reportOf(ui: Ui, { shiftId, revision }: Pick<ShiftReading, 'shiftId' | 'revision'>) {
  const shift = findShift(ui.desk(), shiftId);
  return reportToShow(ui.desk(), shift, { isLive: revision === null, revision });
}

/** Esc: back to what stood there before. */
export function closeReading(ui: Ui): void {
  ui.store.set({ overlay: opened(ui)?.back ?? null });
}

/** Another revision of the same shift. */
export function turnRevision(ui: Ui, delta: 1 | -1): void {
  const reading = opened(ui);
  if (!reading) return;
  const { handovers = [] } = findShift(ui.desk(), reading.shiftId).state ?? {};
  const all = handovers.map(({ revision }) => revision);
  const at = reading.revision === null ? all.length : all.indexOf(reading.revision);
  const revision = all[at + delta];
  if (revision === undefined) return say(ui, words(ui).noSuchRevision, 'problem');
  openReading(ui, reading.shiftId, revision, reading.back);
}

/** Says something about a report that was handed over; `surprise`: it left something out. */
export function askReadingRemark(ui: Ui, kind: 'remark' | 'surprise'): void {
  const reading = opened(ui);
  if (!reading) return;
  const { shiftId, revision, title } = reading;
  const w = words(ui);
  if (revision === null) return say(ui, w.notSubmitted, 'problem');
  const { remarkTitle, remarkField, remarkSubmit } = acceptWords(ui);
  const isSurprise = kind === 'surprise';
  const back = () => openReading(ui, shiftId, revision, reading.back);
  openForm(ui, {
    id: `${kind}-shift ${shiftId} ${revision}`,
    title: isSurprise ? w.surpriseTitle(title) : remarkTitle(title),
    fields: [longField('text', isSurprise ? w.surpriseField : remarkField, {})],
    submitTitle: remarkSubmit,
    ticketId: null,
    submit: ({ text = '' }) => {
      const shift = findShift(ui.desk(), shiftId);
      const done = remarkShift(ui.desk(), shift, { revision, kind, text });
      if (!done.ok) return { problem: refusalText(ui, done.problem), fieldId: null };
      back();
      say(ui, isSurprise ? w.surprised : w.remarked);
      return null;
    },
    leave: back,
  });
}

/** Brings an unfinished remark back, over the report that it is about. */
export function reopenRemark(
  ui: Ui,
  kind: 'remark' | 'surprise',
  shiftId: string,
  revision: number,
): void {
  openReading(ui, shiftId, revision);
  askReadingRemark(ui, kind);
}

/** Puts the short form on the clipboard. */
export function copyShort(ui: Ui): void {
  const reading = opened(ui);
  if (!reading) return;
  const { language } = ui.store.get();
  const text = reportDocument(reportOf(ui, reading), 'short', language);
  void copyToClipboard(ui, text, words(ui).short);
}

/** Offers the formats, asks where to and writes the file. */
export function openExport(ui: Ui, reading = opened(ui)): void {
  if (!reading) return;
  const w = words(ui);
  openPicker(ui, {
    purpose: 'export-report',
    title: w.exportTitle,
    isSearchable: false,
    choices: exportFormats.map((id) => ({ id, label: w.exports[id], detail: id, disabled: null })),
    choose: ({ id }) => {
      const format = exportFormats.find((one) => one === id);
      if (format) askPath(ui, reading, format);
    },
    leave: () => ui.store.set({ overlay: reading }),
  });
}

function askPath(ui: Ui, reading: ShiftReading, format: (typeof exportFormats)[number]): void {
  const w = words(ui);
  const report = reportOf(ui, reading);
  openPrompt(ui, {
    title: `${w.exportTitle}: ${w.exports[format]}`,
    text: exportName(report, format),
    leave: () => openExport(ui, reading),
    submit: (path) => {
      const { language } = ui.store.get();
      try {
        const target = exportReport(report, { format, path, language, env: ui.terminal.env });
        ui.store.set({ overlay: reading });
        say(ui, w.exported(target));
        return null;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return describeError(error, language);
      }
    },
  });
}

/** A remark or a surprise about the shift that was handed over last, from the tab. */
export function askSurprise(ui: Ui): void {
  const desk = ui.desk();
  const now = desk.clock.now();
  const last = desk.shifts.lastDone(now);
  const handover = last && lastHandover(last);
  if (!last || !handover || isToBeAccepted(handover)) {
    return say(ui, words(ui).notSubmitted, 'problem');
  }
  openReading(ui, last.id, handover.revision);
  askReadingRemark(ui, 'surprise');
}

function opened(ui: Ui): ShiftReading | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'shift-report' ? overlay : null;
}

function words(ui: Ui) {
  return shiftReportTexts(ui.store.get().language).reading;
}

function acceptWords(ui: Ui) {
  return shiftReportTexts(ui.store.get().language).accept;
}
