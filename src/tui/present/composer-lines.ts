import { tuiTexts } from '../../i18n/tui-texts.ts';
import { eachGrapheme, textWidth } from '../../util/text-width.ts';
import { literal, type SafeText, toSafe } from '../../util/to-safe.ts';
import { layoutBuffer } from '../input/buffer-layout.ts';
import type { ComposerState, UiState } from '../model/ui-state.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Who reads it, by which channel, what goes with it, and whether it is saved. */
export function composerHead(
  composer: ComposerState,
  state: UiState,
  time: TimeText,
  width: number,
): Line {
  const t = tuiTexts(state.language);
  const isReply = composer.kind === 'reply';
  const name = isReply
    ? t.composerPublic
    : composer.kind === 'solution'
      ? t.composerSolution
      : t.composerInternal;
  const channel = state.ticket?.view.ticket.channel ?? state.preview?.ticket.channel;
  const left: Span[] = [word(` ${name} `, isReply ? 'public' : 'internal')];
  if (isReply && channel) left.push(word(`· ${t.channels[channel]} `, 'muted'));
  if (composer.promise) {
    const at = time.at(composer.promise.dueAt, state.now);
    left.push(word(`· ${t.promised(at)} `, 'promise'));
  }
  if (composer.attachments.length > 0) {
    const names = composer.attachments.map((file) => file.name).join(', ');
    left.push(span(toSafe(`· ${t.reviewAttachments(names)} `), 'muted'));
  }
  const hints = composer.history.present.text.match(/⟦[^⟦⟧]*⟧/g)?.length ?? 0;
  const right: Span[] = hints > 0 ? [word(`${t.unfilled(hints)} · `, 'warning')] : [];
  right.push(...savedSpan(composer, state, time));
  return spread(left, right, width);
}

function savedSpan(composer: ComposerState, state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  if (composer.saveProblem)
    return [span(toSafe(`${t.draftFailed(composer.saveProblem)} `), 'breach')];
  if (composer.savedAt !== null)
    return [word(`${t.draftAt(time.clock(composer.savedAt))} `, 'muted')];
  return composer.history.present.text === '' ? [] : [word(`${t.draftUnsaved} `, 'muted')];
}

/** The visible rows of the text with its caret; a solid bar is public, a dotted one internal. */
export function composerLines(composer: ComposerState, width: number, height: number): Line[] {
  const layout = layoutBuffer(composer.history.present, Math.max(20, width - 3));
  const top = Math.max(0, Math.min(layout.caret.row - height + 2, layout.lines.length - height));
  const first = Math.max(0, top);
  const bar = composer.kind === 'reply' ? word(' │ ', 'public') : word(' ┆ ', 'internal');
  return layout.lines.slice(first, first + height).map((text, i): Line => {
    const row = first + i;
    if (row !== layout.caret.row) return [bar, ...withHints(text)];
    return [bar, ...withCaret(text, layout.caret.col)];
  });
}

/** A row with the caret shown as an inverse cell. */
export function withCaret(text: SafeText, column: number): Span[] {
  let before = '';
  let at = '';
  let used = 0;
  for (const grapheme of eachGrapheme(text)) {
    if (used >= column) {
      at = grapheme;
      break;
    }
    before += grapheme;
    used += textWidth(grapheme);
  }
  const after = text.slice(before.length + at.length);
  return [span(literal(before)), word(at === '' ? ' ' : at, 'selected'), span(literal(after))];
}

function withHints(text: SafeText): Span[] {
  return text
    .split(/(⟦[^⟦⟧]*⟧)/)
    .filter((part) => part !== '')
    .map((part) => span(literal(part), part.startsWith('⟦') ? 'warning' : 'plain'));
}
