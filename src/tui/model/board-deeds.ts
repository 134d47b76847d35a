import type { Board, BoardTicket } from '../../app/board/board.ts';
import { takeOver } from '../../app/board/take-over.ts';
import { boardTexts } from '../../i18n/board-texts.ts';
import { chartsTexts } from '../../i18n/charts-texts.ts';
import type { Chart } from '../../report/chart/chart.ts';
import { agesChart, flowChart } from '../../report/chart/report-charts.ts';
import { tableOf } from '../../report/chart/table-of.ts';
import { fit, wrap } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';
import { literal, toSafe } from '../../util/to-safe.ts';
import { type Line, span, word } from '../present/line.ts';
import { afterChange, refusalText } from './act.ts';
import { ticketsOfCell } from './board-behind.ts';
import type { Drill } from './board-cell.ts';
import { loadBoard, selectedCell } from './board-model.ts';
import { linesOfHelp } from './help-model.ts';
import { openPager } from './overlays.ts';
import { draftSoFar } from './presence-state.ts';
import { say, texts, type Ui } from './ui.ts';

/** Tickets that stand below what a figure means. */
const MOST_EXPLAINED = 8;

type Owned = Pick<BoardTicket, 'ticketId' | 'owner' | 'ownerId'>;

/** Takes the ticket at hand over, with the text that its owner has written so far. Nothing of it is sent. */
export function takeOverHere(ui: Ui): void {
  const { shift, stations, language } = ui.store.get();
  const t = boardTexts(language);
  const desk = ui.desk();
  const one = shift.board && ticketAt(shift.board, selectedCell(ui)?.id ?? '');
  if (!one) return say(ui, t.notATicket, 'problem');
  const { ticketId, ownerId: personId } = one;
  const text =
    personId === null ? '' : draftSoFar(stations, { ticketId, personId }, desk.clock.now());
  const reason = t.takeOverReason(one.owner ?? t.noName);
  const done = takeOver(desk, { ticketId, reason, text: text === '' ? null : text });
  if (!done.ok) return say(ui, refusalText(ui, done.problem), 'problem');
  afterChange(ui);
  loadBoard(ui);
  const { number } = done.value;
  say(ui, text === '' ? t.takenOver(number) : t.takenOverWithText(number));
}

/** The ticket of a cell: one that burns, or one in which something was promised. */
function ticketAt({ red, promises }: Board, cellId: string): Owned | null {
  const burning = red.rows.find(({ ticketId }) => cellId === `ticket:${ticketId}`);
  return burning ?? promises.rows.find((one) => cellId === `promise:${one.promiseId}`) ?? null;
}

/** What the figure at hand means, the tickets behind it, and then every key. */
export function explainHere(ui: Ui): void {
  const { columns, language } = ui.store.get();
  const cell = selectedCell(ui);
  const term = cell?.term ?? null;
  const help = linesOfHelp(ui);
  if (term === null) return openPager(ui, texts(ui).helpTitle, help);
  const said = wrap(toSafe(boardTexts(language).terms[term]), columns - 4);
  const meaning = said.map((row): Line => [span(toSafe(` ${row}`))]);
  const behind = linesBehind(ui, cell?.drill ?? null);
  openPager(ui, boardTexts(language).termTitle, [...meaning, ...behind, [], ...help]);
}

/** The first tickets that a figure counts; Enter on the board leads to all of them. */
function linesBehind(ui: Ui, drill: Drill | null): readonly Line[] {
  const { rows, total } = ticketsOfCell(ui, drill, MOST_EXPLAINED);
  if (total === 0) return [];
  const t = boardTexts(ui.store.get().language);
  const more: readonly Line[] =
    total > rows.length ? [[word(`   ${t.more(total - rows.length)}`, 'muted')]] : [];
  return [
    [],
    [word(` ${t.behind}: ${total}`, 'title')],
    ...rows.map(
      ({ number, subject, isCounted }): Line => [
        span(toSafe(`   ${number} `), 'strong'),
        span(toSafe(subject)),
        ...(isCounted ? [] : [word(` · ${t.notCounted}`, 'breach')]),
      ],
    ),
    ...more,
  ];
}

/** The charts of the board in numbers. */
export function showTables(ui: Ui): void {
  const { shift, timeZone, language } = ui.store.get();
  const { board } = shift;
  if (board === null) return;
  const charts = chartsTexts(language);
  const drawn: readonly Chart[] = [
    flowChart(board.past.flow, timeZone, charts),
    agesChart(board.ages, charts),
  ];
  const lines = drawn.flatMap((chart) => {
    const { title, head, rows } = tableOf(chart, charts);
    const widths = head.map((name, i) =>
      Math.max(textWidth(name), ...rows.map((row) => textWidth(row[i] ?? ''))),
    );
    const table = [head, ...rows].map((row): Line => {
      const cells = row.map((cell, i) => fit(cell, widths[i] ?? 0, i === 0 ? 'left' : 'right'));
      return [span(literal(` ${cells.map((cell) => toSafe(cell)).join('  ')}`))];
    });
    return [[word(` ${title}`, 'title')], ...table, []];
  });
  openPager(ui, boardTexts(language).tableTitle, lines);
}
