import { beginsGroup } from '../model/queue-window.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Line } from './line.ts';
import { emptyLines, groupLine, queueLine } from './queue-lines.ts';
import type { TimeText } from './time-text.ts';

/** The visible rows of the list, and which of them each visible ticket stands in. */
export interface QueueList {
  readonly lines: readonly Line[];
  /** By the place of the ticket below the first visible one. */
  readonly rowOf: readonly number[];
}

/** Draws the tickets that are in sight, with the name of a group above its first one. */
export function queueList(
  state: UiState,
  time: TimeText,
  { width, height }: { readonly width: number; readonly height: number },
): QueueList {
  const { queue } = state;
  const from = queue.top - queue.offset;
  const lines: Line[] = [];
  const rowOf: number[] = [];
  for (const [place, row] of queue.rows.slice(from, from + height).entries()) {
    const group = queue.groups.get(row.id);
    if (group && (place === 0 || beginsGroup(queue, from + place))) {
      lines.push(groupLine(group, state));
    }
    rowOf.push(lines.length);
    lines.push(queueLine(row, state, time, width));
  }
  return lines.length > 0 ? { lines, rowOf } : { lines: emptyLines(state), rowOf };
}
