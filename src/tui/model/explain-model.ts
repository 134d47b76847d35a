import { explainTicket } from '../../app/sla/explain-ticket.ts';
import { explainRows } from '../../i18n/deadline-page.ts';
import { deadlineTexts } from '../../i18n/deadline-texts.ts';
import { explainLines } from '../present/explain-lines.ts';
import { openPager } from './overlays.ts';
import type { Ui } from './ui.ts';

/** Shows why the deadlines of a ticket are what they are; of one without any, why there are none. */
export function openExplanation(ui: Ui, ticketId: string): void {
  const desk = ui.desk();
  const explained = explainTicket(desk, ticketId);
  if (!explained) return;
  const { panelTitle } = deadlineTexts(ui.store.get().language);
  // The number and the subject stand in the title of the page.
  const [, ...rows] = explainRows(desk, explained, desk.clock.now());
  openPager(ui, panelTitle(explained.ticket.number), explainLines(rows));
}
