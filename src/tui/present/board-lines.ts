import type { Board } from '../../app/board/board.ts';
import { type BoardTexts, boardTexts } from '../../i18n/board-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { chartRows } from './board-charts.ts';
import { figureRows } from './board-figures.ts';
import { type BoardRow, besides, type PlacedCell, placedCells, rowLine } from './board-grid.ts';
import { logRows, peopleRows, workRows } from './board-people.ts';
import { type BoardScene, blankRow, boardScene } from './board-scene.ts';
import { promiseRows, redRows } from './board-sections.ts';
import { boardTitle } from './board-title.ts';
import { rule } from './entry-lines.ts';
import { type Line, span, word } from './line.ts';
import { visibleTop } from './list-window.ts';
import { shiftReportRows } from './shift-report-lines.ts';
import type { TimeText } from './time-text.ts';

/** Columns side by side from these widths on. */
const TWO_FROM = 120;
const THREE_FROM = 170;
/** What may begin below the window. */
const sections: ReadonlySet<string> = new Set(['promises', 'people', 'log', 'works']);
/** Tabs above and keys below. */
const CHROME = 2;

/** The tab of the shift as it stands on the screen. */
export interface BoardScreen {
  readonly lines: readonly Line[];
  /** Every cell, also of rows that are scrolled away: what keys move in. */
  readonly cells: readonly PlacedCell[];
  /** Rows of the board; those below are always seen. */
  readonly total: number;
  /** Rows of the board that are seen at once. */
  readonly height: number;
}

/** Lays the tab out: where we are, the board, and below it what is written for those who come next. */
export function boardScreen(state: UiState, time: TimeText): BoardScreen {
  const { board, selectedId, top } = state.shift;
  const all = state.rows - CHROME;
  if (board === null) {
    const said: Line = [span(toSafe(` ${boardTexts(state.language).reading}`), 'muted')];
    return { lines: [said], cells: [], total: 0, height: all };
  }
  if (!board.shift.mayRead) {
    const said: Line = [word(` ${boardTexts(state.language).notForTrainees}`)];
    return { lines: [boardTitle(board, state, time), [], said], cells: [], total: 0, height: all };
  }
  const pane = besides([{ rows: shiftReportRows(state, time), width: state.columns }]);
  const paneHeight = pane.length === 0 ? 0 : pane.length + 1;
  const height = all - 1 - paneHeight;
  const rows = boardRows(board, state, time, height);
  const cells = placedCells([...rows, ...pane]);
  // What is scrolled away is named in the last row.
  const seen = rows.length > height ? height - 1 : height;
  const selected = cells.find(({ cell }) => cell.id === selectedId) ?? cells[0];
  const window = { top, height: seen, total: rows.length };
  const isOfBoard = selected !== undefined && selected.y < rows.length;
  const from = visibleTop(window, isOfBoard ? selected.y : Math.min(top, rows.length));
  const drawn = (row: BoardRow) => rowLine(row, selected?.cell.id ?? '');
  const body = Array.from({ length: seen }, (_, i) => drawn(rows[from + i] ?? []));
  const more =
    seen < height ? [belowLine(rows.slice(from + seen), drawn, boardTexts(state.language))] : [];
  const below = paneHeight === 0 ? [] : [rule(state.columns), ...pane.map(drawn)];
  const lines = [boardTitle(board, state, time), ...body, ...more, ...below];
  return { lines, cells, total: rows.length, height: seen };
}

/** The sections that begin below, with their numbers; of the last one how many rows are left. */
function belowLine(
  below: readonly BoardRow[],
  drawn: (row: BoardRow) => Line,
  t: BoardTexts,
): Line {
  if (below.length === 1) return below.flatMap(drawn);
  const heads = below.flatMap((row) => row.filter(({ cell }) => cell && sections.has(cell.id)));
  if (heads.length === 0) return below.length === 0 ? [] : [word(` ↓ ${t.more(below.length)}`)];
  const names = heads.flatMap(({ line }, i) => (i === 0 ? line : [word(' · ', 'muted'), ...line]));
  return [word(' ↓ ', 'key'), ...names];
}

/** The rows of the board in as many columns as the window has room for. */
function boardRows(
  board: Board,
  state: UiState,
  time: TimeText,
  height: number,
): readonly BoardRow[] {
  const { columns } = state;
  const most = Math.max(2, Math.floor(height / 6));
  const scene = (width: number, rows = most) =>
    boardScene(board, state, time, { width, most: rows });
  if (columns < TWO_FROM) {
    // People and the log are scrolled to: there they have the window for themselves.
    const rows = oneColumn(scene(columns - 1), scene(columns - 1, most + 6));
    return besides([{ rows, width: columns }]);
  }
  if (columns < THREE_FROM) {
    const left = Math.floor(columns * 0.62);
    const wide = scene(left - 1);
    const main = [...hot(wide), ...figures(wide)];
    return besides([
      { rows: [...main, ...chartRows(wide, height - main.length)], width: left },
      { rows: people(scene(columns - left - 3, most + 2)), width: columns - left },
    ]);
  }
  const third = Math.floor(columns / 3);
  const middle = scene(third - 3);
  const counted = figures(middle);
  return besides([
    { rows: hot(scene(third, Math.floor(height / 3))), width: third },
    { rows: [...counted, ...chartRows(middle, height - counted.length)], width: third },
    {
      rows: people(scene(columns - 2 * third - 3, Math.floor(height / 4))),
      width: columns - 2 * third,
    },
  ]);
}

/** One under the other; an engineer's own day comes first. */
function oneColumn(scene: BoardScene, roomy: BoardScene): readonly BoardRow[] {
  const main = [...hot(scene), ...figures(scene)];
  if (scene.board.shift.isLed) return [...main, ...people(roomy)];
  return [...peopleRows(scene), blankRow, ...main, blankRow, ...afterPeople(roomy)];
}

function hot(scene: BoardScene): readonly BoardRow[] {
  return [...redRows(scene), blankRow, ...promiseRows(scene), blankRow];
}

function figures(scene: BoardScene): readonly BoardRow[] {
  return figureRows(scene);
}

function people(scene: BoardScene): readonly BoardRow[] {
  return [
    ...(scene.width < 60 || scene.state.columns >= TWO_FROM ? [] : [blankRow]),
    ...peopleRows(scene),
    blankRow,
    ...afterPeople(scene),
  ];
}

function afterPeople(scene: BoardScene): readonly BoardRow[] {
  return [...logRows(scene), blankRow, ...workRows(scene)];
}
