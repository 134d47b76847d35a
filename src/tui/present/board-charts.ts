import { chartsTexts } from '../../i18n/charts-texts.ts';
import { agesChart, flowChart } from '../../report/chart/report-charts.ts';
import { terminalOf } from '../../report/chart/terminal-of.ts';
import { type BoardRow, plainPart } from './board-grid.ts';
import type { BoardScene } from './board-scene.ts';
import { type Line, word } from './line.ts';

/** Rows of upright bars, the most that there is room for; 1 is a sparkline. */
const FLOW_ROWS = [4, 2, 1] as const;

/** The same figures drawn, each with its name. */
export function chartRows(scene: BoardScene, room: number): readonly BoardRow[] {
  const { board, state, width } = scene;
  const texts = chartsTexts(state.language);
  const options = { columns: width - 2, isAscii: false, texts };
  const flow = flowChart(board.past.flow, state.timeZone, texts);
  const ages = agesChart(board.ages, texts);
  const bars = FLOW_ROWS.map((height) =>
    named(flow.title, terminalOf(flow, { ...options, height })),
  );
  const drawn = bars.find((rows) => rows.length <= room) ?? [];
  const lying = named(ages.title, terminalOf(ages, options));
  // A chart that has no room whole is left out: half of one says something else.
  return drawn.length + lying.length <= room ? [...drawn, ...lying] : drawn;
}

function named(title: string, lines: readonly Line[]): readonly BoardRow[] {
  return [[], [plainPart(word(title, 'muted'))], ...lines.map((line) => [plainPart(...line)])];
}
