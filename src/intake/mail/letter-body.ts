import { decodeBytes } from '../charset.ts';
import { joinFlowed } from './flowed-text.ts';
import { htmlText, metaCharset } from './html-body.ts';
import type { LetterAttachment, LetterWarning } from './letter.ts';
import { fieldValue } from './mime-header.ts';
import { type MimePart, partCharset, partName, plainText } from './mime-part.ts';

/** What a part gives to the reader. */
export interface LetterBody {
  readonly text: string;
  readonly isHtml: boolean;
  readonly attachments: readonly LetterAttachment[];
  readonly warnings: readonly LetterWarning[];
}

interface Place {
  /** Charset that decides close calls. */
  readonly hint: string | null;
  readonly isRoot: boolean;
  readonly inRelated: boolean;
}

const nothing: LetterBody = {
  text: '',
  isHtml: false,
  attachments: [],
  warnings: [],
};

function isReadable(part: MimePart, place: Place): boolean {
  if (part.type.value !== 'text/plain' && part.type.value !== 'text/html') return false;
  if (place.isRoot) return true;
  // A log that is sent «inline» with a name is a file, not what the customer wrote.
  return part.disposition.value !== 'attachment' && partName(part, place.hint) === '';
}

function readText(part: MimePart, place: Place): LetterBody {
  const isHtml = part.type.value === 'text/html';
  const declared = partCharset(part) ?? (isHtml ? metaCharset(part.bytes) : null);
  const decoded = decodeBytes(part.bytes, declared, place.hint);
  const isAscii = part.bytes.every((byte) => byte < 0x80);
  const warnings: LetterWarning[] = decoded.guessed && !isAscii ? ['charset-guessed'] : [];
  const raw = plainText(decoded.text);
  if (isHtml) {
    const html = htmlText(raw);
    warnings.push(...html.warnings);
    return { text: html.text, isHtml, attachments: [], warnings };
  }
  const isFlowed = part.type.params.get('format')?.toLowerCase() === 'flowed';
  const delsp = part.type.params.get('delsp')?.toLowerCase() === 'yes';
  const text = isFlowed ? joinFlowed(raw, delsp) : raw;
  return { text: text.trimEnd(), isHtml, attachments: [], warnings };
}

function attachment(part: MimePart, place: Place): LetterBody {
  const name = partName(part, place.hint);
  if (part.bytes.length === 0 && name === '') return nothing;
  const hasId = fieldValue(part.fields, 'content-id') !== '';
  const inline = hasId && (place.inRelated || part.disposition.value === 'inline');
  const file = { name, mime: part.type.value, bytes: part.bytes, inline };
  return { ...nothing, attachments: [file] };
}

function isBlank(body: LetterBody): boolean {
  return body.text.trim() === '';
}

function chosen(bodies: readonly LetterBody[]): LetterBody {
  return (
    bodies.find((body) => !body.isHtml && !isBlank(body)) ??
    bodies.find((body) => !isBlank(body)) ??
    nothing
  );
}

function joined(bodies: readonly LetterBody[]): {
  text: string;
  isHtml: boolean;
} {
  const texts = bodies.filter((body) => !isBlank(body));
  return {
    text: texts.map((body) => body.text).join('\n\n'),
    isHtml: texts.length > 0 && texts.every((body) => body.isHtml),
  };
}

/**
 * The readable text of a part and everything else as attachments. Of alternatives the plain text
 * is taken, HTML only when there is no other.
 */
export function collectBody(part: MimePart, place: Place): LetterBody {
  if (part.children.length === 0) {
    return isReadable(part, place) ? readText(part, place) : attachment(part, place);
  }
  const inRelated = place.inRelated || part.type.value === 'multipart/related';
  const bodies = part.children.map((child) =>
    collectBody(child, { hint: place.hint, isRoot: false, inRelated }),
  );
  const isChoice = part.type.value === 'multipart/alternative';
  const { text, isHtml } = isChoice ? chosen(bodies) : joined(bodies);
  return {
    text,
    isHtml,
    attachments: bodies.flatMap((body) => body.attachments),
    warnings: bodies.flatMap((body) => body.warnings),
  };
}
