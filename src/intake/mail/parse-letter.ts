import { parseAddresses } from './address-list.ts';
import { type AutomaticClues, automaticKind, loopMarks, mayAutoAnswer } from './automatic.ts';
import { readBounce } from './bounce.ts';
import { dedupKey } from './dedup-key.ts';
import { decodeHeader } from './encoded-word.ts';
import type { LetterAddress, LetterResult, LetterWarning, ParsedLetter } from './letter.ts';
import { collectBody } from './letter-body.ts';
import { letterDate } from './letter-date.ts';
import { messageIds } from './message-id.ts';
import { fieldValue, fieldValues, type HeaderField } from './mime-header.ts';
import { type MimePart, type MimeTree, parseMime, partCharset } from './mime-part.ts';
import { quotedTail } from './quoted-tail.ts';
import { ticketTokens } from './ticket-token.ts';

// One of these makes it a letter; a file of «key: value» lines is none.
const letterHeaders = new Set([
  ...['from', 'to', 'cc', 'subject', 'date', 'message-id', 'reply-to', 'sender', 'received'],
  ...['return-path', 'delivered-to', 'mime-version', 'content-type', 'in-reply-to', 'references'],
]);
const deliveryHeaders = [
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
];

function firstCharset(part: MimePart): string | null {
  const own = part.type.value.startsWith('text/') ? partCharset(part) : null;
  if (own !== null) return own;
  for (const child of part.children) {
    const charset = firstCharset(child);
    if (charset !== null) return charset;
  }
  return null;
}

/** The charset this sender's program uses, to decide close calls of the guess. */
function charsetHint(root: MimePart): string | null {
  const words = ['subject', 'from'].map((name) => fieldValue(root.fields, name)).join(' ');
  return firstCharset(root) ?? /=\?([^?*\s]{1,60})/.exec(words)?.[1] ?? null;
}

function sender(fields: readonly HeaderField[], hint: string | null): LetterAddress | null {
  for (const name of ['from', 'sender', 'return-path']) {
    const address = fieldValues(fields, name).flatMap((value) => parseAddresses(value, hint))[0];
    if (address !== undefined) return address;
  }
  return null;
}

function addresses(
  fields: readonly HeaderField[],
  name: string,
  hint: string | null,
): LetterAddress[] {
  return fieldValues(fields, name).flatMap((value) => parseAddresses(value, hint));
}

function headWarnings(
  tree: MimeTree,
  letter: Pick<ParsedLetter, 'from' | 'date'>,
): LetterWarning[] {
  const senders = fieldValues(tree.root.fields, 'from').length;
  const found: [boolean, LetterWarning][] = [
    [letter.from === null, 'no-sender'],
    // Two From headers: programs disagree on which one counts. We take the first.
    [senders > 1, 'several-senders'],
    [letter.date === null, 'date-missing'],
    [tree.hasLongHeader, 'header-too-long'],
    [tree.isTooDeep, 'nesting-too-deep'],
    [tree.hasTooManyParts, 'parts-too-many'],
  ];
  return found.flatMap(([isFound, warning]) => (isFound ? [warning] : []));
}

function readHead(root: MimePart, hint: string | null) {
  const { fields } = root;
  const references = fieldValues(fields, 'references').flatMap(messageIds);
  return {
    messageId: fieldValues(fields, 'message-id').flatMap(messageIds)[0] ?? null,
    inReplyTo: fieldValues(fields, 'in-reply-to').flatMap(messageIds)[0] ?? null,
    references: [...new Set(references)],
    from: sender(fields, hint),
    replyTo: addresses(fields, 'reply-to', hint)[0] ?? null,
    to: addresses(fields, 'to', hint),
    cc: addresses(fields, 'cc', hint),
    subject: decodeHeader(fieldValue(fields, 'subject'), hint),
    date: letterDate(fieldValue(fields, 'date')),
  };
}

function clues(root: MimePart, subject: string, from: LetterAddress | null): AutomaticClues {
  const isReport = root.type.value === 'multipart/report';
  const reportType = isReport ? (root.type.params.get('report-type') ?? '').toLowerCase() : '';
  return {
    fields: root.fields,
    subject,
    sender: from?.address ?? '',
    reportType,
  };
}

/**
 * Reads the bytes of one letter. Anything that has letter headers is read, however broken: odd
 * things are listed in `warnings`. Refuses only bytes without any header of a letter. Never throws
 * and takes time in proportion to the size.
 */
export async function parseLetter(bytes: Uint8Array): Promise<LetterResult> {
  const tree = parseMime(bytes);
  const { root } = tree;
  const { fields } = root;
  if (!fields.some((field) => letterHeaders.has(field.name))) {
    return { ok: false, reason: 'no-headers' };
  }
  const hint = charsetHint(root);
  const head = readHead(root, hint);
  const body = collectBody(root, { hint, isRoot: true, inRelated: false });
  const signs = clues(root, head.subject, head.from);
  const automatic = automaticKind(signs);
  const delivered = deliveryHeaders.flatMap((name) => fieldValues(fields, name));
  const letter: ParsedLetter = {
    ...head,
    text: body.text,
    quoted: quotedTail(body.text),
    attachments: body.attachments,
    automatic,
    mayAutoAnswer: mayAutoAnswer(signs),
    loopMarks: loopMarks(fields),
    bounce: automatic === 'bounce' ? readBounce(root) : null,
    dedupKey: dedupKey({
      messageId: head.messageId,
      sender: head.from?.address ?? '',
      fields,
      body: tree.body,
    }),
    ticketTokens: ticketTokens(head.subject, delivered),
    warnings: [...new Set([...headWarnings(tree, head), ...body.warnings])],
  };
  return { ok: true, letter };
}
