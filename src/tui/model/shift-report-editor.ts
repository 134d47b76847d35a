import type { ReadyHandover } from '../../app/shift-handover/ready-handover.ts';
import { dropDraft, findFormDraft, saveOpenDraft } from '../../app/ticket/save-draft.ts';
import { reportSections } from '../../domain/shift/shift.ts';
import { shiftReportTexts } from '../../i18n/shift-report-texts.ts';
import {
  entryOf,
  type FormEditor,
  type FormField,
  type FormState,
  textEntry,
  withEntry,
} from './form-state.ts';
import { writtenItems } from './shift-report-fields.ts';
import { fieldId, readFieldId } from './shift-report-places.ts';
import {
  type ReadReport,
  readReportText,
  ticketLineKeys,
  type WrittenReport,
  writeReportText,
} from './shift-report-text.ts';
import type { Ui } from './ui.ts';

const FORM = 'shift-report-text';

/** The report being written, and everything of it that nobody writes. */
export interface EditedReport {
  readonly ready: ReadyHandover;
  readonly name: string;
  /** The whole report as Markdown: only the editor wants it. */
  readonly compiled: () => string;
}

/**
 * The whole report as one Markdown text. What cannot be read back stays as a draft: the next time
 * that text comes again, and not the one that is compiled.
 */
export function reportEditor(ui: Ui, edited: EditedReport): FormEditor {
  const draftForm = `${FORM} ${edited.ready.shift.id}`;
  const kept = () => findFormDraft(ui.desk(), draftForm, null);
  return {
    write: (form) => kept()?.text ?? writeReportText(writtenReport(ui, edited, form)),
    read: (form, text) => {
      const written = writtenReport(ui, edited, form);
      const read = readReportText(text, written);
      const before = kept();
      const filled = withRead(ui, form, read);
      if (filled.problem === null) {
        if (before) dropDraft(ui.desk(), before.id);
        return filled;
      }
      const title = shiftReportTexts(ui.store.get().language).editor.title(edited.name);
      const extra = { form: draftForm, title };
      const draft = { kind: 'form', ticketId: null, text, extra } as const;
      saveOpenDraft(ui.desk(), draft, before);
      return filled;
    },
  };
}

function writtenReport(ui: Ui, { ready, compiled }: EditedReport, form: FormState): WrittenReport {
  const w = shiftReportTexts(ui.store.get().language);
  const textOf = (id: string) => entryOf(form, id).history.present.text;
  return {
    intro: w.editor.intro,
    parts: reportSections.map((section) => ({
      id: section,
      heading: w.parts[section],
      text: textOf(section),
    })),
    tickets: writtenItems(ui, ready).map(({ item, shown, heading }) => ({
      number: shown.number,
      about: heading.slice(heading.indexOf(shown.number) + shown.number.length),
      lines: ticketLineKeys
        .map((key) => ({ key, id: fieldId(key, item.key) }))
        .filter(({ id }) => form.entries.has(id))
        .map(({ key, id }) => ({ key, id, text: textOf(id) })),
    })),
    keys: w.editor.lines,
    fence: w.editor.fence,
    compiled: compiled(),
  };
}

/** The form with what the text says; what it says that nobody understands is said on it. */
function withRead(ui: Ui, form: FormState, { values, unread }: ReadReport): FormState {
  const { editor: w } = shiftReportTexts(ui.store.get().language);
  let filled = form;
  for (const [id, text] of values) filled = withValue(filled, id, text);
  const strangers = [...values].filter(([id]) => isStranger(filled, id));
  const [first] = unread;
  if (first) return { ...filled, problem: w.unread(first.line, first.text, unread.length) };
  const [, name] = strangers[0] ?? [];
  return name === undefined ? filled : { ...filled, problem: w.nobodyFound(name) };
}

function isStranger(form: FormState, id: string): boolean {
  const { picked, history } = entryOf(form, id);
  return isOwner(id) && picked === null && history.present.text !== '';
}

function isOwner(id: string): boolean {
  return readFieldId(id)?.asked === 'owner';
}

function withValue(form: FormState, id: string, text: string): FormState {
  const field = form.spec.fields.find((one) => one.id === id);
  if (!field || text === entryOf(form, id).history.present.text.trim()) return form;
  return withEntry(form, id, textEntry(text, isOwner(id) ? personOf(field, text) : null));
}

/** Whoever is called so, by name or by login; null for nobody, and for nobody known. */
function personOf({ choices = [] }: FormField, text: string): string | null {
  const wanted = text.toLowerCase();
  const isCalled = ({ label, detail }: { label: string; detail: string }) =>
    [label, detail].some((name) => name.toLowerCase() === wanted);
  return choices.find(isCalled)?.id ?? null;
}
