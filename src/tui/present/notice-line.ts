import { besideTexts } from '../../i18n/beside-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import { offeredPromise } from '../model/promise-state.ts';
import { takesEnter } from '../model/strip-state.ts';
import type { UiState } from '../model/ui-state.ts';
import { massNotice, mergedNotice } from './family-lines.ts';
import { filterLine } from './filter-line.ts';
import { type Line, lineWidth, span, spread, word } from './line.ts';
import { offerKey, offerLine } from './promise-lines.ts';
import { timeOfferLine } from './time-offer-line.ts';
import type { TimeText } from './time-text.ts';

const FIRST_KEYS = 5;

/** The row under the list: the filter being typed, what happened meanwhile, new arrivals. */
export function noticeLine(state: UiState, time: TimeText, width: number): Line {
  const t = tuiTexts(state.language);
  const { queue } = state;
  if (queue.input) return filterLine(state, width);
  const offered = timeOfferLine(state, time, width);
  if (offered !== null) return offered;
  // What was missed before the first keys were pressed can wait until those are known.
  const isFirstMinute = state.keysUsed < FIRST_KEYS && state.lesson === null;
  const canWait = isFirstMinute && offeredPromise(state)?.isMissed === true;
  const told = stripLine(state, width) ?? (canWait ? null : ticketNotice(state, time, width));
  if (told !== null) return told;
  const arrivals = queue.arrivals > 0 ? [word(` ${t.arrivals(queue.arrivals)} `, 'warning')] : [];
  // While a text is being written these keys are letters.
  const isTaught = state.keysUsed < FIRST_KEYS && state.composer === null;
  const hint = isTaught ? [word(` ${t.firstMinute}`, 'muted')] : [];
  const place = queue.total > 0 ? [word(`${queue.total} `, 'muted')] : [];
  return spread([...arrivals, ...hint], place, width);
}

/** What happened meanwhile: its keys work only while it stands here, so nothing takes its place. */
function stripLine(state: UiState, width: number): Line | null {
  const { strip } = state;
  if (strip === null) return null;
  const t = tuiTexts(state.language);
  const said: Line = [
    span(toSafe(` ${strip.title ?? t.stripTitle}: `), 'strong'),
    span(toSafe(strip.text), 'warning'),
  ];
  const keys: Line = [word(` ${takesEnter(state) ? t.stripHint : t.stripHide} `, 'muted')];
  // What happened comes first: the key of a promise stands in other places as well.
  const offer = offerKey(state);
  const hasRoom = lineWidth([...said, ...offer, ...keys]) <= width;
  return spread(said, hasRoom ? [...offer, ...keys] : keys, width);
}

/** What is said above or below a ticket in passing: a promise that runs out, an article to write. */
export function ticketNotice(state: UiState, time: TimeText, width: number): Line | null {
  const { lesson, language } = state;
  const merged = mergedNotice(state, width);
  if (merged) return merged;
  const w = besideTexts(language);
  const keys = lesson ? [word(` ${w.lessonKeys} `, 'muted')] : [];
  const offer = offerLine(state, time, width - lineWidth(keys));
  if (offer) return spread(offer, keys, width);
  if (lesson === null) return massNotice(state, width);
  return spread([span(toSafe(` ${w.lesson(lesson.number)}`), 'warning')], keys, width);
}
