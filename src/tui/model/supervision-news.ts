import { takeSettledReviews } from '../../app/supervision/list-supervised.ts';
import { supervisionTexts } from '../../i18n/supervision-texts.ts';
import { say, type Ui } from './ui.ts';

const DAY_MS = 86_400_000;

/** Tells once what a mentor did with a reply of mine; it stands in its ticket besides. */
export function tellReviewNews(ui: Ui): void {
  const desk = ui.desk();
  const w = supervisionTexts(ui.store.get().language);
  const [last] = takeSettledReviews(desk, desk.clock.now() - DAY_MS).slice(-1);
  if (!last) return;
  const { ticket, review } = last;
  if (review.state === 'returned') {
    return say(ui, w.newsReturned(ticket.number, review.remark ?? ''), 'problem');
  }
  say(ui, review.sentText === null ? w.newsSent(ticket.number) : w.newsChanged(ticket.number));
}
