import type { CustomerPromise } from '../../domain/ticket.ts';
import { promiseTexts } from '../../i18n/promise-texts.ts';
import { tuiTexts } from '../../i18n/tui-texts.ts';
import { toSafe } from '../../util/to-safe.ts';
import {
  answerTo,
  offeredPromise,
  type PromiseOffer,
  runningHolds,
} from '../model/promise-state.ts';
import type { UiState } from '../model/ui-state.ts';
import type { Role } from '../theme/theme.ts';
import { fitting, type Line, lineWidth, type Span, span, word } from './line.ts';
import { runningClock } from './running-clock.ts';
import type { TimeText } from './time-text.ts';

const MINUTE = 60_000;

/** The customer who waits on the line, by the second: whose ticket, and how many more wait. */
export function holdSpan(state: UiState, isWide: boolean): Span | null {
  const t = promiseTexts(state.language);
  const [hold, ...others] = runningHolds(state.promised, state.now);
  if (!hold) return null;
  const left = hold.dueAt - state.now;
  const clock = runningClock(left);
  const text = isWide ? ` ${t.holding(clock, hold.number)}` : `${clock} ${hold.number}`;
  const more = others.length > 0 ? ` ${t.more(others.length)}` : '';
  const isLate = left < 0;
  return span(toSafe(`${isLate ? '▲' : '◷'}${text}${more}`), isLate ? 'breach' : 'promise');
}

/** What can be done about a promise that runs out or was missed; null when there is none. */
export function offerLine(state: UiState, time: TimeText, width: number): Line | null {
  const offer = offeredPromise(state);
  if (offer === null) return null;
  const t = promiseTexts(state.language);
  const { isMissed, more } = offer;
  const { number, kind, dueAt } = offer.promise;
  const kindName = tuiTexts(state.language).promiseKinds[kind];
  const at = time.at(dueAt, state.now);
  const said = (isMissed ? t.missed : t.near)(number, at, lengthTo(dueAt, state, time));
  const role = isMissed ? 'breach' : 'promise';
  const first: Line = [...keySpans(offer, state), span(toSafe(`  ${said}`), role)];
  const room = width - lineWidth(first);
  if (room < 0) return offerKey(state);
  const others: Line = more > 0 ? [span(toSafe(` ${t.andMore(more)}`), role)] : [];
  const about: Line = [span(toSafe(` (${kindName})`), 'muted')];
  return [...first, ...fitting([others, about], room).flat()];
}

/** The same in short, where something else has to be said beside it. */
export function offerKey(state: UiState): Line {
  const offer = offeredPromise(state);
  if (offer === null) return [];
  return [...keySpans(offer, state), span(toSafe(` ${offer.promise.number}`))];
}

function keySpans(offer: PromiseOffer, { composer, language }: UiState): Line {
  const t = promiseTexts(language);
  const key = composer === null ? t.key : t.keyWriting;
  return [
    word(offer.isMissed ? ' ▲ ' : ' ◷ ', offer.isMissed ? 'breach' : 'promise'),
    span(toSafe(key), 'key'),
    word(` ${t.answers[answerTo(offer).word]}`),
  ];
}

/** One row of the timeline: what was promised and what became of it. */
export function promiseLine(promise: CustomerPromise, state: UiState, time: TimeText): Line {
  const t = promiseTexts(state.language);
  const { now } = state;
  const kind = tuiTexts(state.language).promiseKinds[promise.kind];
  const given = t.given(time.at(promise.dueAt, now), kind);
  const [ending, role] = endingOf(promise, state, time);
  return [
    word(` ${time.at(promise.madeAt, now)} `, 'muted'),
    word(role === 'breach' ? '▲ ' : '◷ ', role),
    span(toSafe(given), 'plain'),
    word(' · ', 'muted'),
    span(toSafe(ending), role),
  ];
}

function endingOf(
  { state: fate, dueAt, settledAt }: CustomerPromise,
  { language, now }: UiState,
  time: TimeText,
): readonly [string, Role] {
  const t = promiseTexts(language);
  const settled = settledAt === null ? '' : time.at(settledAt, now);
  switch (fate) {
    case 'kept':
      return [t.kept(settled), 'good'];
    case 'broken':
      return [t.broken(settled), 'breach'];
    case 'moved':
      return [t.moved(settled), 'muted'];
    case 'open': {
      const length = lengthTo(dueAt, { language, now }, time);
      return dueAt < now ? [t.lateBy(length), 'breach'] : [t.left(length), 'promise'];
    }
  }
}

/** How far a moment is, in one unit and never none of it. */
function lengthTo(
  at: number,
  { language, now }: Pick<UiState, 'language' | 'now'>,
  time: TimeText,
): string {
  const away = Math.abs(at - now);
  return away < MINUTE ? promiseTexts(language).lessThanMinute : time.length(away);
}
