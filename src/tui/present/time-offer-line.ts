import { formsTexts } from '../../i18n/forms-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import type { UiState } from '../model/ui-state.ts';
import { type Line, span, spread, word } from './line.ts';
import type { TimeText } from './time-text.ts';

/** The time that one key would note; null while there is nothing to note. */
export function timeOfferLine(
  { timeOffer, language }: UiState,
  time: TimeText,
  width: number,
): Line | null {
  if (timeOffer === null) return null;
  const w = formsTexts(language).time;
  const { number, ms } = timeOffer;
  const said = ` ${number}: ${w.offer(time.exactly(ms))} `;
  return spread([span(toSafe(said), 'strong'), word(w.offerKey, 'key')], [], width);
}
