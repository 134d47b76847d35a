import { showTicket } from '../../app/ticket/show-ticket.ts';
import { editingTexts } from '../../i18n/editing-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { insertText } from '../input/text-buffer.ts';
import { editComposer } from './composer-model.ts';
import { cleared } from './edit-key.ts';
import { say, type Ui } from './ui.ts';

const MOST_LINES = 40;
const LONGEST_LINE = 1000;

/** Puts the customer's last message in at the caret as `> ` lines; undo takes it out in one step. */
export function quoteMessage(ui: Ui): void {
  const { composer, language } = ui.store.get();
  if (!composer) return;
  const message = lastMessage(ui, composer.ticketId);
  if (message === null) return say(ui, editingTexts(language).nothingToQuote, 'problem');
  const buffer = cleared(composer.history.present);
  const isAtLineStart = buffer.caret === 0 || buffer.text[buffer.caret - 1] === '\n';
  const quote = `${isAtLineStart ? '' : '\n'}${quoted(message)}\n`;
  // Shown as it will be sent: a quote is no place to hide invisible characters in.
  editComposer(ui, insertText(buffer, quote), 'other');
}

function lastMessage(ui: Ui, ticketId: string): string | null {
  const entries = showTicket(ui.desk(), ticketId)?.entries ?? [];
  const last = entries.findLast(({ author, visibility, text }) => {
    return author.type === 'contact' && visibility === 'public' && text.trim() !== '';
  });
  return last?.text ?? null;
}

/** A message as a quote: its first lines, the cut is shown. */
export function quoted(text: string): string {
  const lines = toSafe(text.trim(), { multiline: true, maxLine: LONGEST_LINE })
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${line.trimEnd()}`));
  if (lines.length <= MOST_LINES) return lines.join('\n');
  return [...lines.slice(0, MOST_LINES - 1), '> …'].join('\n');
}
