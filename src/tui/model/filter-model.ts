import {
  completeFilter,
  type FilterCompletion,
  takeCompletion,
} from '../../app/queue/complete-filter.ts';
import { pastFilters, rememberFilter } from '../../app/queue/past-filters.ts';
import { bufferOf } from '../input/text-buffer.ts';
import { applyEdit, historyOf, type TextHistory } from '../input/text-history.ts';
import { filterQueue } from './queue-model.ts';
import type { Ui } from './ui.ts';
import type { QueueState } from './ui-state.ts';

/** Opens the filter line with what stands in it. */
export function beginFilter(ui: Ui): void {
  const { filter } = ui.store.get().queue;
  // Behind a line that is there something new is meant.
  const text = filter === '' || /\s$/.test(filter) ? filter : `${filter} `;
  change(ui, { input: historyOf(bufferOf(text)), recalled: null });
  offer(ui);
}

/** Takes what is typed in the line: the list answers at once. */
export function typeFilter(ui: Ui, input: TextHistory): void {
  const before = ui.store.get().queue.input?.present.text;
  change(ui, { input });
  if (input.present.text !== before) {
    change(ui, { recalled: null });
    filterQueue(ui, input.present.text);
  }
  offer(ui);
}

/** Closes the line and keeps the filter. */
export function keepFilter(ui: Ui): void {
  rememberFilter(ui.desk(), ui.store.get().queue.filter);
  change(ui, closed);
}

/** Closes the line and takes the filter off; it can still be called back. */
export function dropFilter(ui: Ui): void {
  rememberFilter(ui.desk(), ui.store.get().queue.filter);
  change(ui, closed);
  filterQueue(ui, '');
}

/** Puts the completion that stands first, or was chosen, into the line. */
export function complete(ui: Ui): void {
  const { input, completion } = ui.store.get().queue;
  if (!input || !completion) return;
  replaceLine(ui, takeCompletion(input.present.text, completion));
}

/** Chooses among the completions. */
export function chooseCompletion(ui: Ui, delta: 1 | -1): void {
  const { completion } = ui.store.get().queue;
  if (!completion) return;
  const { options, selected } = completion;
  const next = (selected + delta + options.length) % options.length;
  change(ui, { completion: { ...completion, selected: next } });
}

/** Up: back to the first completion, then to earlier filters. Down: the other way. */
export function moveInFilter(ui: Ui, delta: 1 | -1): void {
  const { completion, recalled } = ui.store.get().queue;
  const isChoosing = completion !== null && completion.selected > 0;
  if (delta === 1 && recalled === null) return chooseCompletion(ui, 1);
  if (delta === -1 && isChoosing) return chooseCompletion(ui, -1);
  recall(ui, delta === -1 ? 1 : -1);
}

/** Older by 1, or newer by -1; past the newest what was typed comes back. */
function recall(ui: Ui, delta: 1 | -1): void {
  const { input, recalled } = ui.store.get().queue;
  const typed = recalled?.typed ?? input?.present.text ?? '';
  const past = pastFilters(ui.desk()).filter((line) => line !== typed.trim());
  const place = (recalled?.place ?? -1) + delta;
  if (place >= past.length) return;
  const text = past[place] ?? typed;
  replaceLine(ui, { text, caret: text.length });
  change(ui, { recalled: place < 0 ? null : { place, typed } });
}

function replaceLine(ui: Ui, line: { readonly text: string; readonly caret: number }): void {
  const { input } = ui.store.get().queue;
  if (!input) return;
  typeFilter(ui, applyEdit(input, { ...bufferOf(line.text), caret: line.caret }, 'other'));
}

const closed = { input: null, completion: null, recalled: null } as const;

function offer(ui: Ui): void {
  const { queue, language } = ui.store.get();
  const line = queue.input?.present;
  const completion: FilterCompletion | null = line
    ? completeFilter(ui.desk(), line, language)
    : null;
  change(ui, { completion });
}

function change(ui: Ui, part: Partial<QueueState>): void {
  ui.store.set({ queue: { ...ui.store.get().queue, ...part } });
}
