import type { AutomaticKind } from './letter.ts';
import { fieldValue, fieldValues, type HeaderField } from './mime-header.ts';

/** What is looked at to tell a person's letter from a machine's. */
export interface AutomaticClues {
  readonly fields: readonly HeaderField[];
  readonly subject: string;
  /** Address of From, '' when there is none. */
  readonly sender: string;
  /** `report-type` of a multipart/report, else ''. */
  readonly reportType: string;
}

// The local part that our own automatic mail writes into X-Loop.
const ownLoopMark = /^<?smena(?:[+.@-]|$)/i;
const robots = /^(mailer-daemon|postmaster|mail-daemon)(@|$)/i;
const autoReplyHeaders = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply'];
const autoReplySubject =
  /^(автоответ|автоматический ответ|automatic reply|auto[- ]?reply|out of office)\s*:/i;

function precedence(fields: readonly HeaderField[]): string {
  return fieldValue(fields, 'precedence').toLowerCase().replace('-', '_');
}

function autoSubmitted(fields: readonly HeaderField[]): string {
  return fieldValue(fields, 'auto-submitted').toLowerCase();
}

function hasNullSender(fields: readonly HeaderField[]): boolean {
  return /^<\s*>$/.test(fieldValue(fields, 'return-path'));
}

function hasAny(fields: readonly HeaderField[], names: readonly string[]): boolean {
  return fields.some((field) => names.includes(field.name));
}

function isBounce(clues: AutomaticClues): boolean {
  if (clues.reportType === 'delivery-status') return true;
  if (hasAny(clues.fields, ['x-failed-recipients'])) return true;
  return robots.test(clues.sender) && autoSubmitted(clues.fields) !== 'no';
}

function isAutoReply(clues: AutomaticClues): boolean {
  return (
    autoSubmitted(clues.fields).startsWith('auto-replied') ||
    precedence(clues.fields) === 'auto_reply' ||
    clues.reportType === 'disposition-notification' ||
    hasAny(clues.fields, autoReplyHeaders) ||
    autoReplySubject.test(clues.subject) ||
    hasNullSender(clues.fields)
  );
}

function isBulk(fields: readonly HeaderField[]): boolean {
  const submitted = autoSubmitted(fields);
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  return ['bulk', 'junk'].includes(precedence(fields)) || hasAny(fields, ['list-unsubscribe']);
}

/** Values of X-Loop headers, without angle brackets. */
export function loopMarks(fields: readonly HeaderField[]): string[] {
  return fieldValues(fields, 'x-loop').map((value) => value.replace(/[<>]/g, '').trim());
}

/** Which kind of machine sent this letter; null when a person seems to have written it. */
export function automaticKind(clues: AutomaticClues): AutomaticKind | null {
  const { fields } = clues;
  if (loopMarks(fields).some((mark) => ownLoopMark.test(mark))) return 'loop';
  if (isBounce(clues)) return 'bounce';
  if (isAutoReply(clues)) return 'auto-reply';
  if (precedence(fields) === 'list' || hasAny(fields, ['list-id', 'list-post'])) return 'list';
  return isBulk(fields) ? 'bulk' : null;
}

/** Whether a rule forbids to answer by itself (research: reliability, rule 31). */
export function mayAutoAnswer(clues: AutomaticClues): boolean {
  if (automaticKind(clues) !== null || clues.sender === '') return false;
  return !hasAny(clues.fields, ['x-loop', 'x-auto-response-suppress']);
}
