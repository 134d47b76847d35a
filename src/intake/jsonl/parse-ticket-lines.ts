import { z } from 'zod';
import { type ByteLine, LineCutter } from '../byte-lines.ts';

// One ticket with a thousand long entries stays far below.
const maxLineBytes = 33_554_432;

const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ? text : null));
const moment = z.iso
  .datetime({ offset: true })
  .nullish()
  .transform((text) => (text ? Date.parse(text) : null));

const entrySchema = z
  .object({
    id: optionalText,
    at: moment,
    kind: z.enum(['message', 'note', 'call', 'system']).default('message'),
    visibility: z.enum(['public', 'internal']).optional(),
    author: optionalText,
    authorType: z.enum(['person', 'contact', 'system']).nullish().catch(null),
    from: optionalText,
    text: z.string().default(''),
    messageId: optionalText,
  })
  .transform((entry) => ({
    ...entry,
    // What nobody marked as public must not become visible to a customer.
    visibility: entry.visibility ?? (entry.kind === 'message' ? 'public' : 'internal'),
  }));

const ticketSchema = z.object({
  id: optionalText,
  number: optionalText,
  subject: z.string().refine((text) => text.trim() !== '', { error: 'empty' }),
  status: optionalText,
  priority: z
    .enum(['P1', 'P2', 'P3', 'P4'])
    .nullish()
    .transform((code) => code ?? null),
  line: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((line) => (line === null || line === undefined ? null : String(line))),
  kind: optionalText,
  assignee: optionalText,
  customer: optionalText,
  contact: optionalText,
  email: optionalText,
  contactEmail: optionalText,
  channel: optionalText,
  createdAt: moment,
  updatedAt: moment,
  dueAt: moment,
  tags: z
    .array(z.string())
    .nullish()
    .transform((tags) => tags ?? []),
  entries: z
    .array(entrySchema)
    .nullish()
    .transform((entries) => entries ?? []),
});

/** A ticket as `smena show --json` prints it. Times are epoch ms; absent values are null. */
export type TicketLine = z.output<typeof ticketSchema>;

/** Why a line was not taken; `path` names the field (`entries.0.kind`), '' the line itself. */
export interface LineProblem {
  readonly code: 'not-json' | 'wrong-field' | 'line-too-long';
  readonly path: string;
  readonly message: string;
}

/** The result of one line; `line` is 1-based. */
export type LineResult =
  | { readonly ok: true; readonly line: number; readonly ticket: TicketLine }
  | { readonly ok: false; readonly line: number; readonly reason: LineProblem };

function readJson(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return null;
  }
}

function readLine(text: string, line: number): LineResult {
  const json = readJson(text);
  if (json === null) {
    return { ok: false, line, reason: { code: 'not-json', path: '', message: '' } };
  }
  const parsed = ticketSchema.safeParse(json.value);
  if (parsed.success) return { ok: true, line, ticket: parsed.data };
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return { ok: false, line, reason: { code: 'wrong-field', path, message: issue?.message ?? '' } };
}

/** Reads lines one by one and remembers when one of them was too long. */
class TicketLineReader {
  #line = 1;
  #isSkipping = false;

  read({ bytes, isPart }: ByteLine): LineResult | null {
    const line = this.#line;
    if (!isPart) this.#line += 1;
    const wasSkipping = this.#isSkipping;
    this.#isSkipping = isPart;
    if (wasSkipping) return null;
    if (isPart)
      return { ok: false, line, reason: { code: 'line-too-long', path: '', message: '' } };
    const text = Buffer.from(bytes)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
      .trim();
    return text === '' ? null : readLine(text, line);
  }
}

/**
 * Reads tickets in JSON, one a line, in UTF-8. Empty lines are left out, unknown keys too. A line
 * that is no ticket gives its reason and the reading goes on. Holds one line in memory.
 */
export async function* parseTicketLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<LineResult> {
  const cutter = new LineCutter(maxLineBytes);
  const reader = new TicketLineReader();
  for await (const chunk of chunks) {
    for (const line of cutter.push(chunk)) {
      const result = reader.read(line);
      if (result !== null) yield result;
    }
  }
  const last = cutter.end();
  const result = last === null ? null : reader.read(last);
  if (result !== null) yield result;
}
