import { recordNames } from '../../app/ticket/record-names.ts';
import { historyTexts } from '../../i18n/history-texts.ts';
import { historyRows } from '../../i18n/history-words.ts';
import { wrap } from '../../util/text-layout.ts';
import { toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { openPager } from './overlays.ts';
import type { Ui } from './ui.ts';

/** Fits the narrowest window that is worked in. */
const WIDTH = 75;

/** Shows what happened to a ticket: who did it, when and why. */
export function openHistory(ui: Ui, ticketId: string): void {
  const desk = ui.desk();
  const { config, tickets } = desk;
  const { language } = ui.store.get();
  const ticket = tickets.byId(ticketId);
  if (!ticket) return;
  const scene = { ticket, names: recordNames(desk), now: desk.clock.now(), config, language };
  const rows = historyRows(tickets.events(ticketId), scene).flatMap(({ when, by, text }) =>
    wrap(toSafe(`${when} ${by} · ${text}`), WIDTH).map((part, index): Line => {
      return [word(index === 0 ? ' ' : '   '), span(toSafe(part))];
    }),
  );
  openPager(ui, historyTexts(language).title(ticket.number), rows);
}
