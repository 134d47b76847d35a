import { nearestWord } from './edit-distance.ts';
import { layoutReadings } from './keyboard-layout.ts';
import { normalizeWord } from './word.ts';

/** The fields that the filter line knows, each with its English and Russian names. */
const FIELD_NAMES = {
  status: ['status', 'статус'],
  priority: ['priority', 'prio', 'приоритет'],
  line: ['line', 'линия'],
  assignee: ['assignee', 'who', 'кто', 'исполнитель', 'ответственный'],
  customer: ['customer', 'company', 'клиент', 'компания'],
  contact: ['contact', 'requester', 'контакт', 'заявитель'],
  tag: ['tag', 'tags', 'метка', 'метки', 'тег', 'теги'],
  kind: ['kind', 'вид'],
  channel: ['channel', 'канал'],
  age: ['age', 'возраст'],
  due: ['due', 'срок'],
  is: ['is', 'это'],
} as const;

export type TicketField = keyof typeof FIELD_NAMES;

/** A value of a field with the names people type for it; the value itself is always a name. */
export interface VocabularyEntry {
  readonly value: string;
  readonly names: readonly string[];
}

/** The values of this desk: statuses, kinds, lines of the pack, and people and customers by name. */
export type TicketVocabulary = { readonly [F in TicketField]?: readonly VocabularyEntry[] };

const PRIORITIES: readonly VocabularyEntry[] = ['1', '2', '3', '4'].map((rank) => ({
  value: `P${rank}`,
  names: [rank, `п${rank}`, `р${rank}`],
}));

/** Values that every desk has. */
const BUILT_IN: TicketVocabulary = {
  priority: PRIORITIES,
  assignee: [
    { value: 'me', names: ['я', 'мне', 'мои', 'мое'] },
    { value: 'none', names: ['никто', 'нет', 'ничьи', 'ничье'] },
  ],
  is: [
    { value: 'open', names: ['открыто', 'открыт', 'открытые'] },
    { value: 'overdue', names: ['просрочено', 'просрочен', 'просроченные'] },
    { value: 'promised', names: ['обещано', 'обещаны', 'обещанные'] },
    { value: 'demo', names: ['демо'] },
  ],
};

/** Fields whose values are a closed list: anything else is a slip worth naming. */
const CLOSED: ReadonlySet<TicketField> = new Set<TicketField>([
  'status',
  'priority',
  'line',
  'kind',
  'channel',
  'is',
]);

const FIELD_BY_NAME: ReadonlyMap<string, TicketField> = new Map(
  Object.entries(FIELD_NAMES).flatMap(([field, names]) =>
    // The keys of the constant above are the fields; Object.entries widens them to string.
    names.map((name): [string, TicketField] => [name, field as TicketField]),
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
  vocabulary: TicketVocabulary,
): FieldValue {
  const entries = [...(BUILT_IN[field] ?? []), ...(vocabulary[field] ?? [])];
  const typed = readings.map((reading) => normalizeWord(reading.trim()));
  const exact = entries.find((entry) => namesOf(entry).some((name) => typed.includes(name)));
  if (exact !== undefined) return { known: true, value: exact.value };
  for (const text of typed) {
    const begun = entries.filter((entry) => namesOf(entry).some((name) => name.startsWith(text)));
    const values = new Set(begun.map((entry) => entry.value));
    const [only] = values;
    if (text.length > 1 && values.size === 1 && only !== undefined) {
      return { known: true, value: only };
    }
  }
  if (!CLOSED.has(field) || entries.length === 0) {
    return { known: true, value: readings[0]?.trim() ?? '' };
  }
  return { known: false, suggestion: suggest(typed, entries.flatMap(namesOf)) };
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
