import { formsTexts } from '../../i18n/forms-texts.ts';
import {
  entryOf,
  type FormEntry,
  type FormField,
  type FormState,
  isChosen,
  textEntry,
  withEntry,
} from './form-state.ts';
import { choicesOf, type FormClock, shownFields, shownValue } from './form-values.ts';

/** The whole form as one text: a headed section for each field that is asked. */
export function formText(form: FormState, clock: FormClock): string {
  const sections = shownFields(form, clock).map((field, i) => {
    const notes = noteOf(field, clock);
    return [headingOf(field, i), ...(notes === '' ? [] : [notes]), sectionText(form, field, clock)];
  });
  const lines = [`# ${form.spec.title}`, '', ...sections.flatMap((lines) => [...lines, ''])];
  return lines.join('\n').replace(/\n+$/, '\n');
}

/** The same to be edited: with a line that says how. */
export function editorText(form: FormState, clock: FormClock): string {
  const intro = `<!-- ${formsTexts(clock.language).editorIntro} -->`;
  return formText(form, clock).replace('\n', `\n${intro}\n`);
}

/** The form with what an edited text says. A section that was taken out keeps its field. */
export function withText(form: FormState, text: string, clock: FormClock): FormState {
  const fields = shownFields(form, clock);
  const heads = new Map(fields.map((field, i) => [headingOf(field, i), field]));
  const sections = new Map<FormField, string[]>();
  let section: string[] | null = null;
  for (const line of text.split('\n')) {
    const field = heads.get(line.trimEnd());
    if (field && !sections.has(field)) {
      section = [];
      sections.set(field, section);
    } else section?.push(line);
  }
  return [...sections].reduce(
    (now, [field, lines]) => withSection(now, field, { lines, clock }),
    form,
  );
}

function headingOf({ label }: FormField, place: number): string {
  return `## ${place + 1}. ${label}`.trimEnd();
}

/** What helps to fill a section: its hint, its choices. */
function noteOf(field: FormField, clock: FormClock): string {
  const names = choicesOf(field, clock).map(({ label }) => label);
  const parts = [field.hint, isChosen(field) ? names.join(' · ') : ''].filter(Boolean);
  // A note must not end the note.
  return parts.length === 0 ? '' : `<!-- ${parts.join('; ').replaceAll('--', '—')} -->`;
}

function sectionText(form: FormState, field: FormField, clock: FormClock): string {
  const { picked, history } = entryOf(form, field.id);
  if (field.type === 'box') return picked === 'yes' ? '[x]' : '[ ]';
  if (isChosen(field)) return picked === null ? '' : shownValue(field, picked, clock);
  return history.present.text;
}

interface Section {
  readonly lines: readonly string[];
  readonly clock: FormClock;
}

function withSection(form: FormState, field: FormField, { lines, clock }: Section): FormState {
  const note = noteOf(field, clock);
  const text = lines
    .filter((line) => note === '' || line.trim() !== note)
    .join('\n')
    .trim();
  if (text === sectionText(form, field, clock).trim()) return form;
  if (!isChosen(field)) {
    const oneLine = field.type === 'long-text' ? text : text.replace(/\s*\n\s*/g, ' ');
    return withEntry(form, field.id, withFound(textEntry(oneLine), field));
  }
  const picked = pickedBy(field, text, clock);
  if (picked !== undefined) return withEntry(form, field.id, textEntry('', picked));
  const problems = new Map(form.problems);
  return {
    ...form,
    problems: problems.set(field.id, formsTexts(clock.language).noSuchChoice(text)),
  };
}

function withFound(entry: FormEntry, field: FormField): FormEntry {
  const { text } = entry.history.present;
  return field.find && text !== '' ? { ...entry, found: field.find(text) } : entry;
}

/** The choice that is written; null for none, undefined for something else. */
function pickedBy(field: FormField, text: string, clock: FormClock): string | null | undefined {
  if (field.type === 'box') return /^\[\s*\]$/.test(text) || text === '' ? null : 'yes';
  if (text === '') return null;
  const same = (label: string) => label.toLowerCase() === text.toLowerCase();
  return choicesOf(field, clock).find(({ id, label }) => same(label) || same(id))?.id;
}
