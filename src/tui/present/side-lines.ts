import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** Beside the ticket: articles that fit it and the customer's other tickets. */
export function sideLines(state: UiState, time: TimeText): Line[] {
  const t = tuiTexts(state.language);
  const { ticket } = state;
  if (!ticket) return [];
  const lines: Line[] = [[word(` ${t.relatedArticles}`, 'title')]];
  for (const [i, article] of ticket.articles.entries()) {
    lines.push([word(` ${i + 1} `, 'muted'), span(toSafe(article.title))]);
  }
  if (ticket.articles.length === 0) lines.push([word('   —', 'muted')]);
  lines.push([], [word(` ${t.customerTickets}`, 'title')]);
  for (const other of ticket.view.related) {
    lines.push([
      span(toSafe(` ${other.number} `), 'muted'),
      span(toSafe(other.subject)),
      word(`  ${time.length(state.now - other.updatedAt)}`, 'muted'),
    ]);
  }
  if (ticket.view.related.length === 0) lines.push([word('   —', 'muted')]);
  return lines;
}
