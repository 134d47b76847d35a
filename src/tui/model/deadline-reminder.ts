import { timesLeft } from '../../app/sla/time-left-of.ts';
import { queuePage } from '../../app/ticket/list-queue.ts';
import { selectTickets } from '../../app/ticket/select-tickets.ts';
import { isWorkingAt } from '../../domain/sla/desk-time.ts';
import type { TimeLeft } from '../../domain/sla/time-left.ts';
import { deadlineTexts } from '../../i18n/deadline-texts.ts';
import { workTexts } from '../../i18n/work-texts.ts';
import { timeLeftText } from '../present/time-left-text.ts';
import { createTimeText } from '../present/time-text.ts';
import { say, type Ui } from './ui.ts';

/** What was reminded of: a deadline runs out once, and is late once. */
export type Reminded = ReadonlySet<string>;

/** Deadlines that are further away turn red later. */
const SOON_MS = 24 * 3_600_000;
const MOST = 50;

/**
 * Says which deadlines of mine began to run out or passed since `reminded`, and returns all that
 * were said. Nothing rings, and outside of the hours of a calendar nothing is said: it waits until
 * work begins. What was so before the first look is not news.
 */
export function remindOfDeadlines(ui: Ui, reminded: Reminded | null): Reminded {
  const { mutedUntil } = ui.store.get();
  const desk = ui.desk();
  const now = desk.clock.now();
  if (reminded !== null && mutedUntil > now) return reminded;
  const due = runningOut(ui);
  const keys = new Set(due.map(({ key }) => key));
  if (reminded === null) return keys;
  const isNew = ({ key, left }: Due) =>
    !reminded.has(key) && isWorkingAt(desk.config, left.calendar, now);
  const news = due.filter(isNew);
  const [first] = news;
  if (first) say(ui, sentence(ui, first, news.length - 1), 'problem');
  // What is over is forgotten: a deadline that moved on reminds of itself again.
  return new Set([...[...reminded].filter((key) => keys.has(key)), ...news.map(({ key }) => key)]);
}

interface Due {
  readonly key: string;
  readonly number: string;
  readonly left: TimeLeft;
}

function runningOut(ui: Ui): readonly Due[] {
  const desk = ui.desk();
  const filter = { assignee: 'me', open: true, dueWithinMs: SOON_MS } as const;
  const mine = { code: 'due', name: { ru: '', en: '' }, filter };
  const rows = queuePage(desk, selectTickets(desk, mine, '').selection, { offset: 0, limit: MOST });
  const left = timesLeft(desk, rows);
  return rows.flatMap(({ id, number }) => {
    const time = left.get(id);
    if (time?.state !== 'red' && time?.state !== 'late') return [];
    return [{ key: `${id} ${time.target} ${time.dueAt} ${time.state}`, number, left: time }];
  });
}

function sentence(ui: Ui, { number, left }: Due, others: number): string {
  const { language, timeZone } = ui.store.get();
  const t = deadlineTexts(language);
  const clock = t.targets[left.target];
  const said =
    left.state === 'late'
      ? t.remindLate(number, clock)
      : t.remindSoon(number, clock, timeLeftText(left, createTimeText(timeZone, language)).left);
  return others > 0 ? `${said} ${workTexts(language).ringMore(others)}` : said;
}
