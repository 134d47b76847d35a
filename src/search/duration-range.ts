import { layoutReadings } from './keyboard-layout.ts';
import { normalizeWord } from './word.ts';

/** Older or later than (`>`), younger or sooner than (`<`) a length of time. */
export interface DurationRange {
  readonly op: '<' | '>';
  readonly ms: number;
}

const UNITS = [
  { code: 'm', ms: 60_000, names: /^(?:m|min|м|мин|минут[аы]?)$/ },
  { code: 'h', ms: 3_600_000, names: /^(?:h|hours?|ч|час|часа|часов)$/ },
  { code: 'd', ms: 86_400_000, names: /^(?:d|days?|д|дн|дня|день|дней)$/ },
  { code: 'w', ms: 604_800_000, names: /^(?:w|weeks?|н|нед|недел[яиь]|недель)$/ },
] as const;
const RANGE = /^([<>]?)=?(\d{1,6}(?:[.,]\d{1,2})?)(\p{L}+)$/u;

/**
 * `>2d`, `<1ч`, `30м` in either layout → the range and its canonical text, or null.
 * Without a sign `fallback` is meant.
 */
export function parseDurationRange(
  text: string,
  fallback: DurationRange['op'],
): { readonly range: DurationRange; readonly canonical: string } | null {
  for (const reading of layoutReadings(text)) {
    const [, sign, amount = '', unitName = ''] = RANGE.exec(normalizeWord(reading)) ?? [];
    const unit = UNITS.find((known) => known.names.test(unitName));
    if (unit === undefined) continue;
    const op = sign === '<' || sign === '>' ? sign : fallback;
    const count = Number(amount.replace(',', '.'));
    return {
      range: { op, ms: Math.round(count * unit.ms) },
      canonical: `${op}${count}${unit.code}`,
    };
  }
  return null;
}
