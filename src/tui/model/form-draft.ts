import {
  type Draft,
  type DraftInput,
  dropDraft,
  findDraft,
  findFormDraft as findStored,
  rememberTyping,
  saveOpenDraft,
} from '../../app/ticket/save-draft.ts';
import { describeError } from '../../i18n/messages.ts';
import { UserError } from '../../util/user-error.ts';
import { entryOf, type FormEntry, type FormSpec, type FormState, textEntry } from './form-state.ts';
import { formText } from './form-text.ts';
import { clockOf } from './form-values.ts';
import type { Ui } from './ui.ts';

/** What a draft keeps of a field: its text, and what was chosen. */
type Kept = readonly [text: string, picked: string | null];

interface KeptForm {
  readonly values: Readonly<Record<string, Kept>>;
  /** Over what they were typed, where each field is taken by itself. */
  readonly before?: Readonly<Record<string, Kept>>;
  readonly focus: string;
}

/** What was typed into a form before and not handed in; null when there is nothing. */
export function findFormDraft(ui: Ui, { id, ticketId, isNewTicket }: FormSpec): Draft | null {
  return isNewTicket ? findDraft(ui.desk(), 'new', null) : findStored(ui.desk(), id, ticketId);
}

/** A fresh form with what a draft keeps of it. Fields that were not touched follow the ticket. */
export function restored(fresh: FormState, draft: Draft): FormState {
  const { spec } = fresh;
  const { values, before, focus } = keptOf(draft);
  const entries = withKept(fresh.entries, spec, values);
  const begun = before ? withKept(fresh.first, spec, before) : fresh.first;
  const [first] = spec.fields;
  if (spec.isNewTicket && first) entries.set(first.id, textEntry(draft.text));
  const isThere = spec.fields.some(({ id }) => id === focus);
  const at = isThere && spec.place === undefined ? focus : fresh.focus;
  const form = { ...fresh, first: begun, entries, focus: at };
  const seen = { id: draft.id, updatedAt: draft.updatedAt };
  return { ...form, draft: seen, savedText: typedText(form) };
}

function withKept(
  entries: FormState['entries'],
  { fields }: FormSpec,
  values: KeptForm['values'],
): Map<string, FormEntry> {
  const now = new Map(entries);
  for (const field of fields) {
    const [text, picked = null] = values[field.id] ?? [];
    // What cannot be chosen any more is not chosen.
    const isGone = field.type === 'choice' && !field.choices?.some(({ id }) => id === picked);
    if (text !== undefined && !isGone) now.set(field.id, textEntry(text, picked));
  }
  return now;
}

function keptOf(draft: Draft): KeptForm {
  const written = draft.extra['kept'];
  // Written by `saveForm` only.
  return written ? (JSON.parse(written) as KeptForm) : { values: {}, focus: '' };
}

/** Everything typed into the form, to compare with what was saved; nothing while it is untouched. */
export function typedText(form: FormState): string {
  const touched = touchedOf(form);
  return Object.keys(touched).length === 0 ? '' : JSON.stringify(touched);
}

/** What stood in the touched fields before. */
function beforeOf({ first }: FormState, touched: KeptForm['values']): KeptForm['values'] {
  return Object.fromEntries(Object.keys(touched).map((id) => [id, keptEntry(first.get(id))]));
}

function touchedOf({ spec, entries, first }: FormState): Readonly<Record<string, Kept>> {
  const touched = spec.fields.flatMap(({ id }): [string, Kept][] => {
    const now = keptEntry(entries.get(id));
    const before = keptEntry(first.get(id));
    return now[0] === before[0] && now[1] === before[1] ? [] : [[id, now]];
  });
  return Object.fromEntries(touched);
}

function keptEntry(entry: FormEntry | undefined): Kept {
  return [entry?.history.present.text ?? '', entry?.picked ?? null];
}

/** Saves the open form as a draft when something typed is not saved yet. A failure is shown on it. */
export function saveForm(ui: Ui): void {
  const { overlay: form } = ui.store.get();
  if (form?.type !== 'form') return;
  const text = typedText(form);
  if (text === form.savedText) return;
  try {
    const draft = saveOpenDraft(ui.desk(), draftInput(ui, form), form.draft);
    const { isNewTicket, ticketId } = form.spec;
    rememberTyping(ui.desk(), draft && { kind: isNewTicket ? 'new' : 'form', ticketId });
    ui.store.set({ overlay: { ...form, draft, savedText: text, saveFailure: null } });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const why = describeError(error, ui.store.get().language);
    // A full disk is tried again and again; the screen hears of it once.
    if (why === form.saveFailure?.why && text === form.saveFailure.text) return;
    ui.store.set({ overlay: { ...form, saveFailure: { text, why } } });
  }
}

function draftInput(ui: Ui, form: FormState): DraftInput {
  const { id, title, ticketId, isNewTicket, fields } = form.spec;
  const values = touchedOf(form);
  const begun = form.spec.keep ? { before: beforeOf(form, values) } : {};
  const kept = JSON.stringify({ values, ...begun, focus: form.focus } satisfies KeptForm);
  const isTouched = Object.keys(values).length > 0;
  if (isNewTicket) {
    const text = entryOf(form, fields[0]?.id ?? '').history.present.text;
    return { kind: 'new', ticketId: null, text, ...(isTouched ? { extra: { kept } } : {}) };
  }
  if (!isTouched) return { kind: 'form', ticketId, text: '' };
  const text = formText(form, clockOf(ui));
  return { kind: 'form', ticketId, text, extra: { form: id, title, kept } };
}

/** Forgets the draft of a form that was taken. */
export function forgetFormDraft(ui: Ui, spec: FormSpec): void {
  const draft = findFormDraft(ui, spec);
  if (draft) dropDraft(ui.desk(), draft.id);
  rememberTyping(ui.desk(), ui.store.get().composer);
}
