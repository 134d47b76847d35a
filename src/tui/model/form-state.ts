import type { SeenDraft } from '../../app/ticket/save-draft.ts';
import type { Result } from '../../util/result.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import type { Line } from '../present/line.ts';

/**
 * What a field takes, and in which terms it gives it: text as typed, a choice or a person by id,
 * `yes` or `no`, a ticked box as `yes` and an open one as nothing, a number with a point, a time
 * (ahead) or a moment (any) as ISO with Z, a duration in ms. `search` gives the id of what was found, else the text as typed.
 */
export const formFieldTypes = [
  'text',
  'long-text',
  'choice',
  'yes-no',
  'box',
  'number',
  'time',
  'moment',
  'duration',
  'person',
  'search',
] as const;
export type FormFieldType = (typeof formFieldTypes)[number];

/** One thing to choose. An id of nothing means: as it was typed. */
export interface FormChoice {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** What stands in the fields that are asked, by id, in the terms of their types. */
export type FormValues = Readonly<Record<string, string>>;

/** One thing that a form asks. */
export interface FormField {
  readonly id: string;
  readonly label: string;
  /** One line that helps, seen while the field has the caret. */
  readonly hint: string;
  readonly type: FormFieldType;
  /** What stands there at first, in the terms of the type. */
  readonly value: string;
  readonly isRequired: boolean;
  /** Of a choice. */
  readonly choices?: readonly FormChoice[];
  /** Of a search: who or what is meant by the typed text, best first. */
  readonly find?: (text: string) => readonly FormChoice[];
  /** False while it is not asked: it is neither seen nor needed then, and its text is kept. */
  readonly isShown?: (values: FormValues) => boolean;
  /** What its text means, seen below it. */
  readonly explain?: (text: string, values: FormValues) => string;
  /** What is amiss with it although it can be taken, seen below it wherever the caret is. */
  readonly warn?: (values: FormValues) => string;
  /** Why its value cannot be taken; null when it can. */
  readonly check?: (value: string) => string | null;
  /** What this field and those below it are about, in a row above it. */
  readonly heading?: string;
}

/** Why a form was not taken, and where that is mended. */
export interface FormProblem {
  readonly problem: string;
  readonly fieldId: string | null;
}

/** A field that the caret leaves: what stands in it now, and what stood there when it was begun. */
export interface LeftField {
  readonly fieldId: string;
  readonly values: FormValues;
  /** As text: what was begun over, for a field that others may have written meanwhile. */
  readonly before: string;
}

/** How the whole of a form is written as one text, where its fields alone do not say enough. */
export interface FormEditor {
  readonly write: (form: FormState) => string;
  readonly read: (form: FormState, text: string) => FormState;
}

/** A form to be filled. */
export interface FormSpec {
  /** With the ticket it names the draft: the same form comes back with what was typed. */
  readonly id: string;
  readonly title: string;
  /** Rows above the fields; they follow what is filled in. */
  readonly intro?: (values: FormValues) => readonly Line[];
  readonly fields: readonly FormField[];
  /** What the last key does, as a verb; it may follow what is chosen. */
  readonly submitTitle: string | ((values: FormValues) => string);
  readonly ticketId: string | null;
  /** The field that has the caret at first; the first one when absent. */
  readonly focus?: string | undefined;
  /** The field that was gone to: the caret begins there, wherever it stood in the draft. */
  readonly place?: string | undefined;
  /** What is already known to be missing or wrong, by field: the caret begins at the first of it. */
  readonly problems?: ReadonlyMap<string, string> | undefined;
  /** Takes the values; says why it cannot. */
  readonly submit: (values: FormValues) => FormProblem | null | Promise<FormProblem | null>;
  /** Whether handing it in only leads elsewhere: what was typed stays its draft then. */
  readonly keepsDraft?: (form: FormState) => boolean;
  /** Keeps its draft as an unregistered ticket: the text of the draft is the first field. */
  readonly isNewTicket?: boolean;
  /** Enter hands it in from any field: most of its fields stay as they are. */
  readonly isQuick?: boolean;
  /** Puts what it was opened over on the screen again, when it is handed in or left. */
  readonly back?: () => void;
  /** Takes each field as soon as the caret leaves it: the text as it stands then, or why not. */
  readonly keep?: (left: LeftField) => Result<string, string>;
  readonly editor?: FormEditor;
  /** What stands on the screen after Esc; the tab below when absent. */
  readonly leave?: () => void;
}

/** What stands in one field. */
export interface FormEntry {
  readonly history: TextHistory;
  /** The id that was chosen; null while nothing was. */
  readonly picked: string | null;
  /** What fits the typed text, and which of it is at hand. */
  readonly found: readonly FormChoice[];
  readonly selected: number;
}

/** An open form. Replaced as a whole; never changed in place. */
export interface FormState {
  readonly type: 'form';
  readonly spec: FormSpec;
  /** As it stood before anything was typed. */
  readonly first: ReadonlyMap<string, FormEntry>;
  readonly entries: ReadonlyMap<string, FormEntry>;
  readonly focus: string;
  /** What is wrong, by field. */
  readonly problems: ReadonlyMap<string, string>;
  /** What is wrong with the whole. */
  readonly problem: string | null;
  readonly draft: SeenDraft | null;
  /** What of it is in the store; differs while something typed is not saved yet. */
  readonly savedText: string;
  readonly saveFailure: { readonly text: string; readonly why: string } | null;
}

const chosenTypes: ReadonlySet<FormFieldType> = new Set(['choice', 'yes-no', 'box']);

/** Whether a field is chosen and not typed. */
export function isChosen({ type }: FormField): boolean {
  return chosenTypes.has(type);
}

/** A field with a text in it. */
export function textEntry(text: string, picked: string | null = null): FormEntry {
  return { history: historyOf(bufferOf(text)), picked, found: [], selected: 0 };
}

/** What stands in a field. */
export function entryOf(form: FormState, fieldId: string): FormEntry {
  return form.entries.get(fieldId) ?? textEntry('');
}

/** The form with another content of one field; what was wrong there is not any more. */
export function withEntry(form: FormState, fieldId: string, entry: FormEntry): FormState {
  const entries = new Map(form.entries).set(fieldId, entry);
  const problems = new Map(form.problems);
  problems.delete(fieldId);
  return { ...form, entries, problems, problem: null };
}
