import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { historyOf, type TextHistory } from '../input/text-history.ts';
import { sayEditorFailure } from './editor-failure.ts';
import { findFormDraft, forgetFormDraft, restored, saveForm } from './form-draft.ts';
import { keepAllFields, keepFields } from './form-keep.ts';
import {
  entryOf,
  type FormChoice,
  type FormEntry,
  type FormField,
  type FormProblem,
  type FormSpec,
  type FormState,
  isChosen,
  withEntry,
} from './form-state.ts';
import { editorText, withText } from './form-text.ts';
import {
  choicesOf,
  clockOf,
  firstEntry,
  problemsOf,
  shownFields,
  valuesOf,
} from './form-values.ts';
import { say, texts, type Ui } from './ui.ts';

/** At most so many are offered for a typed text. */
const MOST_FOUND = 6;

/** Opens a form over whatever is on the screen; what was typed into it before comes back. */
export function openForm(ui: Ui, asked: FormSpec): void {
  const spec = { ...asked, fields: asked.fields.map((field) => withPeople(ui, field)) };
  const clock = clockOf(ui);
  const first = new Map(spec.fields.map((field) => [field.id, firstEntry(field, clock)]));
  const [gap] = spec.problems?.keys() ?? [];
  const fresh: FormState = {
    type: 'form',
    spec,
    first,
    entries: first,
    focus: gap ?? spec.place ?? spec.focus ?? spec.fields[0]?.id ?? '',
    problems: spec.problems ?? new Map(),
    problem: null,
    draft: null,
    savedText: '',
    saveFailure: null,
  };
  const draft = findFormDraft(ui, spec);
  ui.store.set({ overlay: draft ? restored(fresh, draft) : fresh });
}

/** A person is one of the desk. */
function withPeople(ui: Ui, field: FormField): FormField {
  if (field.type !== 'person') return field;
  const people = ui.desk().people.persons();
  const choices = people
    .filter(({ role }) => role !== 'connector')
    .map(({ id, name, login }): FormChoice => ({ id, label: name, detail: login }));
  const list = createFuzzyList(choices, { keys: [({ label }) => label, ({ detail }) => detail] });
  return { ...field, choices, find: (text) => list.rank(text).slice(0, MOST_FOUND) };
}

/** The open form, or null. */
export function openedForm(ui: Ui): FormState | null {
  const { overlay } = ui.store.get();
  return overlay?.type === 'form' ? overlay : null;
}

/** The field that has the caret, or null when there is no form. */
export function focusedField(form: FormState | null): FormField | null {
  return form?.spec.fields.find(({ id }) => id === form.focus) ?? null;
}

/** Takes typing into the field at hand: what it means and what fits it follows. */
export function typeInForm(ui: Ui, history: TextHistory): void {
  const form = openedForm(ui);
  const field = focusedField(form);
  if (!form || !field) return;
  const entry = entryOf(form, field.id);
  const { text } = history.present;
  if (text === entry.history.present.text) {
    const moved = new Map(form.entries).set(field.id, { ...entry, history });
    return ui.store.set({ overlay: { ...form, entries: moved } });
  }
  const typed = isTypedAfterName(field, entry, history) ? overName(entry, history) : history;
  const now = typed.present.text;
  const found = field.find && now.trim() !== '' ? field.find(now) : [];
  const next = { history: typed, picked: null, found, selected: 0 };
  ui.store.set({ overlay: withEntry(form, field.id, next) });
}

/** Nobody is called by a name with another one behind it: somebody else is meant. */
function isTypedAfterName({ type }: FormField, entry: FormEntry, typed: TextHistory): boolean {
  const name = entry.history.present.text;
  const { text } = typed.present;
  return type === 'person' && entry.picked !== null && name !== '' && text.startsWith(name);
}

function overName({ history }: FormEntry, typed: TextHistory): TextHistory {
  return historyOf(bufferOf(typed.present.text.slice(history.present.text.length)));
}

/** Goes to the next field that is asked, or back; round the ends. */
export function stepForm(ui: Ui, delta: 1 | -1): void {
  const form = openedForm(ui);
  if (!form) return;
  const left = keepFields(settled(form), [form.focus], clockOf(ui));
  ui.store.set({ overlay: stepped(left, ui, delta) });
}

function stepped(form: FormState, ui: Ui, delta: 1 | -1): FormState {
  const shown = shownFields(form, clockOf(ui));
  const at = shown.findIndex(({ id }) => id === form.focus);
  const next = shown[(at + delta + shown.length) % shown.length];
  return next ? { ...form, focus: next.id } : form;
}

/** Leaving a search takes what is at hand in it, and says so by its name. */
function settled(form: FormState): FormState {
  const field = focusedField(form);
  if (!field?.find) return form;
  const entry = entryOf(form, field.id);
  const choice = entry.found[entry.selected];
  if (!choice) return form;
  const history = choice.id === '' ? entry.history : historyOf(bufferOf(choice.label));
  const taken = { history, picked: choice.id, found: [], selected: 0 };
  return { ...form, entries: new Map(form.entries).set(field.id, taken) };
}

/** Enter: the next field; after the last one the form is handed in. */
export function enterInForm(ui: Ui): void | Promise<void> {
  const form = openedForm(ui);
  if (!form) return;
  const last = shownFields(form, clockOf(ui)).at(-1);
  const isEnd = form.spec.isQuick || form.focus === last?.id;
  return isEnd ? submitForm(ui) : stepForm(ui, 1);
}

/** Up and down: through what can be chosen here, else from field to field. */
export function moveInForm(ui: Ui, delta: 1 | -1): void {
  const form = openedForm(ui);
  const field = focusedField(form);
  if (!form || !field) return;
  const entry = entryOf(form, field.id);
  if (entry.found.length > 0) {
    const selected = (entry.selected + delta + entry.found.length) % entry.found.length;
    return ui.store.set({ overlay: withEntry(form, field.id, { ...entry, selected }) });
  }
  if (isChosen(field) && field.type !== 'box') return turnChoice(ui, delta);
  stepForm(ui, delta);
}

/** Chooses the one beside the chosen one, round the ends. */
export function turnChoice(ui: Ui, delta: 1 | -1): void {
  const form = openedForm(ui);
  const field = focusedField(form);
  if (!form || !field || !isChosen(field)) return;
  if (field.type === 'box') return tick(ui, form, field);
  const choices = choicesOf(field, clockOf(ui));
  const at = choices.findIndex(({ id }) => id === entryOf(form, field.id).picked);
  const from = at < 0 && delta < 0 ? 0 : at;
  const choice = choices[(from + delta + choices.length) % choices.length];
  if (choice) pick(ui, form, choice.id);
}

function tick(ui: Ui, form: FormState, field: FormField): void {
  pick(ui, form, entryOf(form, field.id).picked === 'yes' ? null : 'yes');
}

function pick(ui: Ui, form: FormState, picked: string | null): void {
  const entry = { ...entryOf(form, form.focus), picked };
  ui.store.set({ overlay: withEntry(form, form.focus, entry) });
}

/** A digit chooses at once and goes on. */
export function chooseInForm(ui: Ui, place: number): void {
  const form = openedForm(ui);
  const field = focusedField(form);
  if (!form || !field) return;
  const choice = choicesOf(field, clockOf(ui))[place];
  if (!choice) return;
  pick(ui, form, choice.id);
  const chosen = openedForm(ui);
  const last = chosen && shownFields(chosen, clockOf(ui)).at(-1);
  if (last?.id !== form.focus) stepForm(ui, 1);
}

/** Hands the form in; what is missing is said at its place, and the caret goes there. */
export function submitForm(ui: Ui): void | Promise<void> {
  const open = openedForm(ui);
  if (!open) return;
  const clock = clockOf(ui);
  const form = keepAllFields(settled(open), clock);
  const refused = form.spec.keep ? form.problems : [];
  const problems = new Map([...refused, ...problemsOf(form, clock)]);
  const [gap] = problems.keys();
  ui.store.set({ overlay: { ...form, problems, problem: null, focus: gap ?? form.focus } });
  if (gap !== undefined) return;
  const isKept = form.spec.keepsDraft?.(form) ?? false;
  if (isKept) saveForm(ui);
  const answer = form.spec.submit(valuesOf(form, clock));
  if (isKept) return;
  if (!(answer instanceof Promise)) return finish(ui, form.spec, answer);
  const done = answer.then((problem) => finish(ui, form.spec, problem));
  ui.gate.hold(done);
  return done;
}

function finish(ui: Ui, spec: FormSpec, answer: FormProblem | null): void {
  const form = openedForm(ui);
  const isOpen = form?.spec === spec;
  if (answer === null) {
    forgetFormDraft(ui, spec);
    // Handing it in may have opened something else.
    if (!isOpen) return;
    ui.store.set({ overlay: null });
    spec.back?.();
    return;
  }
  if (!isOpen) return say(ui, answer.problem, 'problem');
  const { fieldId, problem } = answer;
  const isAsked = shownFields(form, clockOf(ui)).some(({ id }) => id === fieldId);
  if (fieldId === null || !isAsked) return ui.store.set({ overlay: { ...form, problem } });
  const problems = new Map(form.problems).set(fieldId, problem);
  ui.store.set({ overlay: { ...form, problems, focus: fieldId } });
}

/** Esc: everything typed stays as a draft. What cannot be kept stays open. */
export function closeForm(ui: Ui): void {
  const open = openedForm(ui);
  if (open?.spec.keep) ui.store.set({ overlay: keepAllFields(settled(open), clockOf(ui)) });
  saveForm(ui);
  const form = openedForm(ui);
  if (!form || form.saveFailure) return;
  ui.store.set({ overlay: null });
  form.spec.back?.();
  form.spec.leave?.();
  if (form.draft) say(ui, texts(ui).toastDraftKept);
}

/** The whole form as one text in the person's editor, and back. */
export async function editForm(ui: Ui): Promise<void> {
  const before = openedForm(ui);
  if (!before) return;
  saveForm(ui);
  const clock = clockOf(ui);
  const { editor } = before.spec;
  const back = await ui.terminal.edit(editor?.write(before) ?? editorText(before, clock));
  if (!back.ok) return sayEditorFailure(ui, back);
  const form = openedForm(ui);
  if (form?.spec !== before.spec) return;
  const read = editor ? editor.read(form, back.text) : withText(form, back.text, clock);
  ui.store.set({ overlay: keepAllFields(read, clock) });
}
