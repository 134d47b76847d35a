import { practiceTuiTexts } from '../../../i18n/practice-tui-texts.ts';
import type { Choice } from '../overlay-state.ts';
import { openPicker } from '../overlays.ts';
import type { Ui } from '../ui.ts';
import type { RunReview } from './run-review-state.ts';

/** Nobody watches an hour of silence: what took longer is shown after this long. */
const LONGEST_PAUSE_MS = 3_000;

/** Asks how the run is to be seen again, and shows it. */
export function askReplay(ui: Ui): void {
  const { review } = ui.store.get().practice;
  const t = practiceTuiTexts(ui.store.get().language).review;
  if (!review) return;
  const speed = review.run.scenario.speed[review.run.mode];
  const ways: Readonly<Record<string, () => void>> = {
    [t.replayStep]: () => show(ui, 1),
    [t.replayOnce]: () => play(ui, speed),
    [t.replayTwice]: () => play(ui, 2 * speed),
    [t.replayAll]: () => show(ui, null),
  };
  const choices = Object.keys(ways).map((label): Choice => {
    return { id: label, label, detail: '', disabled: null };
  });
  openPicker(ui, {
    purpose: 'practice-replay',
    title: t.replayTitle,
    isSearchable: false,
    choices,
    choose: ({ id }) => ways[id]?.(),
  });
}

/** Shows one line more while the run is seen step by step; false when it is not. */
export function stepReplay(ui: Ui): boolean {
  const review = playing(ui);
  if (!review) return false;
  show(ui, (review.seen ?? 0) + 1);
  return true;
}

function playing(ui: Ui): RunReview | null {
  const { review } = ui.store.get().practice;
  return review?.seen === null ? null : review;
}

/** Shows the first lines of a run; past the last one all of it is seen. */
function show(ui: Ui, seen: number | null): void {
  const { practice } = ui.store.get();
  const { review } = practice;
  if (!review) return;
  const all = review.run.last.transcript.length;
  const next = { ...review, seen: seen === null || seen >= all ? null : seen };
  ui.store.set({ practice: { ...practice, review: next } });
}

/** Line after line, as long apart as they were, the run's clock going `speed` times as fast. */
function play(ui: Ui, speed: number): void {
  show(ui, 1);
  const next = () => {
    const review = playing(ui);
    if (!review || ui.gate.isClosed) return;
    const { transcript } = review.run.last;
    const seen = review.seen ?? 0;
    const gap = (transcript[seen]?.at ?? 0) - (transcript[seen - 1]?.at ?? 0);
    setTimeout(
      () => {
        // Somebody may have gone on by hand, or left, meanwhile.
        if (playing(ui)?.seen !== seen) return;
        show(ui, seen + 1);
        next();
      },
      Math.min(LONGEST_PAUSE_MS, gap / speed),
    );
  };
  next();
}
