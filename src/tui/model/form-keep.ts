import { type FormState, textEntry } from './form-state.ts';
import { type FormClock, readField, valuesOf } from './form-values.ts';

/** Gives the fields of these ids away where the form takes each by itself and something was typed. */
export function keepFields(form: FormState, ids: readonly string[], clock: FormClock): FormState {
  return form.spec.keep ? ids.reduce((now, id) => keepField(now, id, clock), form) : form;
}

/** All fields that were touched and not given away yet. */
export function keepAllFields(form: FormState, clock: FormClock): FormState {
  const ids = form.spec.fields.map(({ id }) => id);
  return keepFields(form, ids, clock);
}

/** What was taken is no draft any more; what was not stays one, and says why at its place. */
function keepField(form: FormState, fieldId: string, clock: FormClock): FormState {
  const { spec, first, entries } = form;
  const field = spec.fields.find(({ id }) => id === fieldId);
  const entry = entries.get(fieldId);
  const before = first.get(fieldId);
  if (!field || !entry || !before || !spec.keep) return form;
  const text = entry.history.present.text;
  const isTouched = text !== before.history.present.text || entry.picked !== before.picked;
  const read = readField(field, entry, clock);
  if (!isTouched || !read.ok) return form;
  const problem = read.value === '' ? null : (field.check?.(read.value) ?? null);
  if (problem !== null) return form;
  const left = { fieldId, values: valuesOf(form, clock), before: before.history.present.text };
  const kept = spec.keep(left);
  if (!kept.ok) return { ...form, problems: new Map(form.problems).set(fieldId, kept.problem) };
  const isText = field.type === 'text' || field.type === 'long-text';
  const now = isText && kept.value !== text ? textEntry(kept.value) : entry;
  const problems = new Map(form.problems);
  problems.delete(fieldId);
  return {
    ...form,
    first: new Map(first).set(fieldId, now),
    entries: new Map(entries).set(fieldId, now),
    problems,
  };
}
