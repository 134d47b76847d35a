import { parseTimePhrase, type TimePhrase } from '../../domain/time-phrase.ts';
import { createTimeText } from '../present/time-text.ts';
import { openPrompt } from './overlays.ts';
import { texts, type Ui } from './ui.ts';

/** Asks for a time the way people write it and shows what it means while it is typed. */
export function askTime(ui: Ui, title: string, use: (at: number, shown: string) => void): void {
  const desk = ui.desk();
  const { timeZone } = desk.config;
  const shown = createTimeText(timeZone, ui.store.get().language);
  const read = (text: string) => parseTimePhrase(text, { now: desk.clock.now(), timeZone });
  openPrompt(ui, {
    title,
    explain: (text) => explain(ui, read(text), (at) => shown.at(at, desk.clock.now())),
    submit: (text) => {
      const time = read(text);
      if (!time.ok) return explain(ui, time, String);
      use(time.at, shown.at(time.at, desk.clock.now()));
      return null;
    },
  });
}

function explain(ui: Ui, time: TimePhrase, show: (at: number) => string): string {
  const t = texts(ui);
  if (time.ok) return time.rolled ? t.timeRolled(show(time.at)) : t.timeMeans(show(time.at));
  switch (time.reason) {
    case 'empty':
      return '';
    case 'past':
      return t.timePast;
    case 'needs-time':
      return t.timeNeedsHour;
    case 'no-such-time':
      return t.timeImpossible;
    case 'unknown':
      return t.timeUnknown;
  }
}
