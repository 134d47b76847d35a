import { listQueues } from '../../app/queue/list-queues.ts';
import { boardTexts } from '../../i18n/board-texts.ts';
import { openAcceptance } from './acceptance-model.ts';
import { ticketsOfCell, withLine } from './board-behind.ts';
import type { Drill } from './board-cell.ts';
import { selectedCell } from './board-model.ts';
import { openFromBoard, rememberBoard } from './from-board.ts';
import type { Choice } from './overlay-state.ts';
import { openPicker } from './overlays.ts';
import { openQueue } from './queue-model.ts';
import { openMember } from './roster-model.ts';
import { openItem, openLog } from './shift-log-model.ts';
import { previewReport } from './shift-reading-model.ts';
import { openReport } from './shift-report-model.ts';
import { placeAccept } from './shift-report-places.ts';
import { say, type Ui } from './ui.ts';

/** More tickets than these are no answer to a question about one figure. */
const MOST_BEHIND = 300;

/** Enter: what is behind the cell at hand. */
export function drillDown(ui: Ui): void {
  const drill = selectedCell(ui)?.drill ?? null;
  if (drill === null) return say(ui, boardTexts(ui.store.get().language).nothingBehind, 'problem');
  follow(ui, drill);
}

function follow(ui: Ui, drill: Drill): void {
  switch (drill.to) {
    case 'ticket':
      return openFromBoard(ui, drill.ticketId);
    case 'queue':
      rememberBoard(ui, 'queue');
      openQueue(ui, everyTicketQueue(ui), withLine(ui, drill.filter));
      return ui.store.set({ tab: 'queue' });
    case 'figure':
      return openBehind(ui, drill);
    case 'person':
      return openMember(ui, drill.personId);
    case 'item':
      return openItem(ui, drill.itemId);
    case 'log':
      return openLog(ui);
    case 'report':
      return openPlace(ui, drill.place);
  }
}

/** Whoever does not write the report reads it. */
function openPlace(ui: Ui, place: string): void {
  if (place === placeAccept) return openAcceptance(ui);
  if (ui.store.get().shift.board?.shift.mayLead) openReport(ui, place);
  else previewReport(ui);
}

/** The tickets that a figure counts, to go to one of them. */
function openBehind(ui: Ui, drill: Drill): void {
  const t = boardTexts(ui.store.get().language);
  const { rows } = ticketsOfCell(ui, drill, MOST_BEHIND);
  const choices = rows.map(({ id, number, subject, isCounted }): Choice => {
    const detail = isCounted ? '' : t.notCounted;
    return { id, label: `${number} ${subject}`, detail, disabled: null };
  });
  if (choices.length === 0) return say(ui, t.nothingBehind, 'problem');
  openPicker(ui, {
    purpose: 'behind-figure',
    title: t.behind,
    isSearchable: true,
    choices,
    choose: ({ id }) => openFromBoard(ui, id),
  });
}

/** A list that holds every open ticket, so that the filter alone narrows it. */
function everyTicketQueue(ui: Ui): string {
  const queues = listQueues(ui.desk());
  const all = queues.find(({ filter, query }) => {
    return query === undefined && Object.keys(filter).every((name) => name === 'open');
  });
  return (all ?? queues[0])?.code ?? ui.store.get().queue.code;
}
