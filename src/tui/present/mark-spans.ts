import type { TicketView } from '../../app/ticket/show-ticket.ts';
import { mustTellReporter } from '../../domain/work/missing.ts';
import { ticketMarkTexts } from '../../i18n/ticket-mark-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Span, span } from './line.ts';
import type { TimeText } from './time-text.ts';

/** What one must know of a ticket before anything is written: works, a closed card, who watches. */
export function markSpans(
  { ticket, works }: TicketView,
  { language, now }: UiState,
  time: TimeText,
): Span[] {
  const t = ticketMarkTexts(language);
  const marks: Span[] = works.map(({ title, to }) =>
    span(toSafe(` ${t.works(title[language], time.at(to, now))} `), 'warning'),
  );
  if (ticket.card && mustTellReporter(ticket)) {
    marks.push(span(toSafe(` ${t.tellReporter(ticket.card.ref)} `), 'warning'));
  }
  if (ticket.watch) marks.push(span(toSafe(` ${t.watched(ticket.watch.what)} `), 'promise'));
  if (ticket.isOffTopic && ticket.status === 'closed') marks.push(span(toSafe(` ${t.offTopic} `)));
  return marks;
}
