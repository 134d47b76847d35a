import type { Overlay } from '../model/overlay-state.ts';
import type { ComposerState, UiState } from '../model/ui-state.ts';
import { composerHead, composerRows } from './composer-lines.ts';
import { rule } from './entry-lines.ts';
import { type OverlayRows, pickerRows } from './overlay-lines.ts';
import type { TimeText } from './time-text.ts';

type Picker = Extract<Overlay, { type: 'picker' }>;

/** Of the text so much stays in sight: the sentence that is being written. */
const MOST_ROWS = 5;
const SHARE = 0.25;

/** A list under the last rows of the text that its choice goes into. */
export function insertRows(
  picker: Picker,
  composer: ComposerState,
  { state, time }: { readonly state: UiState; readonly time: TimeText },
): OverlayRows {
  const { columns: width } = state;
  const height = state.rows - 2;
  const room = Math.max(1, Math.min(MOST_ROWS, Math.floor(height * SHARE)));
  const text = composerRows(composer, { width, height: room }, 0).lines;
  const above = [composerHead(composer, state, time, width), ...text, rule(width)];
  const { lines, selected } = pickerRows(picker, state, height - above.length);
  return {
    lines: [...above, ...lines],
    selected: selected === undefined ? undefined : selected + above.length,
  };
}
