import { promiseTexts } from '../../i18n/promise-texts.ts';
import { createTimeText } from '../present/time-text.ts';
import { refreshStatus } from './act.ts';
import { awayStrip } from './away-model.ts';
import type { Ui } from './ui.ts';
import type { AwayStrip } from './ui-state.ts';

const MINUTE = 60_000;

/**
 * Whether the clock went on as it does between two looks at it: no computer that slept, no clock
 * that was set. Times are epoch ms.
 */
export function isSteady(before: number, now: number): boolean {
  return Math.abs(now - before) <= MINUTE;
}

/**
 * After a jump everything is counted from the clock as it is now, and what ran out meanwhile is
 * told. `since` is when somebody was last here; a clock that was set back says so itself.
 */
export function followJump(ui: Ui, before: number, since: number): void {
  refreshStatus(ui);
  const { language, timeZone, strip } = ui.store.get();
  const now = ui.desk().clock.now();
  const jump = createTimeText(timeZone, language).length(now - before);
  const t = promiseTexts(language);
  const told = now < before ? turnedBack(ui, before) : awayStrip(ui, since, t.afterBreak(jump));
  ui.store.set({ strip: told ?? strip });
  ui.touch();
}

/** What is told at the beginning: the screens were last open at `lastSeen`. */
export function stripAtStart(ui: Ui, lastSeen: number): AwayStrip | null {
  const isBack = lastSeen - ui.desk().clock.now() > MINUTE;
  return isBack ? turnedBack(ui, lastSeen) : awayStrip(ui, lastSeen);
}

function turnedBack(ui: Ui, before: number): AwayStrip {
  const { language, timeZone, queue } = ui.store.get();
  const now = ui.desk().clock.now();
  const t = promiseTexts(language);
  const length = createTimeText(timeZone, language).length(before - now);
  const text = t.turnedBackBy(length);
  return { title: t.turnedBack, text, since: now, overId: queue.selectedId };
}
