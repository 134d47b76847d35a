import type { NewPromise } from '../../domain/text-effects.ts';
import { editingTexts } from '../../i18n/editing-texts.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { eachGrapheme, graphemes, textWidth } from '../../util/text-width.ts';
import { literal, type SafeText, toSafe } from '../../util/to-safe.ts';
import { viewBuffer } from '../input/buffer-layout.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import { choiceAt } from '../model/stop-places.ts';
import type { ComposerState, UiState } from '../model/ui-state.ts';
import { fieldRow } from './field-rows.ts';
import { clip, type Line, type Span, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Beyond so many UTF-16 units nobody counts characters one by one. */
const COUNTED = 20_000;

/** Who reads it, by which channel, what goes with it, and whether it is saved. */
export function composerHead(
  composer: ComposerState,
  state: UiState,
  time: TimeText,
  width: number,
): Line {
  const t = tuiTexts(state.language);
  const sv = supervisionTexts(state.language);
  const name = {
    reply: t.composerPublic,
    mass: t.composerMass,
    solution: t.composerSolution,
    note: t.composerInternal,
  }[composer.kind];
  const { channel } = composer;
  const left: Span[] = [word(` ${name} `, isPublic(composer.kind) ? 'public' : 'internal')];
  if (composer.kind === 'reply' && channel) left.push(word(`· ${t.channels[channel]} `, 'muted'));
  if (composer.isSupervised) left.push(word(`· ${sv.throughMentor} `, 'warning'));
  if (composer.reviewId) left.push(word(`· ${sv.editing} `, 'warning'));
  if (composer.promise && isSaid(composer.promise, composer.history.present)) {
    const at = time.at(composer.promise.dueAt, state.now);
    left.push(word(`· ${t.promised(at)} `, 'promise'));
  }
  if (composer.attachments.length > 0) {
    const names = composer.attachments.map((file) => file.name).join(', ');
    left.push(span(toSafe(`· ${t.reviewAttachments(names)} `), 'muted'));
  }
  // At a place with choices its own row says what can be done.
  const isChoice = choiceAt(composer.places ?? [], composer.history.present) !== null;
  const selection = isChoice ? null : selectionSpan(composer.history.present, state);
  if (selection) return spread(left, [selection], width);
  const hints = composer.history.present.text.match(/⟦[^⟦⟧]*⟧/g)?.length ?? 0;
  const right: Span[] = hints > 0 ? [word(`${t.unfilled(hints)} · `, 'warning')] : [];
  right.push(...savedSpan(composer, state, time));
  return spread(left, right, width);
}

/** A promise of a template whose words were written over is none; one set by hand has no words. */
function isSaid({ text: words }: NewPromise, { text }: TextBuffer): boolean {
  return words === '' || text.includes(words);
}

function savedSpan(composer: ComposerState, state: UiState, time: TimeText): Span[] {
  const t = tuiTexts(state.language);
  if (composer.saveProblem)
    return [span(toSafe(`${t.draftFailed(composer.saveProblem)} `), 'breach')];
  if (composer.savedAt !== null)
    return [word(`${t.draftAt(time.clock(composer.savedAt))} `, 'muted')];
  return composer.history.present.text === '' ? [] : [word(`${t.draftUnsaved} `, 'muted')];
}

/** What is selected, and what can be done with it; null while nothing is. */
function selectionSpan({ mark, text, caret }: TextBuffer, state: UiState): Span | null {
  if (mark === undefined) return null;
  const w = editingTexts(state.language);
  const start = Math.min(mark.at, caret);
  const end = Math.max(mark.at, caret);
  if (start === end) return mark.isSet ? word(`${w.markSet} `, 'strong') : null;
  const isLong = end - start > COUNTED;
  const count = isLong ? end - start : graphemes(text.slice(start, end)).length;
  return word(`${w.selected(count)} `, 'strong');
}

/** The choices of the place at hand, the one that stands in the text marked; null elsewhere. */
export function choiceLine({ history, places = [] }: ComposerState, width: number): Line | null {
  const { present } = history;
  const place = choiceAt(places, present);
  if (!place) return null;
  const now = present.text.slice(place.start, place.end);
  const choices = place.choices.flatMap((choice, i): Span[] => [
    ...(i > 0 ? [word(' · ', 'muted')] : []),
    span(toSafe(choice), choice === now ? 'strong' : 'muted'),
  ]);
  const at = place.choices.indexOf(now) + 1;
  const count = word(` ↑↓ ${at > 0 ? at : '–'}/${place.choices.length}  `, 'key');
  return clip([count, ...choices], width);
}

/** The rows in sight, and where among them the caret stands. */
export interface ComposerRows {
  readonly lines: readonly Line[];
  readonly caret: { readonly row: number; readonly col: number };
  readonly top: number;
}

function isPublic(kind: ComposerState['kind']): boolean {
  return kind === 'reply' || kind === 'mass';
}

/** Cells before the text: the bar and what stands round it. */
const BAR = 3;

/** The visible rows of the text with its caret; a solid bar is public, a dotted one internal. */
export function composerRows(
  { history, kind }: ComposerState,
  size: { readonly width: number; readonly height: number },
  top: number,
): ComposerRows {
  const { present } = history;
  const view = viewBuffer(present, Math.max(20, size.width - BAR), size.height, top);
  const bar = isPublic(kind) ? word(' │ ', 'public') : word(' ┆ ', 'internal');
  const { row, col } = view.caret;
  const lines = view.rows.map((each, i): Line => {
    const caret = i === row ? ({ col, role: 'caret' } as const) : null;
    return [bar, ...fieldRow(present, each, { text: 'plain', caret })];
  });
  return { lines, caret: { row, col: col + BAR }, top: view.top };
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
