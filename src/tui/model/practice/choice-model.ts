import type { Ui } from '../ui.ts';

/** Moves among the ways of going on, round the ends. */
export function moveChoice(ui: Ui, delta: 1 | -1): void {
  const { overlay, run } = ui.store.get();
  const count = run?.expected.choices.length ?? 0;
  if (overlay?.type !== 'choices' || count === 0) return;
  const selected = (overlay.selected + delta + count) % count;
  ui.store.set({ overlay: { ...overlay, selected } });
}

/** Scrolls the ticket above them. */
export function scrollOverChoices(ui: Ui, delta: number): void {
  const { overlay } = ui.store.get();
  if (overlay?.type !== 'choices') return;
  ui.store.set({ overlay: { ...overlay, scroll: Math.max(0, overlay.scroll + delta) } });
}

/** Takes the way at a place, or the one at hand. */
export function takeChoice(ui: Ui, place?: number): void {
  const { overlay, run } = ui.store.get();
  if (overlay?.type !== 'choices') return;
  const choice = run?.expected.choices[place ?? overlay.selected];
  if (!choice || !ui.practice) return;
  ui.store.set({ overlay: null });
  ui.gate.hold(ui.practice.play({ type: 'chose', choiceId: choice.id }));
}
