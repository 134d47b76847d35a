import { nearestWord } from './edit-distance.ts';
import { layoutReadings } from './keyboard-layout.ts';
import { normalizeWord } from './word.ts';

/** What the value of a field is: names of a list, a time, a number, or how the list is to look. */
export type FieldType = 'name' | 'future' | 'past' | 'number' | 'look';

interface FieldForm {
  readonly en: readonly string[];
  readonly ru: readonly string[];
  readonly type: FieldType;
  /** Only values of the list are possible: anything else is a slip worth naming. */
  readonly isClosed?: true;
  /** The values have an order: `priority<=P2`. */
  readonly isOrdered?: true;
  /** A ticket may have several values: terms of the field must all be met. */
  readonly isMany?: true;
}

const FIELDS = {
  status: { en: ['status'], ru: ['статус'], type: 'name', isClosed: true },
  priority: {
    en: ['priority', 'prio'],
    ru: ['приоритет'],
    type: 'name',
    isClosed: true,
    isOrdered: true,
  },
  line: { en: ['line'], ru: ['линия'], type: 'name', isClosed: true },
  assignee: {
    en: ['assignee', 'who'],
    ru: ['ответственный', 'кто', 'исполнитель'],
    type: 'name',
  },
  customer: { en: ['customer', 'company'], ru: ['клиент', 'компания'], type: 'name' },
  site: { en: ['site'], ru: ['площадка', 'филиал', 'точка'], type: 'name' },
  town: { en: ['town', 'city'], ru: ['город'], type: 'name' },
  level: { en: ['level'], ru: ['уровень'], type: 'name' },
  contact: { en: ['contact', 'requester'], ru: ['контакт', 'заявитель'], type: 'name' },
  tag: { en: ['tag', 'tags'], ru: ['метка', 'метки', 'тег', 'теги'], type: 'name', isMany: true },
  kind: { en: ['kind', 'type'], ru: ['вид', 'тип'], type: 'name', isClosed: true },
  channel: { en: ['channel'], ru: ['канал'], type: 'name', isClosed: true },
  audience: { en: ['audience'], ru: ['аудитория'], type: 'name', isClosed: true },
  parent: { en: ['parent'], ru: ['родитель', 'главное'], type: 'name' },
  handover: { en: ['handover'], ru: ['передача'], type: 'name', isClosed: true },
  review: { en: ['review'], ru: ['проверка'], type: 'name', isClosed: true },
  help: { en: ['help'], ru: ['помощь'], type: 'name', isClosed: true },
  queue: { en: ['queue'], ru: ['очередь'], type: 'name' },
  is: { en: ['is'], ru: ['это'], type: 'name', isClosed: true, isMany: true },
  has: { en: ['has'], ru: ['есть'], type: 'name', isClosed: true, isMany: true },
  due: { en: ['due'], ru: ['срок'], type: 'future' },
  promise: { en: ['promise', 'promised'], ru: ['обещано', 'обещание'], type: 'future' },
  wake: { en: ['wake', 'snoozed'], ru: ['отложено'], type: 'future' },
  age: { en: ['age'], ru: ['возраст'], type: 'past' },
  created: { en: ['created'], ru: ['создано', 'заведено'], type: 'past' },
  updated: { en: ['updated', 'changed'], ru: ['обновлено', 'изменено'], type: 'past' },
  resolved: { en: ['resolved'], ru: ['решено'], type: 'past' },
  returns: { en: ['returns'], ru: ['возвраты', 'возвратов'], type: 'number' },
  sort: { en: ['sort', 'order'], ru: ['порядок', 'сортировка', 'сорт'], type: 'look' },
  group: { en: ['group'], ru: ['группы', 'группировка', 'группа'], type: 'look' },
  columns: { en: ['columns', 'column'], ru: ['столбцы', 'колонки', 'столбец'], type: 'look' },
} as const satisfies Readonly<Record<string, FieldForm>>;

/** The fields that the filter line knows, each with its English and Russian names. */
export type TicketField = keyof typeof FIELDS;

/** All fields, in the order in which they are offered. */
// The keys of the constant above are the fields; Object.keys widens them to string.
export const ticketFields = Object.keys(FIELDS) as readonly TicketField[];

/** What the filter line knows of a field. */
export function formOf(field: TicketField): FieldForm {
  return FIELDS[field];
}

/** A value of a field with the names people type for it; the value itself is always a name. */
export interface VocabularyEntry {
  readonly value: string;
  /** The first one is shown to people; the others are understood. */
  readonly names: readonly string[];
}

/** The values of this desk: statuses, kinds, lines of the pack, people and customers by name. */
export type TicketVocabulary = { readonly [F in TicketField]?: readonly VocabularyEntry[] };

const FIELD_BY_NAME: ReadonlyMap<string, TicketField> = new Map(
  ticketFields.flatMap((field) =>
    [...formOf(field).en, ...formOf(field).ru].map((name): [string, TicketField] => [name, field]),
  ),
);
const LONGEST_SLIP = 2;

/** The field of a name as typed, in either language and keyboard layout; null when there is none. */
export function findField(name: string): TicketField | null {
  for (const reading of layoutReadings(name)) {
    const field = FIELD_BY_NAME.get(normalizeWord(reading));
    if (field !== undefined) return field;
  }
  return null;
}

/** The field name that was probably meant by a mistyped one. */
export function suggestField(name: string): string | null {
  return suggest(layoutReadings(name), [...FIELD_BY_NAME.keys()]);
}

/** Outcome of looking a value up: its canonical spelling, or the name that was probably meant. */
export type FieldValue =
  | { readonly known: true; readonly value: string }
  | { readonly known: false; readonly suggestion: string | null };

/**
 * The canonical value of a field: exact name, then the only value with a name that begins so.
 * Fields with free text (people, customers, tags) take the text as it stands.
 */
export function findValue(
  field: TicketField,
  readings: readonly string[],
  entries: readonly VocabularyEntry[],
): FieldValue {
  const found = findEntry(readings, entries);
  if (found !== null) return { known: true, value: found };
  const isOpen = formOf(field).type === 'name' && !formOf(field).isClosed;
  if (isOpen) return { known: true, value: readings[0]?.trim() ?? '' };
  const typed = readings.map((reading) => normalizeWord(reading.trim()));
  return { known: false, suggestion: suggest(typed, entries.flatMap(namesOf)) };
}

/** The value with this name, or the only one with a name that begins so; null when there is none. */
export function findEntry(
  readings: readonly string[],
  entries: readonly VocabularyEntry[],
): string | null {
  const typed = readings.map((reading) => normalizeWord(reading.trim()));
  const exact = entries.find((entry) => namesOf(entry).some((name) => typed.includes(name)));
  if (exact !== undefined) return exact.value;
  for (const text of typed) {
    const begun = entries.filter((entry) => namesOf(entry).some((name) => name.startsWith(text)));
    const [only, ...more] = new Set(begun.map((entry) => entry.value));
    if (text.length > 1 && only !== undefined && more.length === 0) return only;
  }
  return null;
}

function namesOf(entry: VocabularyEntry): string[] {
  return [entry.value, ...entry.names].map(normalizeWord);
}

function suggest(readings: readonly string[], names: readonly string[]): string | null {
  for (const reading of readings) {
    const limit = Math.min(LONGEST_SLIP, Math.floor(reading.length / 2));
    const near = nearestWord(normalizeWord(reading), names, limit);
    if (near !== null) return near;
  }
  return null;
}
