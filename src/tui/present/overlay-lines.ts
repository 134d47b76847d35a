import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { viewBuffer } from '../input/buffer-layout.ts';
import type { TextBuffer } from '../input/text-buffer.ts';
import type { Overlay } from '../model/overlay-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { withCaret } from './composer-lines.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';

type Of<Type extends Overlay['type']> = Extract<Overlay, { type: Type }>;

/** An overlay as rows: at most `height` of them, and which one is inverse. */
export interface OverlayRows {
  readonly lines: readonly Line[];
  readonly selected?: number | undefined;
}

/** A list to choose from, with its query line and, where there is room, a preview. */
export function pickerRows(picker: Of<'picker'>, state: UiState, height: number): OverlayRows {
  const { columns: width, language } = state;
  const head: Line = picker.isSearchable
    ? [span(toSafe(` ${picker.title}: `), 'title'), ...caretLine(picker.query.present, width - 20)]
    : [span(toSafe(` ${picker.title} `), 'title')];
  const preview = picker.preview && picker.shown[picker.selected];
  const previewRows = preview ? previewOf(picker, width).slice(0, Math.floor(height / 2)) : [];
  const room = Math.max(1, height - 1 - previewRows.length);
  const top = Math.max(
    0,
    Math.min(picker.selected - Math.floor(room / 2), picker.shown.length - room),
  );
  const rows = picker.shown.slice(top, top + room).map((choice, i): Line => {
    const number = picker.hasDigits && picker.query.present.text === '' ? top + i + 1 : 0;
    const digit = number > 0 && number < 10 ? `${number} ` : '  ';
    const role = choice.disabled === null ? 'plain' : 'muted';
    const detail = choice.disabled || choice.detail;
    return spread(
      [word(` ${digit}`, 'muted'), span(toSafe(choice.label), role)],
      [span(toSafe(` ${detail} `), 'muted')],
      width,
    );
  });
  const none = picker.shown.length === 0 ? tuiTexts(language).toastNotFound : '';
  return {
    lines: none === '' ? [head, ...rows, ...previewRows] : [head, [word(`   ${none}`, 'muted')]],
    selected: rows.length > 0 ? 1 + picker.selected - top : undefined,
  };
}

function previewOf(picker: Of<'picker'>, width: number): Line[] {
  const choice = picker.shown[picker.selected];
  if (!choice || !picker.preview) return [];
  const text = picker.preview(choice).join('\n');
  const rows = wrap(toSafe(text, { multiline: true }), width - 4);
  return [rule(width), ...rows.map((row): Line => [word(' │ ', 'public'), span(row)])];
}

/** A one-line question with what its text means. */
export function promptRows(prompt: Of<'prompt'>, width: number): OverlayRows {
  const meaning = prompt.problem ?? prompt.explain(prompt.field.present.text);
  return {
    lines: [
      [span(toSafe(` ${prompt.title}`), 'title')],
      [word(' › ', 'key'), ...caretLine(prompt.field.present, width - 4)],
      [span(toSafe(`   ${meaning}`), prompt.problem ? 'warning' : 'muted')],
    ],
  };
}

/** Something to read that scrolls. */
type Page = Pick<Of<'pager'>, 'title' | 'lines' | 'scroll'>;

/** A page to read. */
export function pagerRows(pager: Page, width: number, height: number): OverlayRows {
  const room = height - 1;
  const end = Math.min(pager.lines.length, pager.scroll + room);
  const place = pager.lines.length > room ? [word(`${end}/${pager.lines.length} `, 'muted')] : [];
  return {
    lines: [
      spread([span(toSafe(` ${pager.title}`), 'title')], place, width),
      ...pager.lines.slice(pager.scroll, pager.scroll + room),
    ],
  };
}

/** A single-line field with its caret; the end of a long text stays in sight. */
export function caretLine(buffer: TextBuffer, width: number): Line {
  const { rows, caret } = viewBuffer(buffer, Math.max(10, width), 1);
  // The text of a buffer is made safe when it is typed or pasted.
  return withCaret(literal(buffer.text.slice(rows[0]?.start, rows[0]?.end)), caret.col);
}
