import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { withCaret } from './composer-lines.ts';
import { clip, type Span, span, word } from './line.ts';

/** A one-line field `[ typed █ ]` of `width` cells; a text that is too long shows its caret's end. */
export function searchField(buffer: TextBuffer, hasCaret: boolean, width: number): Span[] {
  const room = Math.max(4, width - 5);
  const edge = hasCaret ? 'key' : 'muted';
  return [word(' [ ', edge), ...clip(typedSpans(buffer, hasCaret, room), room), word(' ]', edge)];
}

/** What is typed into one line, at most `room` cells of it round the caret. */
export function typedSpans(buffer: TextBuffer, hasCaret: boolean, room: number): Span[] {
  const before = toSafe(buffer.text.slice(0, buffer.caret));
  const after = toSafe(buffer.text.slice(buffer.caret));
  let head = before.slice(0);
  while (textWidth(head) > room - 1) head = head.slice(1);
  const shown = literal(head + after);
  const spans = hasCaret ? withCaret(shown, textWidth(head)) : [span(shown)];
  const cells = spans.reduce((sum, part) => sum + textWidth(part.text), 0);
  return cells > room ? [...clip(spans, room)] : spans;
}
