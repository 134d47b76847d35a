import {
  fieldValue,
  type HeaderField,
  paramText,
  parseFields,
  parseStructured,
  type StructuredValue,
} from './mime-header.ts';
import { decodeTransfer } from './transfer-encoding.ts';

/** A node of the MIME tree. Leaves have bytes, multiparts have children. */
export interface MimePart {
  readonly fields: readonly HeaderField[];
  readonly type: StructuredValue;
  readonly disposition: StructuredValue;
  readonly children: readonly MimePart[];
  /** Decoded content of a leaf; empty for a multipart. */
  readonly bytes: Uint8Array;
}

/** The tree and which limits cut it. */
export interface MimeTree {
  readonly root: MimePart;
  /** Everything after the headers of the letter, one byte in each character. */
  readonly body: string;
  readonly isTooDeep: boolean;
  readonly hasTooManyParts: boolean;
  readonly hasLongHeader: boolean;
}

// Far above what mail programs write; a hostile letter must not cost more than its size.
const maxDepth = 40;
const maxParts = 1000;
const maxHeaderBytes = 262_144;
// RFC 2046 allows 70.
const maxBoundary = 250;

interface Limits {
  parts: number;
  isTooDeep: boolean;
  hasTooManyParts: boolean;
  hasLongHeader: boolean;
}

interface RawEntity {
  readonly fields: readonly HeaderField[];
  readonly body: string;
}

/** Splits at the first empty line. A part that starts with an empty line has no headers. */
function splitEntity(text: string, limits: Limits): RawEntity {
  const head = /^\r?\n/.exec(text);
  if (head !== null) return { fields: [], body: text.slice(head[0].length) };
  const end = /\r?\n\r?\n/.exec(text);
  const block = end === null ? text : text.slice(0, end.index);
  if (block.length > maxHeaderBytes) limits.hasLongHeader = true;
  return {
    fields: parseFields(block.slice(0, maxHeaderBytes)),
    body: end === null ? '' : text.slice(end.index + end[0].length),
  };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** The texts between the boundary lines; what stands before the first one is no part. */
function splitMultipart(body: string, boundary: string): string[] {
  const line = new RegExp(`^--${escapeRegExp(boundary)}(--)?[ \\t]*\\r?$`, 'gm');
  const parts: string[] = [];
  let start = -1;
  for (const match of body.matchAll(line)) {
    // The line break before a boundary belongs to the boundary.
    if (start >= 0) parts.push(body.slice(start, match.index).replace(/\r?\n$/, ''));
    start = match.index + match[0].length + 1;
    if (match[1] !== undefined) return parts;
  }
  if (start >= 0) parts.push(body.slice(start));
  return parts;
}

function leaf(entity: RawEntity, type: StructuredValue): MimePart {
  const encoding = fieldValue(entity.fields, 'content-transfer-encoding');
  return {
    fields: entity.fields,
    type,
    disposition: parseStructured(fieldValue(entity.fields, 'content-disposition')),
    children: [],
    bytes: decodeTransfer(entity.body, encoding),
  };
}

function parsePart(text: string, depth: number, defaultType: string, limits: Limits): MimePart {
  limits.parts += 1;
  const entity = splitEntity(text, limits);
  const declared = parseStructured(fieldValue(entity.fields, 'content-type'));
  const value = declared.value.includes('/') ? declared.value : defaultType;
  const type = { value, params: declared.params };
  const boundary = (type.params.get('boundary') ?? '').slice(0, maxBoundary);
  if (!type.value.startsWith('multipart/') || boundary === '') return leaf(entity, type);
  if (depth >= maxDepth) {
    limits.isTooDeep = true;
    return leaf(entity, type);
  }
  const children: MimePart[] = [];
  const childType = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  for (const part of splitMultipart(entity.body, boundary)) {
    if (limits.parts >= maxParts) {
      limits.hasTooManyParts = true;
      break;
    }
    children.push(parsePart(part, depth + 1, childType, limits));
  }
  // Without a single boundary line the text would be lost: show it as it is.
  if (children.length === 0) return leaf(entity, { ...type, value: 'text/plain' });
  const disposition = parseStructured(fieldValue(entity.fields, 'content-disposition'));
  return {
    fields: entity.fields,
    type,
    disposition,
    children,
    bytes: new Uint8Array(0),
  };
}

/**
 * Reads a letter into its tree of parts. message/rfc822 is a leaf: an attached letter stays one
 * attachment. Anything beyond the limits becomes a leaf or is left out, and is reported.
 */
export function parseMime(bytes: Uint8Array): MimeTree {
  const limits = {
    parts: 0,
    isTooDeep: false,
    hasTooManyParts: false,
    hasLongHeader: false,
  };
  // One byte in each character: every later step can still choose the charset.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  // Saved files may start with a BOM, empty lines or the From_ line of an mbox.
  const start = /^(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?:>?From [^\n]*\n)?/.exec(text);
  const letter = text.slice(start?.[0].length ?? 0);
  const root = parsePart(letter, 0, 'text/plain', limits);
  const { isTooDeep, hasTooManyParts, hasLongHeader } = limits;
  const { body } = splitEntity(letter, limits);
  return { root, body, isTooDeep, hasTooManyParts, hasLongHeader };
}

/** The declared charset of a part, or null. */
export function partCharset(part: MimePart): string | null {
  // «charset=utf-8 (comment)» and «charset=koi8-r name=x» occur.
  return part.type.params.get('charset')?.trim().split(/[\s(]/)[0] || null;
}

/** The file name the sender gave, decoded; '' when there is none. Data only: never a path. */
export function partName(part: MimePart, hint: string | null): string {
  const charset = partCharset(part) ?? hint;
  return (
    paramText(part.disposition.params, 'filename', charset) ??
    paramText(part.type.params, 'name', charset) ??
    ''
  );
}

/** Line ends as LF, NUL as U+FFFD; other control characters stay for the screen to show. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '\uFFFD');
}
