import { tuiTexts } from '../../i18n/tui-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { viewBuffer } from '../input/buffer-layout.ts';
import { chosenCaller, padText } from '../model/call-model.ts';
import type { CallPad } from '../model/overlay-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { rule } from './entry-lines.ts';
import { fieldRow } from './field-rows.ts';
import { knownIncidentRows } from './known-incident-lines.ts';
import { problemWidth } from './layout.ts';
import { type Line, type Span, span, spread, word } from './line.ts';
import { caretLine, type OverlayRows } from './overlay-lines.ts';
import { runningClock } from './running-clock.ts';

/** Rows of the text that stay in sight; a longer one scrolls with the caret. */
const PROBLEM_ROWS = 6;
const PROBLEM_ROWS_SMALL = 2;
/** From this height on there is room for a longer text. */
const TALL = 24;

/** The rows of the call pad: the running clock, what happened, who calls. */
export function callRows(pad: CallPad, state: UiState): OverlayRows {
  const { columns: width } = state;
  const t = tuiTexts(state.language);
  const isTyped = pad.caller.present.text.trim() !== '';
  const head: Line[] = [
    padHead(pad, state, width),
    rule(width),
    ...knownRows(pad, state),
    label(t.callProblem, pad.focus === 'problem'),
    ...problemRows(pad, width, state.rows < TALL ? PROBLEM_ROWS_SMALL : PROBLEM_ROWS),
    [],
    label(t.callCaller, pad.focus === 'caller'),
    callerRow(pad, state, width),
  ];
  const hint: Line[] = [[], [word(` ${t.callHint}`, 'muted')]];
  // Header and footer of the screen take two rows; the chosen caller stays in sight.
  const room = Math.max(1, state.rows - 2 - head.length - hint.length);
  const first = Math.max(0, pad.selected - room + 1);
  const found = isTyped ? pad.found.slice(first, first + room) : [];
  const unknown: Line[] =
    isTyped && found.length === 0 ? [[word(`   ${t.callUnknown}`, 'warning')]] : [];
  return {
    lines: [...head, ...found.map((caller) => foundRow(caller, width)), ...unknown, ...hint],
    selected: found.length > 0 ? head.length + pad.selected - first : undefined,
  };
}

function knownRows(pad: CallPad, state: UiState): readonly Line[] {
  const customerId = chosenCaller(pad)?.customerId ?? null;
  return knownIncidentRows(pad.known(pad.problem.present.text, customerId), state);
}

function padHead(pad: CallPad, state: UiState, width: number): Line {
  const t = tuiTexts(state.language);
  const w = workTexts(state.language);
  const clock = runningClock(Math.max(0, state.now - pad.startedAt));
  const left = [word(` ${t.callTitle} `, 'title'), word(t.callRunning(clock), 'strong')];
  const { text } = pad.problem.present;
  const isEmpty = text === '' && pad.caller.present.text === '';
  const { saveFailure } = pad;
  if (saveFailure?.text === padText(pad)) {
    return spread(left, [span(toSafe(`${t.draftFailed(saveFailure.why)} `), 'breach')], width);
  }
  const saved = isEmpty ? '' : padText(pad) === pad.savedText ? w.callSaved : w.callUnsaved;
  return spread(left, [word(`${saved} `, 'muted')], width);
}

function label(text: string, isFocused: boolean): Line {
  return [word(isFocused ? ' › ' : '   ', 'key'), word(text, isFocused ? 'strong' : 'muted')];
}

function problemRows(pad: CallPad, width: number, height: number): Line[] {
  const { present } = pad.problem;
  const view = viewBuffer(present, problemWidth(width), height);
  return view.rows.map((row, i): Line => {
    const hasCaret = pad.focus === 'problem' && i === view.caret.row;
    const caret = hasCaret ? ({ col: view.caret.col, role: 'selected' } as const) : null;
    // The first line is the subject of the ticket, so it looks like one.
    const text = row.start === 0 ? 'strong' : 'plain';
    return [word('   ┆ ', 'muted'), ...fieldRow(present, row, { text, caret })];
  });
}

function callerRow(pad: CallPad, state: UiState, width: number): Line {
  const { text } = pad.caller.present;
  const bar: Span = word('   ┆ ', 'muted');
  if (pad.focus === 'caller') return [bar, ...caretLine(pad.caller.present, width - 6)];
  if (text !== '') return [bar, span(toSafe(text))];
  return [bar, word(workTexts(state.language).callerNotNamed, 'muted')];
}

function foundRow(caller: CallPad['found'][number], width: number): Line {
  return spread(
    [word('     '), span(toSafe(caller.label), 'plain')],
    [span(toSafe(` ${caller.detail} `), 'muted')],
    width,
  );
}
