import { decodeHeader, oneLine } from './encoded-word.ts';
import type { LetterBounce } from './letter.ts';
import { messageIds } from './message-id.ts';
import { fieldValue, fieldValues, type HeaderField, parseFields } from './mime-header.ts';
import type { MimePart } from './mime-part.ts';

const statusTypes = ['message/delivery-status', 'message/global-delivery-status'];
const originalTypes = ['message/rfc822', 'message/global', 'text/rfc822-headers'];
// A report names each recipient; a broken one must not list thousands.
const maxRecipients = 100;

function findPart(part: MimePart, types: readonly string[]): MimePart | null {
  if (part.children.length === 0) return types.includes(part.type.value) ? part : null;
  for (const child of part.children) {
    const found = findPart(child, types);
    if (found !== null) return found;
  }
  return null;
}

function blocks(part: MimePart): HeaderField[][] {
  const text = Buffer.from(part.bytes).toString('latin1');
  return text.split(/\r?\n\r?\n/).map(parseFields);
}

/** «rfc822; user@host» and «smtp; 550 no such user» without the type in front. */
function typedValue(fields: readonly HeaderField[], name: string): string | null {
  const value = fieldValue(fields, name);
  const text = decodeHeader(value.slice(value.indexOf(';') + 1), null).replace(/^<(.*)>$/, '$1');
  return text === '' ? null : text;
}

function plainValue(fields: readonly HeaderField[], name: string): string | null {
  const value = oneLine(fieldValue(fields, name))
    .replace(/\s*\(.*$/, '')
    .toLowerCase();
  return value === '' ? null : value;
}

function recipient(fields: readonly HeaderField[]): string | null {
  return typedValue(fields, 'final-recipient') ?? typedValue(fields, 'original-recipient');
}

/** What a delivery report says; of older bounces without a machine part only what headers tell. */
export function readBounce(root: MimePart): LetterBounce {
  const status = findPart(root, statusTypes);
  const reports = status === null ? [] : blocks(status).filter((block) => recipient(block));
  const first = reports[0] ?? [];
  const failed = fieldValue(root.fields, 'x-failed-recipients').split(',');
  const recipients = reports.length > 0 ? reports.map(recipient) : failed.map(oneLine);
  const [main = null, ...others] = recipients.filter((address) => address !== '');
  const original = findPart(root, originalTypes);
  const fields = original === null ? [] : (blocks(original)[0] ?? []);
  const ids = ['message-id', 'in-reply-to', 'references'].flatMap((name) =>
    fieldValues(fields, name).flatMap(messageIds),
  );
  const subject = decodeHeader(fieldValue(fields, 'subject'), null);
  return {
    recipient: main,
    action: plainValue(first, 'action'),
    status: plainValue(first, 'status'),
    diagnostic: typedValue(first, 'diagnostic-code'),
    originalMessageId: ids[0] ?? null,
    originalSubject: subject === '' ? null : subject,
    originalReferences: [...new Set(ids.slice(1))].slice(0, maxRecipients),
    otherRecipients: others.flatMap((address) => address ?? []).slice(0, maxRecipients),
  };
}
