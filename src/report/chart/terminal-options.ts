import type { ChartsTexts } from '../../i18n/charts-texts.ts';

/** How a chart is drawn in a terminal. */
export interface TerminalOptions {
  /** Cells of a row; nothing is wider. */
  readonly columns: number;
  /** Letters, digits and ASCII signs only. */
  readonly isAscii: boolean;
  /** Rows of upright bars and of lines; 1 is a sparkline. */
  readonly height?: number;
  readonly texts: ChartsTexts;
}
