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
  const arrivals = queue.arrivals > 0 ? [word(` ${t.arrivals(queue.arrivals)} `, 'warning')] : [];
  const hint = state.keysUsed < FIRST_KEYS ? [word(` ${t.firstMinute}`, 'muted')] : [];
  const place = queue.total > 0 ? [word(`${queue.total} `, 'muted')] : [];
  return spread([...arrivals, ...hint], place, width);
}

function queueTotal(state: UiState): number {
  return state.counts.find((c) => c.queue.code === state.queue.code)?.count ?? state.queue.total;
}
