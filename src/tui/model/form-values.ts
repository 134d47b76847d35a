import { parseLength } from '../../domain/length-phrase.ts';
import { parseMoment } from '../../domain/moment-phrase.ts';
import { parseTimePhrase, type TimePhrase } from '../../domain/time-phrase.ts';
import { type FormsTexts, formsTexts } from '../../i18n/forms-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { createZone } from '../../util/zoned-time.ts';
import { createTimeText } from '../present/time-text.ts';
import {
  entryOf,
  type FormChoice,
  type FormEntry,
  type FormField,
  type FormState,
  type FormValues,
  textEntry,
} from './form-state.ts';
import type { Ui } from './ui.ts';
import type { UiState } from './ui-state.ts';

/** When and where a form is filled: times in it are read against that. */
export type FormClock = Pick<UiState, 'now' | 'timeZone' | 'language'>;

/** Now, at this desk. */
export function clockOf(ui: Ui): FormClock {
  const { timeZone, language } = ui.store.get();
  return { now: ui.desk().clock.now(), timeZone, language };
}

/** What can be chosen in a field. */
export function choicesOf(field: FormField, { language }: FormClock): readonly FormChoice[] {
  if (field.type !== 'yes-no') return field.choices ?? [];
  const w = formsTexts(language);
  return [
    { id: 'yes', label: w.yes, detail: '' },
    { id: 'no', label: w.no, detail: '' },
  ];
}

/** A field as it stands before anything is typed. */
export function firstEntry(field: FormField, clock: FormClock): FormEntry {
  const { type, value, choices = [] } = field;
  // Where nothing is a choice as well, it stands chosen.
  if (value === '') return textEntry('', choices.some(({ id }) => id === '') ? '' : null);
  switch (type) {
    case 'text':
    case 'long-text':
    case 'number':
      return textEntry(value);
    case 'search':
    case 'person':
      return textEntry(labelOf(field, value), value);
    default:
      // What was not edited goes back as it came, also a time that has passed.
      return textEntry(shownValue(field, value, clock), value);
  }
}

/** The words for a value of a field. */
export function shownValue(field: FormField, value: string, clock: FormClock): string {
  switch (field.type) {
    case 'time':
    case 'moment':
      return momentText(Date.parse(value), clock.timeZone);
    case 'duration':
      return createTimeText(clock.timeZone, clock.language).exactly(Number(value));
    case 'choice':
    case 'yes-no':
      return choicesOf(field, clock).find(({ id }) => id === value)?.label ?? value;
    default:
      return value;
  }
}

function labelOf({ choices = [] }: FormField, id: string): string {
  return choices.find((choice) => choice.id === id)?.label ?? id;
}

/** A moment as it can be typed again. */
export function momentText(at: number, timeZone: string): string {
  const { day, month, year, hour, minute } = createZone(timeZone).partsAt(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(day)}.${two(month)}.${year} ${two(hour)}:${two(minute)}`;
}

/** What a field gives, in the terms of its type; else why it gives nothing. Empty is no mistake. */
export function readField(
  field: FormField,
  entry: FormEntry,
  clock: FormClock,
): Result<string, string> {
  const text = entry.history.present.text.trim();
  const w = formsTexts(clock.language);
  if (entry.picked !== null && field.type !== 'search') return ok(entry.picked);
  if (text === '') return ok('');
  switch (field.type) {
    case 'time':
      return readTime(text, clock);
    case 'moment': {
      const at = parseMoment(text, clock);
      return at === null ? fail(w.notMoment) : ok(new Date(at).toISOString());
    }
    case 'duration': {
      const ms = parseLength(text);
      return ms === null ? fail(w.notDuration) : ok(String(ms));
    }
    case 'number':
      return readNumber(text, w);
    case 'person': {
      const chosen = entry.found[entry.selected];
      return chosen ? ok(chosen.id) : fail(w.nobodyFound);
    }
    case 'search':
      return ok(foundId(entry) || text);
    default:
      return ok(text);
  }
}

/** What of the found stands chosen: what was taken, else what is at hand. */
function foundId({ picked, found, selected }: FormEntry): string {
  return picked ?? found[selected]?.id ?? '';
}

function readTime(text: string, clock: FormClock): Result<string, string> {
  const time = parseTimePhrase(text, clock);
  return time.ok ? ok(new Date(time.at).toISOString()) : fail(timeMeaning(time, clock));
}

function readNumber(text: string, w: FormsTexts): Result<string, string> {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? ok(plain) : fail(w.notNumber);
}

/** What a typed time means, or why it means none. */
export function timeMeaning(time: TimePhrase, clock: FormClock): string {
  const t = tuiTexts(clock.language);
  if (time.ok) {
    const at = createTimeText(clock.timeZone, clock.language).at(time.at, clock.now);
    return time.rolled ? t.timeRolled(at) : t.timeMeans(at);
  }
  const said = {
    empty: '',
    past: t.timePast,
    'needs-time': t.timeNeedsHour,
    'no-such-time': t.timeImpossible,
    unknown: t.timeUnknown,
  };
  return said[time.reason];
}

/** What the text of a field means: its own explanation, else that of its type. */
export function meaningOf(form: FormState, field: FormField, clock: FormClock): string {
  const entry = entryOf(form, field.id);
  const text = entry.history.present.text.trim();
  const own = field.explain?.(text, valuesOf(form, clock)) ?? '';
  if (own !== '' || text === '' || entry.picked !== null) return own;
  if (field.type === 'time') return timeMeaning(parseTimePhrase(text, clock), clock);
  const time = createTimeText(clock.timeZone, clock.language);
  if (field.type === 'moment')
    return means(parseMoment(text, clock), (at) => time.at(at, clock.now));
  return field.type === 'duration' ? means(parseLength(text), time.exactly) : '';

  function means(value: number | null, show: (value: number) => string): string {
    return value === null ? '' : tuiTexts(clock.language).timeMeans(show(value));
  }
}

/** What stands in the fields that are asked; those above decide about those below. */
export function valuesOf(form: FormState, clock: FormClock): FormValues {
  const values: Record<string, string> = {};
  for (const field of form.spec.fields) {
    const read = readField(field, entryOf(form, field.id), clock);
    values[field.id] = read.ok ? read.value : '';
  }
  for (const field of form.spec.fields) {
    if (field.isShown && !field.isShown(values)) delete values[field.id];
  }
  return values;
}

/** The fields that are asked now. */
export function shownFields(form: FormState, clock: FormClock): readonly FormField[] {
  const values = valuesOf(form, clock);
  return form.spec.fields.filter(({ isShown }) => isShown?.(values) ?? true);
}

/** Everything that must be mended before the form can go, by field, in their order. */
export function problemsOf(form: FormState, clock: FormClock): ReadonlyMap<string, string> {
  const problems = new Map<string, string>();
  for (const field of shownFields(form, clock)) {
    const problem = problemOf(field, entryOf(form, field.id), clock);
    if (problem !== null) problems.set(field.id, problem);
  }
  return problems;
}

function problemOf(field: FormField, entry: FormEntry, clock: FormClock): string | null {
  const read = readField(field, entry, clock);
  if (!read.ok) return read.problem;
  if (read.value === '') return field.isRequired ? formsTexts(clock.language).needed : null;
  return field.check?.(read.value) ?? null;
}

/** How many required fields still stand empty. */
export function gapsOf(form: FormState, clock: FormClock): number {
  const values = valuesOf(form, clock);
  return shownFields(form, clock).filter(({ id, isRequired }) => isRequired && values[id] === '')
    .length;
}
