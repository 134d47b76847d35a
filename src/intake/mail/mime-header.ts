import { decodeBytes } from '../charset.ts';
import { decodeHeader } from './encoded-word.ts';

/** One header field: name in lower case, value unfolded, one byte in each character (latin1). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Content-Type or Content-Disposition: the value in lower case and its raw parameters. */
export interface StructuredValue {
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

/**
 * Trims ASCII blanks only. String.trim also takes \xa0, which is a letter in the raw bytes of
 * CP866 and the second half of one in UTF-8.
 */
export function trimBlanks(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && ' \t\r\n'.includes(raw[start] ?? '')) start += 1;
  while (end > start && ' \t\r\n'.includes(raw[end - 1] ?? '')) end -= 1;
  return raw.slice(start, end);
}

const fieldPattern = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/;

/** Fields of a header block given as latin1 text; lines that are no field are left out. */
export function parseFields(block: string): HeaderField[] {
  const fields: { name: string; lines: string[] }[] = [];
  for (const raw of block.split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const match = /^[ \t]/.test(line) ? null : fieldPattern.exec(line);
    if (match !== null) {
      fields.push({
        name: (match[1] ?? '').toLowerCase(),
        lines: [match[2] ?? ''],
      });
    } else if (/^[ \t]/.test(line)) {
      fields.at(-1)?.lines.push(line);
    }
  }
  return fields.map(({ name, lines }) => ({
    name,
    value: trimBlanks(lines.join('')),
  }));
}

/** The first field of that name, raw, or '' when there is none. */
export function fieldValue(fields: readonly HeaderField[], name: string): string {
  return fields.find((field) => field.name === name)?.value ?? '';
}

/** Every field of that name, raw, in order. */
export function fieldValues(fields: readonly HeaderField[], name: string): string[] {
  return fields.filter((field) => field.name === name).map((field) => field.value);
}

// A quoted value, or a plain one up to the next semicolon. The plain one may hold spaces: file
// names without quotes are common.
const paramPattern = /;[ \t\r\n]*([^\s=;]+)[ \t]*=[ \t\r\n]*(?:"((?:[^"\\]|\\[\s\S])*)"?|([^;]*))/g;

/** Splits `text/plain; charset=utf-8; name="a;b"`. The first of equal parameters counts. */
export function parseStructured(raw: string): StructuredValue {
  const end = raw.indexOf(';');
  const value = (end < 0 ? raw : raw.slice(0, end)).replace(/\(.*/, '').trim().toLowerCase();
  const params = new Map<string, string>();
  if (end < 0) return { value, params };
  for (const [, name = '', quoted, plain = ''] of raw.slice(end).matchAll(paramPattern)) {
    const key = name.toLowerCase();
    const text = quoted === undefined ? trimBlanks(plain) : quoted.replace(/\\([\s\S])/g, '$1');
    if (!params.has(key)) params.set(key, text);
  }
  return { value, params };
}

function percentBytes(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

// RFC 2231: name*=charset'lang'text, name*0*, name*1, … with the charset in the first piece only.
function extendedParam(params: StructuredValue['params'], name: string): string | null {
  const pieces: string[] = [];
  let charset: string | null = null;
  const single = params.get(`${name}*`);
  const first = single ?? params.get(`${name}*0*`);
  for (let index = 0; index < 1000; index += 1) {
    const encoded = index === 0 ? first : params.get(`${name}*${index}*`);
    const piece = encoded ?? params.get(`${name}*${index}`);
    if (piece === undefined) break;
    const head = index === 0 && encoded !== undefined ? /^([^']*)'[^']*'/.exec(piece) : null;
    if (head !== null) charset = head[1] ?? null;
    const body = head === null ? piece : piece.slice(head[0].length);
    pieces.push(encoded === undefined ? body : percentBytes(body));
    if (single !== undefined) break;
  }
  if (pieces.length === 0) return null;
  return decodeBytes(Buffer.from(pieces.join(''), 'latin1'), charset).text;
}

/** A parameter as text: RFC 2231 form first, then encoded words and raw bytes; null if absent. */
export function paramText(
  params: StructuredValue['params'],
  name: string,
  hint: string | null,
): string | null {
  const extended = extendedParam(params, name);
  if (extended !== null) return decodeHeader(Buffer.from(extended).toString('latin1'), 'utf-8');
  const plain = params.get(name);
  return plain === undefined ? null : decodeHeader(plain, hint);
}
