import type { LintOrder } from '../app/wording/lint-text.ts';
import { situationOrder } from '../domain/template.ts';
import { audiences, languages } from '../domain/vocabulary.ts';
import { createZone } from '../util/zoned-time.ts';
import type { CommandInput } from './command-input.ts';
import type { Session } from './session.ts';
import { instantOf } from './typed-instant.ts';
import { oneOf, timeZoneName } from './usage-error.ts';

const channels = ['mail', 'chat', 'phone'] as const;

/** Occasions of a message. Those without a rule of their own are known too: they are no slips. */
const kinds = [
  ...new Set([
    ...['first', 'hold', 'deadline', 'close', 'reply', 'update', 'call-back', 'next-update'],
    ...['return', 'solution', 'escalate', 'mass', 'refusal'],
    ...situationOrder,
  ]),
];

/** All of an order but its text. */
export type LintDefaults = Omit<LintOrder, 'text'>;

/** What the options of the command say about the message. Throws UsageErrors. */
export function readDefaults(
  session: Session,
  input: CommandInput,
  deskZone: string,
): LintDefaults {
  const { lang } = session.options;
  const kind = input.value('kind');
  const zone = input.value('tz');
  const timeZone = zone === undefined ? deskZone : timeZoneName(zone, '--tz');
  return {
    language: languages.find((language) => language === lang) ?? null,
    reader: session.language,
    audience: oneOf(input.value('audience') ?? 'customer', audiences, '--audience'),
    channel: oneOf(input.value('channel') ?? 'mail', channels, '--channel'),
    kind: kind === undefined ? null : oneOf(kind, kinds, '--kind'),
    customer: input.value('customer')?.trim() || null,
    now: instantOf(session.options.now ?? '', timeZone) ?? session.clock.now(),
    timeZone,
  };
}

/** A line of a batch that cannot be read: which field, what stands in it and what could. */
export class LineProblem extends Error {
  override readonly name = 'LineProblem';
  /** Null when the line is no object at all. */
  readonly field: string | null;
  readonly value: string;
  readonly known: string;
  /** What the sender calls the line, as far as it was readable. */
  readonly id: unknown;

  constructor(field: string | null, id: unknown = null, { value = '', known = '' } = {}) {
    super(field ?? 'json');
    this.field = field;
    this.value = value;
    this.known = known;
    this.id = id;
  }
}

/** One line of a batch. */
export interface LintLine {
  /** Whatever the sender calls it. */
  readonly id: unknown;
  readonly order: LintOrder;
}

/** Reads one line of a batch; what it leaves out comes from the options. Throws LineProblems. */
export function readLine(line: string, defaults: LintDefaults): LintLine {
  const fields = fieldsOf(line);
  const { text } = fields;
  if (typeof text !== 'string') throw new LineProblem('text', fields['id']);
  const timeZone = read(fields, 'tz', zoneField) ?? defaults.timeZone;
  const order: LintOrder = {
    text,
    reader: defaults.reader,
    language: read(fields, 'lang', oneOfField(languages)) ?? defaults.language,
    audience: read(fields, 'audience', oneOfField(audiences)) ?? defaults.audience,
    channel: read(fields, 'channel', oneOfField(channels)) ?? defaults.channel,
    kind: read(fields, 'kind', oneOfField(kinds)) ?? defaults.kind,
    customer: read(fields, 'customer', nameField) ?? defaults.customer,
    now: read(fields, 'now', momentField(timeZone)) ?? defaults.now,
    timeZone,
  };
  return { id: fields['id'] ?? null, order };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new LineProblem(null);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineProblem(null);
  }
  // An object of JSON, and nothing is taken from it unseen.
  return value as Fields;
}

/** What a field may hold. */
interface FieldKind<Value> {
  /** For a sender who wrote something else. */
  readonly known: string;
  /** Null for a text that is not of this kind. */
  readonly parse: (text: string) => Value | null;
}

const nameField: FieldKind<string> = { known: '"Acme"', parse: (text) => text.trim() };

const zoneField: FieldKind<string> = {
  known: 'Europe/Moscow, Asia/Tokyo',
  parse(text) {
    try {
      createZone(text).partsAt(0);
      return text;
    } catch {
      return null;
    }
  },
};

function momentField(timeZone: string): FieldKind<number> {
  return {
    known: '2026-11-21T10:00:00Z, 2026-11-21T10:00',
    parse: (text) => instantOf(text, timeZone),
  };
}

function oneOfField<Value extends string>(values: readonly Value[]): FieldKind<Value> {
  return {
    known: values.join(', '),
    parse: (text) => values.find((value) => value === text.toLowerCase()) ?? null,
  };
}

/** A field of a line; null when it is missing or empty. Throws LineProblems. */
function read<Value>(
  fields: Fields,
  name: string,
  { known, parse }: FieldKind<Value>,
): Value | null {
  const value = fields[name];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && value.trim() === '') return null;
  const parsed = typeof value === 'string' ? parse(value) : null;
  if (parsed !== null) return parsed;
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  throw new LineProblem(name, fields['id'], { value: shown, known });
}
