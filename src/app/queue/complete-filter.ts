import type { Language } from '../../domain/vocabulary.ts';
import { completionPlace, fieldsBegun } from '../../search/complete-query.ts';
import { valuesOf } from '../../search/field-values.ts';
import { createFuzzyList } from '../../search/fuzzy-list.ts';
import { layoutReadings } from '../../search/keyboard-layout.ts';
import { quoteValue } from '../../search/query-lexer.ts';
import { formOf, type TicketField } from '../../search/ticket-fields.ts';
import type { Desk } from '../desk/desk.ts';
import { foldName } from './find-names.ts';
import { listQueues } from './list-queues.ts';
import { deskVocabulary } from './query-vocabulary.ts';

/** One way to go on. */
export interface CompletionOption {
  readonly label: string;
  /** What takes the place of what was typed. */
  readonly text: string;
}

/** How the filter line may go on at the caret, the likeliest first. */
export interface FilterCompletion {
  readonly start: number;
  readonly end: number;
  readonly options: readonly CompletionOption[];
  /** Place of the one that is taken. */
  readonly selected: number;
}

const MOST = 8;
/** A longer list is narrowed by its letters before slips of the finger are looked for. */
const MOST_FUZZY = 300;

/** What may stand at the caret of a filter line: fields, their values, names of the store. */
export function completeFilter(
  desk: Desk,
  line: { readonly text: string; readonly caret: number },
  language: Language,
): FilterCompletion | null {
  const place = completionPlace(line.text, line.caret);
  if (place === null) return null;
  const { field, typed, start, end } = place;
  const options =
    field === null ? fieldOptions(typed, language) : valueOptions(desk, { field, typed, language });
  return options.length === 0 ? null : { start, end, options: options.slice(0, MOST), selected: 0 };
}

/** The line with the chosen completion in it, and where the caret stands then. */
export function takeCompletion(
  text: string,
  { start, end, options, selected }: FilterCompletion,
): { readonly text: string; readonly caret: number } {
  const chosen = options[selected]?.text ?? '';
  return { text: text.slice(0, start) + chosen + text.slice(end), caret: start + chosen.length };
}

function fieldOptions(typed: string, language: Language): CompletionOption[] {
  return fieldsBegun(typed).map((field) => {
    const name = formOf(field)[language][0] ?? field;
    return { label: `${name}:`, text: `${name}:` };
  });
}

interface ValuePlace {
  readonly field: TicketField;
  readonly typed: string;
  readonly language: Language;
}

interface Candidate {
  readonly label: string;
  readonly names: string;
}

function valueOptions(desk: Desk, { field, typed, language }: ValuePlace): CompletionOption[] {
  const known = valuesOf(field, deskVocabulary(desk)).map(({ value, names }): Candidate => {
    // Lines and priorities are called by their codes, where these are no words.
    const isCode = (field === 'line' || field === 'priority') && value.length < 4;
    const label = language === 'en' || isCode ? value : (names[0] ?? value);
    return { label, names: [value, ...names].join(' ') };
  });
  const stored = storedNames(desk, field).map((label): Candidate => ({ label, names: label }));
  const candidates = [...known, ...times(field, language), ...stored];
  const shown = narrowed(candidates, typed);
  return shown.map(({ label }) => ({ label, text: `${quoteValue(label)} ` }));
}

function narrowed(candidates: readonly Candidate[], typed: string): readonly Candidate[] {
  if (typed === '') return candidates.slice(0, MOST);
  const readings = layoutReadings(typed).map(foldName);
  const holding =
    candidates.length <= MOST_FUZZY
      ? candidates
      : candidates.filter(({ label }) => readings.some((r) => foldName(label).includes(r)));
  const list = createFuzzyList(holding.slice(0, MOST_FUZZY), {
    keys: [(c) => c.label, (c) => c.names],
  });
  return list.rank(typed);
}

const samples = {
  future: { ru: ['сегодня', 'завтра', 'неделя', '1ч'], en: ['today', 'tomorrow', 'week', '1h'] },
  past: { ru: ['сегодня', 'вчера', 'неделя', '2д'], en: ['today', 'yesterday', 'week', '2d'] },
} as const;

function times(field: TicketField, language: Language): readonly Candidate[] {
  const { type } = formOf(field);
  if (type !== 'future' && type !== 'past') return [];
  return samples[type][language].map((label) => ({ label, names: label }));
}

function storedNames(desk: Desk, field: TicketField): readonly string[] {
  const { people } = desk;
  switch (field) {
    case 'assignee':
      return people.persons().map(({ name }) => name);
    case 'customer':
      return people.customers().map(({ name }) => name);
    case 'site':
      return people.customers().flatMap(({ name, parentId }) => (parentId ? [name] : []));
    case 'town':
      return [...new Set(people.customers().map(({ city }) => city))].filter(Boolean);
    case 'level':
      return [...new Set(people.customers().map(({ level }) => level))].filter(Boolean);
    case 'contact':
      return people.contacts().map(({ name }) => name);
    case 'tag':
      return desk.queues.tags();
    case 'queue':
      return listQueues(desk).map(({ code }) => code);
    default:
      return [];
  }
}
