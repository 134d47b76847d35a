import type { ShiftReport } from '../../domain/report/shift-report.ts';
import { type CutList, cutLists, withShorter } from '../../report/cut-lists.ts';

/** How many rows of each list people can read. */
const readable = {
  red: 100,
  promises: 100,
  waiting: 100,
  works: 50,
  incidents: 30,
  breached: 100,
  escalations: 50,
  returned: 50,
  dragging: 50,
  spent: 50,
  items: 200,
  rest: 200,
} as const satisfies Record<CutList, number>;

/** A frozen report is kept for ever, by everybody. */
const MOST_BYTES = 400_000;

/**
 * A report with lists that can be read, and small enough to be kept: `cut` tells how many rows
 * there were. `totals` knows of lists that were not read to their end.
 */
export function fitReport(
  report: ShiftReport,
  totals: Readonly<Partial<Record<CutList, number>>> = {},
): ShiftReport {
  let fitted = report;
  for (const name of cutLists) fitted = withShorter(fitted, name, readable[name], totals[name]);
  while (bytesOf(fitted) > MOST_BYTES) {
    const longest = cutLists.reduce((a, b) => (bytesOf(fitted[a]) >= bytesOf(fitted[b]) ? a : b));
    if (fitted[longest].length === 0) return fitted;
    fitted = withShorter(fitted, longest, Math.floor(fitted[longest].length / 2));
  }
  return fitted;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
