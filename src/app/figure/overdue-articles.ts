import type { Figure } from '../../domain/figure/figure.ts';
import { Tally } from '../../domain/figure/tally.ts';
import { dayAfter } from '../../domain/review-day.ts';
import type { Desk } from '../desk/desk.ts';
import { deskDay } from '../knowledge/desk-day.ts';

/** Articles whose review is due by now, of all that are read; what it once was nobody has kept. */
export function overdueArticles(desk: Desk): readonly Figure[] {
  const { language: lang } = desk;
  const k = desk.articles.count({ lang, dueBy: dayAfter(deskDay(desk), 1) });
  const tally = new Tally('knowledge-overdue');
  tally.add([{ of: null, k, n: desk.articles.count({ lang }) }]);
  return tally.figures();
}
