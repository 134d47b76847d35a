import { actionTitle } from '../../i18n/action-titles.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { Binding, Context } from '../actions/action.ts';
import type { Toast, UiState } from '../model/ui-state.ts';
import { type Line, type Span, span, spread, word } from './line.ts';

/** A sentence takes at most this many rows. */
const MOST_ROWS = 3;

/**
 * The last row: what I can do now, or what just happened. `? help` is never cut away. A sentence
 * that needs more rows lies over the ones above, so that nothing moves.
 */
export function footerLines(
  state: UiState,
  bindings: readonly Binding[],
  context: Context,
): readonly Line[] {
  const t = tuiTexts(state.language);
  const help = [word(` ${t.footerHelp} `, 'key')];
  if (state.pendingKeys.length > 0) return [spread(pending(state), help, state.columns)];
  const room = state.columns - textWidth(t.footerHelp) - 3;
  const left = state.toast
    ? toastLines(state.toast, room)
    : [hints(state, bindings, context, room)];
  return left.map((line, i) => spread(line, i === left.length - 1 ? help : [], state.columns));
}

function toastLines({ kind, text }: Toast, room: number): readonly Line[] {
  const role = kind === 'problem' ? 'breach' : 'good';
  const mark = kind === 'problem' ? ' ! ' : ' ✓ ';
  const rows = wrap(toSafe(text), room - textWidth(mark));
  const shown = rows.slice(0, MOST_ROWS - 1);
  const rest = rows.slice(MOST_ROWS - 1).join(' ');
  return [...shown, ...(rest === '' ? [] : [rest])].map(
    (row, i): Line => [word(i === 0 ? mark : '   ', role), span(toSafe(row), role)],
  );
}

/** The most useful things first; one that does not fit whole is left out. */
function hints(
  state: UiState,
  bindings: readonly Binding[],
  context: Context,
  room: number,
): Span[] {
  const shown = bindings
    .filter(({ action, keys }) => {
      const { hint, hintTab = state.tab } = action;
      const isHere = action.contexts.includes(context) && hintTab === state.tab;
      return hint && keys.length > 0 && isHere && (action.isHinted?.(state) ?? true);
    })
    .toSorted((a, b) => (a.action.hint ?? 0) - (b.action.hint ?? 0));
  const parts: Span[] = [word(' ')];
  let used = 1;
  for (const { action, keys } of shown) {
    const key = keyName(keys[0] ?? '');
    const title = actionTitle(action.titleNow?.(state) ?? action.title, state.language);
    const cells = textWidth(key) + textWidth(title) + 3;
    if (used + cells > room) continue;
    parts.push(span(toSafe(key), 'key'), word(` ${title}  `, 'muted'));
    used += cells;
  }
  return parts;
}

function pending(state: UiState): Span[] {
  return state.pendingKeys.flatMap(({ keys, title }) => [
    span(toSafe(` ${keyName(keys)}`), 'key'),
    word(` ${title} `, 'muted'),
  ]);
}

const spelled: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  Pagedown: 'PgDn',
  Pageup: 'PgUp',
  Down: '↓',
  Up: '↑',
  Left: '←',
  Right: '→',
};

/** A key as it is written on the screen: `Ctrl+X`, `Enter`, `g p`. */
export function keyName(keys: string): string {
  return keys
    .split(' ')
    .map((key) =>
      key.length > 1 ? key.replace(/(^|\+)(\p{L})/gu, (_, sep, c) => sep + c.toUpperCase()) : key,
    )
    .map((key) => spelled[key] ?? key)
    .join(' ');
}
