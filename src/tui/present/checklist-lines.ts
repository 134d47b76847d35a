import { type ChecklistsTexts, checklistsTexts } from '../../i18n/checklists-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { ClosingStep } from '../../wording/closing-list.ts';
import type { ConflictBan, ConflictList } from '../../wording/conflict-steps.ts';
import { closingOf, conflictOf } from '../model/checklist-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, lineWidth, type Span, span, spread, word } from './line.ts';

const KEY_ADD = 'Ctrl+↓';
const KEY_FOLD = 'Ctrl+↑';
const bans: readonly ConflictBan[] = ['emotion', 'panic', 'arguing', 'jargon'];

/** The lists of the ticket at work with a blank row behind each, for the pane beside it. */
export function checklistPane(state: UiState, width: number): Line[] {
  const w = checklistsTexts(state.language);
  const conflict = conflictOf(state);
  const closing = closingOf(state);
  return [
    ...(conflict ? [...conflictLines(conflict, w, width), []] : []),
    ...(closing ? [...closingLines(closing, state, width), []] : []),
  ];
}

/** The list that matters most in one row; null when there is none. */
export function checklistLine(state: UiState, width: number): Line | null {
  const w = checklistsTexts(state.language);
  const closing = closingOf(state);
  if (closing) return closingLine(closing, state, width);
  const conflict = conflictOf(state);
  return conflict && conflictLine(conflict, w, width);
}

function conflictLines({ steps, broken }: ConflictList, w: ChecklistsTexts, width: number): Line[] {
  const next = steps.find(({ need }) => need !== null);
  const rows = steps.flatMap((step, i) => {
    const isNext = step === next;
    const text = `${i + 1} ${w.conflictSteps[step.id]}`;
    const shown = stepRows(step.need === null, isNext, text, width);
    const isPart = isNext && step.need !== null && step.need !== step.id;
    return isPart ? [...shown, partRow(w.next(w.conflictNeeds[step.need]))] : shown;
  });
  const names = bans.map((ban) => w.bans[ban]).join(', ');
  const never = wrap(toSafe(`${w.bansTitle} ${names}`), width - 2);
  const said = broken.map((ban) => w.bans[ban]).join(', ');
  return [
    [word(` ${w.conflictTitle}`, 'warning')],
    ...rows,
    ...never.map((row): Line => [word(' '), span(row, 'muted')]),
    ...(broken.length > 0 ? [[word(` ${w.banBroken(said)}`, 'breach')]] : []),
  ];
}

function conflictLine({ steps, broken }: ConflictList, w: ChecklistsTexts, width: number): Line {
  const done = steps.filter(({ need }) => need === null).length;
  const next = steps.find(({ need }) => need !== null);
  const left: Span[] = [word(` ${w.conflictLine(done, steps.length)}`, 'warning')];
  const need = next ? w.conflictNeeds[next.need ?? next.id] : null;
  if (need !== null) left.push(word(' · ', 'muted'), word(w.next(need), 'strong'));
  const said = broken.map((ban) => w.bans[ban]).join(', ');
  return spread(left, said === '' ? [] : [word(` ${w.banBroken(said)} `, 'breach')], width);
}

/** What of a step is still to be done. */
function partRow(text: string): Line {
  return [word('     '), word(text, 'strong')];
}

function closingLines(steps: readonly ClosingStep[], state: UiState, width: number): Line[] {
  const w = checklistsTexts(state.language);
  if (state.checklists.isFolded) {
    return [closingLine(steps, state, width), [word(` ${w.keyUnfold(KEY_FOLD)}`, 'muted')]];
  }
  const rows = steps.flatMap(({ id, isDone }) => {
    return stepRows(isDone, false, w.closingSteps[id], width);
  });
  const isReply = state.composer?.kind === 'reply';
  const keys = canAdd(steps) && isReply ? `${w.keyAdd(KEY_ADD)} · ` : '';
  return [
    [word(` ${w.closingTitle}`, 'title')],
    ...rows,
    [word(` ${keys}${w.keyFold(KEY_FOLD)}`, 'muted')],
  ];
}

function closingLine(steps: readonly ClosingStep[], state: UiState, width: number): Line {
  const w = checklistsTexts(state.language);
  const done = steps.filter(({ isDone }) => isDone).length;
  const missing = steps.filter(({ isDone }) => !isDone).map(({ id }) => w.closingShort[id]);
  const isReply = state.composer?.kind === 'reply';
  const count = word(` ${w.closingLine(done, steps.length)}`, 'title');
  if (missing.length === 0) return spread([count, word(` · ${w.allDone}`, 'good')], [], width);
  const left = [count, word(' · ', 'muted'), word(w.missing(missing.join(', ')), 'strong')];
  const key = [word(` ${KEY_ADD} `, 'muted')];
  const hasKey = canAdd(steps) && isReply && lineWidth(left) + lineWidth(key) <= width;
  return spread(left, hasKey ? key : [], width);
}

function canAdd(steps: readonly ClosingStep[]): boolean {
  return steps.some(({ id, isDone }) => !isDone && id !== 'repeat');
}

/** A step: a tick when it is taken, an arrow when it is the next one. */
function stepRows(isDone: boolean, isNext: boolean, text: string, width: number): Line[] {
  const mark = isDone ? word(' ✓ ', 'good') : word(isNext ? ' › ' : ' ○ ', 'key');
  const rows = wrap(toSafe(text), Math.max(10, width - 4));
  const role = isDone ? 'muted' : isNext ? 'strong' : 'plain';
  return rows.map((row, i): Line => [i === 0 ? mark : word('   '), span(row, role)]);
}
