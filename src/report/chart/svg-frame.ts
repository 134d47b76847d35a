import { type Html, html, joinHtml } from '../../util/html.ts';
import { cut } from '../../util/text-layout.ts';
import { textWidth } from '../../util/text-width.ts';

/** Units of every chart's width; its page makes it as wide as there is room. */
export const WIDTH = 640;

/** Colours of a chart come from its page; without one they are the ink of the text. */
export const ink = {
  first: 'var(--chart-1, currentColor)',
  second: 'var(--chart-2, #999)',
  quiet: 'var(--chart-quiet, #666)',
  grid: 'var(--chart-grid, #ddd)',
  paper: 'var(--paper, #fff)',
} as const;

/** What a chart is drawn into. */
export interface Drawing {
  readonly title: string;
  /** What it shows, in words. */
  readonly description: string;
  readonly height: number;
  readonly body: readonly Html[];
}

/** The picture with its title and description. It holds no script and asks for nothing outside. */
export function svgFrame({ title, description, height, body }: Drawing): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-size="12" fill="currentColor">
<title>${title}</title><desc>${description}</desc>
${body}
</svg>`;
}

/** A coordinate: one decimal is a tenth of what can be seen. */
export function at(n: number): number {
  return Number.isFinite(n) ? Math.round(n * 10) / 10 : 0;
}

/** A number as data of its mark, to be read back; what is no number has none. */
export function dataOf(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

/** Where a text stands, and how. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
  readonly size?: number;
}

/** A text of a chart. */
export function svgText(text: string, place: Place): Html {
  const { x, y, anchor = 'start', fill = 'currentColor', size = 12 } = place;
  return html`<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" font-size="${size}" fill="${fill}">${text}</text>\n`;
}

type Point = readonly [x: number, y: number];

function svgLine([x1, y1]: Point, [x2, y2]: Point, paint: Html): Html {
  return html`<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"${paint}/>\n`;
}

/** A line at a target: dashed, so that it is told from a grid without colours. */
export function targetLine(from: Point, to: Point): Html {
  return svgLine(from, to, html` stroke="currentColor" stroke-dasharray="4 3"`);
}

/** A line of the grid from edge to edge, with its value before it. */
export function gridLine(value: string, [left, right]: readonly [number, number], y: number): Html {
  const line = svgLine([left, y], [right, y], html` stroke="${ink.grid}"`);
  return joinHtml([
    line,
    svgText(value, { x: left - 6, y: y + 4, anchor: 'end', fill: ink.quiet }),
  ]);
}

/** Names below an axis, as many as stand apart. */
export function axisLabels(
  places: readonly { readonly label: string; readonly x: number }[],
  {
    y,
    room,
    fill = 'currentColor',
  }: { readonly y: number; readonly room: number; readonly fill?: string },
): Html[] {
  const widest = places.reduce((most, { label }) => Math.max(most, textWidth(label)), 0) * CELL + 6;
  const step = Math.max(1, Math.ceil((places.length * widest) / room));
  return places.flatMap(({ label, x }, index) =>
    index % step === 0 ? [svgText(label, { x, y, anchor: 'middle', fill })] : [],
  );
}

/** Units that the names of a chart take, and the names cut to them. No font is measured: a guess with room. */
export function namesOf(labels: readonly string[]): {
  readonly names: readonly string[];
  readonly width: number;
} {
  const names = labels.map((label) => cut(label, MOST_CELLS));
  const cells = names.reduce((most, text) => Math.max(most, textWidth(text)), 0);
  return { names, width: cells * CELL + 8 };
}

const MOST_CELLS = 28;
/** Units of a letter of average width at the size of the text. */
const CELL = 7.5;
