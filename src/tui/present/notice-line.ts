import { besideTexts } from '../../i18n/beside-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, spread, word } from './line.ts';

const FIRST_KEYS = 5;

/** The row under the list: the filter being typed, what happened meanwhile, new arrivals. */
export function noticeLine(state: UiState, width: number): Line {
  const t = tuiTexts(state.language);
  const { queue } = state;
  if (queue.input) {
    const count = t.filterOf(queue.rows.length === 0 ? 0 : queue.total, queueTotal(state));
    const right = queue.filterProblem
      ? [span(toSafe(` ${queue.filterProblem} `), 'warning')]
      : [word(` ${count} `, 'muted')];
    const typed = toSafe(queue.input.present.text);
    return spread([word(` / `, 'key'), span(typed), word('▏', 'strong')], right, width);
  }
  if (state.strip) {
    return spread(
      [word(` ${t.stripTitle}: `, 'strong'), span(toSafe(state.strip.text), 'warning')],
      [word(` ${t.stripHint} `, 'muted')],
      width,
    );
  }
  const lesson = lessonLine(state, width);
  if (lesson !== null) return lesson;
  const arrivals = queue.arrivals > 0 ? [word(` ${t.arrivals(queue.arrivals)} `, 'warning')] : [];
  const hint = state.keysUsed < FIRST_KEYS ? [word(` ${t.firstMinute}`, 'muted')] : [];
  const place = queue.total > 0 ? [word(`${queue.total} `, 'muted')] : [];
  return spread([...arrivals, ...hint], place, width);
}

/** Whether the ticket that was just resolved is worth an article: asked in passing. */
export function lessonLine({ lesson, language }: UiState, width: number): Line | null {
  if (lesson === null) return null;
  const w = besideTexts(language);
  return spread(
    [span(toSafe(` ${w.lesson(lesson.number)}`), 'warning')],
    [word(` ${w.lessonKeys} `, 'muted')],
    width,
  );
}

function queueTotal(state: UiState): number {
  return state.counts.find((c) => c.queue.code === state.queue.code)?.count ?? state.queue.total;
}
