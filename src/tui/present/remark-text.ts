import type { Finding } from '../../wording/finding.ts';

/** Longer parts of a text are marked in it and not repeated. */
const LONGEST_QUOTE = 40;

/** A remark in one sentence: the words, what is wrong with them, what to write instead. */
export function remarkText({ text, message, suggestion }: Finding): string {
  const isShort = text !== '' && text.length <= LONGEST_QUOTE && !text.includes('\n');
  // A message with an example of its own needs no second quotation.
  const quoted = isShort && !message.includes('«') ? `«${text}» ` : '';
  return `${quoted}${message}${suggestion === '' ? '' : ` → ${suggestion}`}`;
}
