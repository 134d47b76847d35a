import type { Desk } from '../app/desk/desk.ts';
import { worksNow } from '../app/work/current-works.ts';
import type { Ticket } from '../domain/ticket.ts';
import { sumOf } from '../domain/work/decide-spend.ts';
import { missingBefore, mustTellReporter } from '../domain/work/missing.ts';
import { resultTo } from '../domain/work/task-stage.ts';
import { fill } from '../i18n/fill.ts';
import { describeMissing } from '../i18n/messages.ts';
import { loadWorkDetailsTexts, type WorkDetailsTexts } from '../i18n/work-details-texts.ts';
import { moment } from './format-ticket.ts';
import { shownValue } from './work-json.ts';

/** What a person reads on the card of a ticket about the work itself. */
export async function workLines(desk: Desk, ticket: Ticket): Promise<readonly string[]> {
  const texts = await loadWorkDetailsTexts(desk.language);
  const works = worksNow(desk)(ticket).map(({ title, to }) =>
    fill(texts.works, { title: title[desk.language], until: moment(to, desk) }),
  );
  const { checklist = [], spends = [] } = ticket;
  const done = checklist.filter(({ doneAt }) => doneAt !== null).length;
  const who = ticket.kind === 'task' ? shownValue(desk, ticket, resultTo(ticket)) : null;
  const currency = spends[0]?.currency ?? '';
  return [
    ...works.map((line) => `⚒ ${line}`),
    checklist.length > 0 ? fill(texts.checklist, { done, all: checklist.length }) : '',
    who === null ? '' : fill(texts.resultTo, { who }),
    cardLine(ticket, texts),
    watchLine(desk, ticket, texts),
    spends.length > 0 ? fill(texts.spent, { sum: sumOf(spends), currency }) : '',
    missingLine(desk, ticket, texts),
  ].filter((line) => line !== '');
}

function cardLine(ticket: Ticket, texts: WorkDetailsTexts): string {
  if (ticket.card === undefined) return '';
  const { ref } = ticket.card;
  return fill(mustTellReporter(ticket) ? texts.cardClosed : texts.card, { ref });
}

function watchLine(desk: Desk, { watch }: Ticket, texts: WorkDetailsTexts): string {
  if (watch === undefined) return '';
  const { what, until } = watch;
  if (until === null) return fill(texts.watched, { what: what || '…' });
  return fill(texts.watchedUntil, { what: what || '…', until: moment(until, desk) });
}

function missingLine(desk: Desk, ticket: Ticket, texts: WorkDetailsTexts): string {
  const { status } = ticket;
  if (status === 'closed' || status === 'merged') return '';
  const missing = missingBefore(status === 'resolved' ? 'closed' : 'done', ticket, desk.config);
  if (missing.length === 0) return '';
  return fill(texts.missing, { missing: describeMissing(missing, desk.language).join('; ') });
}
