/** Parts of a thing that say nothing of a customer: names of things, choices, people of the desk. */
const kept =
  /^(?:id|key|type|kind|part|mark|why|on|by|number|priority|status|line|currency|section|promise|space|owner|newOwner)$|Ids?$/;
/** A shorter subject is a word like any other: only beside its number it is known to be one. */
const TELLING_SUBJECT = 8;

type Json = Readonly<Record<string, unknown>>;

/** By what a ticket is known in shifts and their reports. */
export interface TicketTraces {
  readonly ids: ReadonlySet<unknown>;
  readonly numbers: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
}

/** A ticket, and how it is called where somebody still knows. */
export interface GoneTicket {
  readonly ticketId: string;
  readonly number?: string | undefined;
  readonly subject?: string | undefined;
}

/** Finds by what a ticket is known in some events, commands or reports. Pure. */
export function tracesOf(value: unknown, gone: GoneTicket): TicketTraces {
  const { ticketId } = gone;
  const ids = new Set<unknown>([ticketId, `red:${ticketId}`, `rest:${ticketId}`]);
  const names = { number: new Set<string>(), subject: new Set<string>() };
  const called = [...objectsIn(value)].filter((found) => found['ticketId'] === ticketId);
  for (const found of [{ ...gone }, ...called]) {
    const { id, key, promiseId, number, subject }: Json = found;
    for (const one of [id, key, promiseId]) if (typeof one === 'string') ids.add(one);
    if (typeof promiseId === 'string') ids.add(`promise:${promiseId}`);
    if (typeof number === 'string' && number !== '') names.number.add(number);
    if (typeof subject === 'string' && subject.trim() !== '') names.subject.add(subject);
  }
  return { ids, numbers: names.number, subjects: names.subject };
}

/**
 * The same events, commands or reports without what they say of a ticket that the law wants gone: its
 * subject and texts become empty, and its subject is taken out of what people wrote beside it. That
 * something was done to it stays. Pure.
 */
export function withoutTraces<Value>(value: Value, traces: TicketTraces): Value {
  // Texts give way to texts, everything else stays as it is.
  return cleaned(value, traces, false) as Value;
}

function* objectsIn(value: unknown): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value));
  for (const part of Object.values(value)) yield* objectsIn(part);
}

function cleaned(value: unknown, traces: TicketTraces, isOfTicket: boolean): unknown {
  if (typeof value === 'string') return isOfTicket ? '' : withoutSubjects(value, traces);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, traces, isOfTicket));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  const isOf = isOfTicket || isAbout(Object.fromEntries(fields), traces);
  return Object.fromEntries(
    fields.map(([name, part]) => [
      name,
      isOf && kept.test(name) ? part : cleaned(part, traces, isOf),
    ]),
  );
}

function isAbout(found: Json, { ids, numbers }: TicketTraces): boolean {
  const { ticketId, key, itemId, promiseId, number }: Json = found;
  const isNumbered = typeof number === 'string' && numbers.has(number);
  return isNumbered || [ticketId, key, itemId, promiseId].some((one) => ids.has(one));
}

function withoutSubjects(text: string, { numbers, subjects }: TicketTraces): string {
  const lines = text.split('\n').map((line) => {
    const isNamed = [...numbers].some((number) => line.includes(number));
    const told = [...subjects].filter((one) => isNamed || one.length >= TELLING_SUBJECT);
    return told.reduce((rest, subject) => rest.replaceAll(subject, '…'), line);
  });
  return lines.join('\n');
}
