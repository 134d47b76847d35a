import { isDeliveryConfigured } from '../../app/send-reply.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { layoutBuffer } from '../input/buffer-layout.ts';
import type { Ui } from '../model/ui.ts';
import type { ComposerState, Overlay, UiState } from '../model/ui-state.ts';
import { withCaret } from './composer-lines.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

type Of<Type extends Overlay['type']> = Extract<Overlay, { type: Type }>;

/** An overlay as rows: at most `height` of them, and which one is inverse. */
export interface OverlayRows {
  readonly lines: readonly Line[];
  readonly selected?: number | undefined;
}

/** A list to choose from, with its query line and, where there is room, a preview. */
export function pickerRows(picker: Of<'picker'>, width: number, height: number): OverlayRows {
  const head: Line = picker.isSearchable
    ? [word(` ${picker.title}: `, 'title'), ...caretLine(picker.query.present, width - 20)]
    : [word(` ${picker.title} `, 'title')];
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
  return {
    lines: [head, ...rows, ...previewRows],
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
      [word(` ${prompt.title}`, 'title')],
      [word(' › ', 'key'), ...caretLine(prompt.field.present, width - 4)],
      [span(toSafe(`   ${meaning}`), prompt.problem ? 'warning' : 'muted')],
    ],
  };
}

/** A page to read. */
export function pagerRows(pager: Of<'pager'>, width: number, height: number): OverlayRows {
  const room = height - 1;
  const end = Math.min(pager.lines.length, pager.scroll + room);
  const place = pager.lines.length > room ? [word(`${end}/${pager.lines.length} `, 'muted')] : [];
  return {
    lines: [
      spread([word(` ${pager.title}`, 'title')], place, width),
      ...pager.lines.slice(pager.scroll, pager.scroll + room),
    ],
  };
}

/** The one review before a letter goes: what it says, what it promises, what is in the way. */
export function reviewRows(
  review: Of<'review'>,
  composer: ComposerState,
  options: {
    readonly ui: Ui;
    readonly state: UiState;
    readonly time: TimeText;
    readonly width: number;
  },
): OverlayRows {
  const { ui, state, time, width } = options;
  const t = tuiTexts(state.language);
  const ticket = ui.desk().tickets.byId(composer.ticketId);
  const customer = ticket?.customerId ? ui.desk().people.customer(ticket.customerId) : null;
  const channel = ticket ? t.channels[ticket.channel] : '';
  const title = t.reviewTitle(ticket?.number ?? '', customer?.name ?? t.noCustomer, channel);
  const text = wrap(toSafe(composer.history.present.text.trim(), { multiline: true }), width - 4);
  const promise = composer.promise
    ? t.reviewPromise(
        time.at(composer.promise.dueAt, state.now),
        t.promiseKinds[composer.promise.kind],
      )
    : t.reviewNoPromise;
  const facts: Line[] = [[word(` ${promise}`, composer.promise ? 'promise' : 'muted')]];
  if (composer.attachments.length > 0) {
    const names = composer.attachments.map((file) => file.name).join(', ');
    facts.push([span(toSafe(` ${t.reviewAttachments(names)}`), 'muted')]);
  }
  if (!isDeliveryConfigured(ui.desk())) facts.push([word(` ${t.reviewNoDelivery}`, 'warning')]);
  const problems = review.problems.map((p): Line => [span(toSafe(`   ${p}`), 'breach')]);
  return {
    lines: [
      [span(toSafe(` ${title}`), 'title')],
      rule(width),
      [
        word(
          ` ${review.changed ? t.reviewChanged : t.reviewUnchanged}`,
          review.changed ? 'warning' : 'muted',
        ),
      ],
      [],
      ...text.map((row): Line => [word(' │ ', 'public'), span(row)]),
      [],
      ...(problems.length > 0
        ? [[word(` ${t.reviewProblems}`, 'breach')] as Line, ...problems]
        : []),
      ...facts,
    ],
  };
}

/** A single-line field with its caret; the end of a long text stays in sight. */
export function caretLine(buffer: Parameters<typeof layoutBuffer>[0], width: number): Line {
  const layout = layoutBuffer(buffer, Math.max(10, width));
  const text = layout.lines[layout.caret.row] ?? literal('');
  return withCaret(text, layout.caret.col);
}
