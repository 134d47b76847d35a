import { queuesTexts } from '../../i18n/queues-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { clip, type Line, lineWidth, type Span, span, spread, word } from './line.ts';
import { typedSpans } from './search-field.ts';

/** Cells that what was typed keeps however much is said beside it. */
const LEAST_TYPED = 24;

/** The filter while it is typed: how it may go on, what of it was not understood, how much it finds. */
export function filterLine(state: UiState, width: number): Line {
  const { input, filterProblem } = state.queue;
  if (!input) return [];
  const { filterOf } = tuiTexts(state.language);
  const { queue } = state;
  const count = filterOf(queue.rows.length === 0 ? 0 : queue.total, queueTotal(state));
  const told = filterProblem
    ? [span(toSafe(` ${filterProblem} `), 'warning')]
    : [word(` ${count} `, 'muted')];
  const right = clip(told, Math.min(lineWidth(told), width - LEAST_TYPED));
  const room = width - lineWidth(right) - 3;
  const typed = [word(' / ', 'key'), ...typedSpans(input.present, true, room)];
  const hints = clipped(completionSpans(state), width - lineWidth(typed) - lineWidth(right));
  return spread([...typed, ...hints], right, width);
}

/** The completions that fit whole: half a name helps nobody. */
function clipped(spans: readonly Span[], room: number): readonly Span[] {
  let used = 0;
  return spans.filter((part) => {
    used += lineWidth([part]);
    return used <= room;
  });
}

function completionSpans({ queue, language }: UiState): readonly Span[] {
  const { completion } = queue;
  if (!completion) return [];
  const { options, selected } = completion;
  // The chosen one stands first, so that it is in sight however narrow the window is.
  const turned = [...options.slice(selected), ...options.slice(0, selected)];
  return [
    word(`  ${queuesTexts(language).completes} `, 'key'),
    ...turned.map(({ label }, place) => {
      return span(toSafe(` ${label} `), place === 0 ? 'strong' : 'muted');
    }),
  ];
}

function queueTotal(state: UiState): number {
  return state.counts.find((c) => c.queue.code === state.queue.code)?.count ?? state.queue.total;
}
