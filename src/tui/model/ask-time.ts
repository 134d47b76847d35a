import { parseTimePhrase } from '../../domain/time-phrase.ts';
import { createTimeText } from '../present/time-text.ts';
import { clockOf, timeMeaning } from './form-values.ts';
import { openPrompt } from './overlays.ts';
import type { Ui } from './ui.ts';

/** Asks for a time the way people write it and shows what it means while it is typed. */
export function askTime(ui: Ui, title: string, use: (at: number, shown: string) => void): void {
  const read = (text: string) => parseTimePhrase(text, clockOf(ui));
  openPrompt(ui, {
    title,
    explain: (text) => timeMeaning(read(text), clockOf(ui)),
    submit: (text) => {
      const time = read(text);
      const clock = clockOf(ui);
      if (!time.ok) return timeMeaning(time, clock);
      use(time.at, createTimeText(clock.timeZone, clock.language).at(time.at, clock.now));
      return null;
    },
  });
}
