import { literal, type SafeText } from '../../util/to-safe.ts';
import { sizeOf } from './chart-numbers.ts';

const EIGHTHS_UP = ['', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const EIGHTHS_ALONG = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];
const SHADES = [' ', '░', '▒', '▓', '█'];

/** A bar from the left: as many cells as the share of the whole, something for any size above zero. */
export function barOf(share: number, cells: number, isAscii: boolean): SafeText {
  const size = Math.min(1, sizeOf(share)) * cells;
  if (size === 0) return literal('');
  if (isAscii) return literal('#'.repeat(Math.max(1, Math.round(size))));
  const eighths = Math.max(1, Math.round(size * 8));
  const rest = EIGHTHS_ALONG[eighths % 8] ?? '';
  return literal('█'.repeat(Math.floor(eighths / 8)) + rest);
}

/** One row of an upright bar that grows over `height` rows; row 0 is the lowest. */
export function stepOf(
  share: number,
  { row, height }: { readonly row: number; readonly height: number },
  isAscii: boolean,
): string {
  const size = Math.min(1, sizeOf(share)) * height;
  if (isAscii && height === 1) return size === 0 ? '.' : String(Math.max(1, Math.round(size * 9)));
  const least = row === 0 && size > 0 ? 1 : 0;
  const eighths = Math.min(8, Math.max(least, Math.round((size - row) * 8)));
  if (isAscii) return eighths >= 4 || least > 0 ? '#' : ' ';
  return EIGHTHS_UP[eighths] || ' ';
}

/** How dark a cell of a heat map is; in ASCII a digit, 9 for the most. */
export function shadeOf(share: number, isAscii: boolean): string {
  const size = Math.min(1, sizeOf(share));
  if (size === 0) return isAscii ? '.' : '·';
  if (isAscii) return String(Math.max(1, Math.round(size * 9)));
  return SHADES[Math.max(1, Math.ceil(size * 4))] ?? '█';
}

/** A glyph over the cells of its bar, with a gap to the next where there is room for one. */
export function spaced(glyph: string, wide: number): string {
  if (wide === 1) return glyph;
  // A digit is read, not seen: 222 would be another number.
  const seen = /\d/.test(glyph) ? 1 : wide - 1;
  return glyph.repeat(seen) + ' '.repeat(wide - seen);
}
