import { formsTexts } from '../../i18n/forms-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import { viewBuffer } from '../input/buffer-layout.ts';
import { typedText } from '../model/form-draft.ts';
import { entryOf, type FormField, type FormState, isChosen } from '../model/form-state.ts';
import { choicesOf, gapsOf, meaningOf, shownFields, valuesOf } from '../model/form-values.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { fieldRow } from './field-rows.ts';
import { formLabelWidth, formTextWidth } from './layout.ts';
import { clip, type Line, lineWidth, type Span, span, spread, word } from './line.ts';
import { caretLine, type OverlayRows } from './overlay-lines.ts';

/** Rows of a long text that stay in sight while it is written. */
const TEXT_ROWS = 6;
const TEXT_ROWS_SMALL = 3;
/** From this height on there is room for a longer text. */
const TALL = 24;
/** Title and rule above the fields. */
const HEAD = 2;

/** What a field is drawn with. */
interface Drawing {
  readonly form: FormState;
  readonly state: UiState;
  readonly isFocused: boolean;
}

/** One field as rows; `at` is the row that stands inverse among them. */
interface Block {
  readonly lines: readonly Line[];
  readonly at?: number | undefined;
}

/** A form as rows: the fields scroll with the caret, what to press next stays below them. */
export function formRows(form: FormState, state: UiState, height: number): OverlayRows {
  const width = state.columns;
  const shown = shownFields(form, state);
  const foot = footRows(form, state);
  const intro = form.spec.intro?.(valuesOf(form, state)) ?? [];
  const blocks = shown.map((field) =>
    blockOf(field, { form, state, isFocused: field.id === form.focus }),
  );
  const rows: Line[] = [...intro, ...(intro.length > 0 ? [[]] : [])];
  let from = 0;
  let selected: number | undefined;
  for (const [i, block] of blocks.entries()) {
    if (shown[i]?.id === form.focus) {
      from = rows.length;
      if (block.at !== undefined) selected = rows.length + block.at;
    }
    rows.push(...block.lines);
  }
  const focused = blocks[shown.findIndex(({ id }) => id === form.focus)]?.lines.length ?? 1;
  const room = Math.max(1, height - HEAD - foot.length);
  const top = topOf({ from, rows: focused, all: rows.length, room });
  return {
    lines: [
      headRow(form, state),
      rule(width),
      ...padded(rows.slice(top, top + room), room),
      ...foot,
    ],
    selected: selected === undefined ? undefined : HEAD + selected - top,
  };
}

/** The first row in sight: the field at hand whole, with the next one peeping out. */
function topOf({
  from,
  rows,
  all,
  room,
}: {
  readonly from: number;
  readonly rows: number;
  readonly all: number;
  readonly room: number;
}): number {
  const wanted = Math.min(from, from + rows + 1 - room);
  return Math.max(0, Math.min(wanted, all - room));
}

function padded(lines: readonly Line[], height: number): Line[] {
  return Array.from({ length: height }, (_, i) => lines[i] ?? []);
}

function headRow(form: FormState, state: UiState): Line {
  const w = formsTexts(state.language);
  const { saveFailure } = form;
  const title = [span(toSafe(` ${form.spec.title}`), 'title')];
  const typed = typedText(form);
  if (saveFailure?.text === typed) {
    const why = tuiTexts(state.language).draftFailed(saveFailure.why);
    return spread(title, [span(toSafe(` ${why} `), 'breach')], state.columns);
  }
  const shown = shownFields(form, state);
  const place = shown.findIndex(({ id }) => id === form.focus) + 1;
  const gaps = gapsOf(form, state);
  const saved = typed === '' ? '' : typed === form.savedText ? w.saved : w.unsaved;
  const said = [w.place(place, shown.length), gaps > 0 ? w.gaps(gaps) : '', saved].filter(Boolean);
  return spread(title, [word(` ${said.join(' · ')} `, 'muted')], state.columns);
}

/** What is wrong with the whole, else which key hands it in. */
function footRows(form: FormState, state: UiState): readonly Line[] {
  const { problem, spec } = form;
  const { columns, language } = state;
  if (problem !== null) {
    const rows = wrap(toSafe(problem), columns - 4).slice(0, 3);
    return [
      [],
      ...rows.map((row, i): Line => [word(i === 0 ? ' ! ' : '   ', 'breach'), span(row, 'breach')]),
    ];
  }
  const w = formsTexts(language);
  const { submitTitle } = spec;
  const title = typeof submitTitle === 'string' ? submitTitle : submitTitle(valuesOf(form, state));
  return [[], [span(toSafe(` ${w.submitKey} `), 'key'), span(toSafe(title), 'strong')]];
}

function blockOf(field: FormField, drawing: Drawing): Block {
  const { heading } = field;
  const block = fieldBlock(field, drawing);
  if (heading === undefined) return block;
  const above: readonly Line[] = [[], [span(toSafe(` ${heading}`), 'strong')]];
  const at = block.at === undefined ? undefined : block.at + above.length;
  return { lines: [...above, ...block.lines], at };
}

function fieldBlock(field: FormField, drawing: Drawing): Block {
  const value = valueRows(field, drawing);
  const wrong = wrongBeside(field, value, drawing);
  if (wrong !== null) return { lines: labelled(field, [wrong], drawing) };
  const rows = labelled(field, value.lines, drawing);
  const above = rows.length - value.lines.length;
  const lines = [...rows, ...notes(field, drawing)];
  return { lines, at: value.at === undefined ? undefined : value.at + above };
}

/** Away from the caret what is wrong stands in the row of its value, where there is room for it. */
function wrongBeside(
  field: FormField,
  { lines: [row = [], ...more] }: Block,
  { form, state, isFocused }: Drawing,
): Line | null {
  const problem = form.problems.get(field.id);
  if (problem === undefined || isFocused || more.length > 0) return null;
  const beside: Line = [...row, span(toSafe(`  ! ${problem}`), 'breach')];
  return lineWidth(beside) <= formTextWidth(state.columns) ? beside : null;
}

/** The label stands before the value; one that is too long gets a row of its own under the caret. */
function labelled(
  field: FormField,
  value: readonly Line[],
  { state, isFocused }: Drawing,
): readonly Line[] {
  const width = formLabelWidth(state.columns);
  const mark = word(isFocused ? ' › ' : '   ', 'key');
  const name: Span[] = [
    span(toSafe(field.label), isFocused ? 'strong' : 'muted'),
    ...(field.isRequired ? [word(' *', 'warning')] : []),
  ];
  if (field.type === 'box') return value.map((row): Line => [mark, ...row]);
  const isLong = lineWidth(name) > width;
  const blank = word(' '.repeat(width + 4));
  const rest = value.slice(1).map((row): Line => [blank, ...row]);
  if (isLong && isFocused) return [[mark, ...name], ...value.map((row): Line => [blank, ...row])];
  return [[mark, ...clip(name, width), word(' '), ...(value[0] ?? [])], ...rest];
}

function valueRows(field: FormField, drawing: Drawing): Block {
  if (field.type === 'box') return { lines: [boxRow(field, drawing)] };
  if (isChosen(field)) return { lines: choiceRows(field, drawing) };
  return drawing.isFocused ? typingRows(field, drawing) : { lines: [typedRow(field, drawing)] };
}

function boxRow(field: FormField, { form, isFocused }: Drawing): Line {
  const isTicked = entryOf(form, field.id).picked === 'yes';
  return [
    word(isTicked ? '[x] ' : '[ ] ', isTicked ? 'good' : 'plain'),
    span(toSafe(field.label), isFocused ? 'strong' : 'plain'),
  ];
}

/** The chosen one; under the caret all of them, in one row where they are short. */
function choiceRows(field: FormField, { form, state, isFocused }: Drawing): readonly Line[] {
  const choices = choicesOf(field, state);
  const { picked } = entryOf(form, field.id);
  if (!isFocused) {
    const chosen = choices.find(({ id }) => id === picked);
    return [[chosen ? span(toSafe(chosen.label)) : word('—', 'muted')]];
  }
  const rows = choices.map((choice, i): Line => {
    const isPicked = choice.id === picked;
    return [
      word(isPicked ? '(x) ' : '( ) ', isPicked ? 'good' : 'muted'),
      word(i < 9 ? `${i + 1} ` : '  ', 'key'),
      span(toSafe(choice.label), isPicked ? 'strong' : 'plain'),
      ...(choice.detail === '' ? [] : [span(toSafe(`  ${choice.detail}`), 'muted')]),
    ];
  });
  const isShort = choices.every(({ detail }) => detail === '');
  const inOne = rows.flatMap((row, i) => (i === 0 ? row : [word('   '), ...row]));
  return isShort && lineWidth(inOne) <= formTextWidth(state.columns) ? [inOne] : rows;
}

function typedRow(field: FormField, { form, state }: Drawing): Line {
  const { text } = entryOf(form, field.id).history.present;
  if (text === '') return [word('—', 'muted')];
  const [first = '', ...more] = text.split('\n');
  const rest = more.length > 0 ? ` ${formsTexts(state.language).moreRows(more.length)}` : '';
  const width = formTextWidth(state.columns) - textWidth(rest);
  return [...clip([span(toSafe(first))], Math.min(width, textWidth(first))), word(rest, 'muted')];
}

function typingRows(field: FormField, { form, state }: Drawing): Block {
  const entry = entryOf(form, field.id);
  const width = formTextWidth(state.columns);
  if (field.type !== 'long-text') {
    const found = entry.found.map(
      ({ label, detail }): Line => [
        span(toSafe(label)),
        span(toSafe(detail === '' ? '' : `  ${detail}`), 'muted'),
      ],
    );
    const at = found.length > 0 ? 1 + entry.selected : undefined;
    return { lines: [caretLine(entry.history.present, width), ...found], at };
  }
  const { present } = entry.history;
  const rows = state.rows < TALL ? TEXT_ROWS_SMALL : TEXT_ROWS;
  const view = viewBuffer(present, width, rows);
  const lines = view.rows.map((row, i): Line => {
    const caret =
      i === view.caret.row ? ({ col: view.caret.col, role: 'selected' } as const) : null;
    return fieldRow(present, row, { text: 'plain', caret });
  });
  return { lines };
}

/** Under a field: what its text means, what is wrong, and what helps while it has the caret. */
function notes(field: FormField, { form, state, isFocused }: Drawing): readonly Line[] {
  const blank = word(' '.repeat(formLabelWidth(state.columns) + 4));
  const width = formTextWidth(state.columns);
  const problem = form.problems.get(field.id);
  const wrong = problem === undefined ? [] : wrap(toSafe(`! ${problem}`), width);
  const meaning = isFocused && problem === undefined ? meaningOf(form, field, state) : '';
  const means = meaning === '' ? [] : wrap(toSafe(meaning), width);
  const amiss = field.warn?.(valuesOf(form, state)) ?? '';
  const warns = amiss === '' ? [] : wrap(toSafe(`▲ ${amiss}`), width);
  const helps = isFocused && field.hint !== '' ? wrap(toSafe(field.hint), width).slice(0, 2) : [];
  return [
    ...means.map((row): Line => [blank, span(row, 'good')]),
    ...warns.map((row): Line => [blank, span(row, 'warning')]),
    ...wrong.map((row): Line => [blank, span(row, 'breach')]),
    ...helps.map((row): Line => [blank, span(row, 'muted')]),
  ];
}
