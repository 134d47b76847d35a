import { isQuiet, whileAway } from '../../app/while-away.ts';
import { texts, type Ui } from './ui.ts';

/** What happened while nobody was here since `since` (epoch ms), in one line; null for nothing. */
export function awayStrip(ui: Ui, since: number): string | null {
  const t = texts(ui);
  const away = whileAway(ui.desk(), since);
  if (isQuiet(away)) return null;
  const { answers, promises, changes, drafts } = away;
  const parts = [
    [answers.length, t.stripAnswers],
    [promises.length, t.stripPromises],
    [changes.length, t.stripTaken],
    [drafts.length, t.stripDrafts],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, say]) => say(count))
    .join(' · ');
}
