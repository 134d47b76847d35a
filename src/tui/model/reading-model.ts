import { matchingLines } from '../../app/ticket/match-lines.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { queueLayout, ticketLayout } from '../present/layout.ts';
import type { Line } from '../present/line.ts';
import { previewLines } from '../present/preview-lines.ts';
import { ticketLines } from '../present/ticket-lines.ts';
import type { TimeText } from '../present/time-text.ts';
import { refreshQueue } from './queue-model.ts';
import { say, texts, type Ui } from './ui.ts';

/** Times never break a row, so counting rows needs no real ones. */
const noTimes: TimeText = {
  at: () => '',
  clock: () => '',
  length: () => '',
  exactly: () => '',
  left: () => '',
  hoursLeft: () => '',
};

/** Where the timeline stands: its rows, the first visible one and the last that can be first. */
interface Timeline {
  readonly lines: readonly Line[];
  readonly top: number;
  readonly last: number;
  readonly height: number;
}

/** The timeline of the open ticket as it is on the screen, or null. */
export function openTimeline(ui: Ui): Timeline | null {
  const state = ui.store.get();
  if (!state.ticket) return null;
  const { timelineWidth, timelineHeight: height } = ticketLayout(state);
  const lines = ticketLines(state.ticket.view, state, noTimes, timelineWidth);
  const last = Math.max(0, lines.length - height);
  const { scroll } = state.ticket;
  return { lines, top: scroll < 0 ? last : Math.min(scroll, last), last, height };
}

/** Moves the timeline by rows; at its end it stays with what comes. */
export function scrollTicket(ui: Ui, delta: number): void {
  const timeline = openTimeline(ui);
  if (timeline) scrollTo(ui, timeline, timeline.top + delta);
}

/** Moves the timeline by parts of a page. */
export function pageTicket(ui: Ui, pages: number): void {
  const timeline = openTimeline(ui);
  if (!timeline) return;
  const rows = Math.max(1, Math.round((timeline.height - 1) * Math.abs(pages)));
  scrollTo(ui, timeline, timeline.top + Math.sign(pages) * rows);
}

function scrollTo(ui: Ui, { last }: Timeline, row: number): void {
  const { ticket } = ui.store.get();
  if (!ticket) return;
  const top = Math.max(0, Math.min(row, last));
  ui.store.set({ ticket: { ...ticket, scroll: top === last ? -1 : top } });
}

/** Goes to the next row of the timeline that has a word of the queue's filter, round the ends. */
export function stepMatch(ui: Ui, direction: 1 | -1): void {
  const timeline = openTimeline(ui);
  const { queue, language } = ui.store.get();
  if (!timeline) return;
  if (queue.words === '') return say(ui, texts(ui).disabledNoMatch, 'problem');
  const w = workTexts(language);
  const rows = timeline.lines.map((line) => line.map((part) => part.text).join(''));
  const matches = matchingLines(rows, queue.words);
  if (matches.length === 0) return say(ui, w.noMatches, 'problem');
  const tops = matches.map((row) => Math.max(0, Math.min(row - 2, timeline.last)));
  const further = (top: number) => (direction === 1 ? top > timeline.top : top < timeline.top);
  const next = direction === 1 ? tops.findIndex(further) : tops.findLastIndex(further);
  const round = direction === 1 ? 0 : matches.length - 1;
  const at = next < 0 ? round : next;
  scrollTo(ui, timeline, tops[at] ?? 0);
  say(ui, w.matchOf(at + 1, matches.length));
}

/** Moves the preview under the list. */
export function scrollPreview(ui: Ui, delta: number): void {
  const state = ui.store.get();
  const { paneWidth } = queueLayout(state);
  if (!state.preview || paneWidth === 0) return;
  const all = previewLines({ ...state, previewScroll: 0 }, noTimes, paneWidth).length;
  const last = Math.max(0, all - 3);
  const previewScroll = Math.max(0, Math.min(state.previewScroll + delta, last));
  ui.store.set({ previewScroll });
}

/** Shows or hides the preview; the list takes its rows. */
export function togglePreview(ui: Ui): void {
  const isPreviewShown = !ui.store.get().isPreviewShown;
  ui.store.set({ isPreviewShown });
  refreshQueue(ui);
  const w = workTexts(ui.store.get().language);
  say(ui, isPreviewShown ? w.previewOn : w.previewOff);
}
