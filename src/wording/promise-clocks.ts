import { isPartOfName } from './promise-lengths.ts';
import { NUMBERS, ORDINAL_HOURS, UNITS } from './promise-time-words.ts';
import type { Token } from './promise-tokens.ts';
import { baseKindOf, senseOf } from './promise-verbs.ts';
import type { Read } from './promise-words.ts';

/** An hour as it was said. `isOpen`: «в три» and `at 3` may be of either half of the day. */
export interface SaidClock {
  readonly hour: number;
  readonly minute: number;
  readonly isOpen: boolean;
}

/** What is known before an hour is read: how sure it is that one stands here. */
export interface ClockPlace {
  readonly preposition: 'limit' | 'point' | null;
  readonly hasDay: boolean;
}

/** What may follow a bare hour without making it a number of things. */
const AFTER_HOUR =
  /^(?:[.,;:!?)…—–|]|и|а|но|по|мы|я|вам|вас|включительно|утра|дня|вечера|ночи|мск|сегодня|завтра|послезавтра|в|во|на|and|or|but|we|i|you|your|our|at|on|the|today|tomorrow|sharp|local|moscow|msk|utc|gmt|latest|если|даже|пере|как|с|чтобы|все|точно|so|if|even|with|до|to|till|until)$/;

/** «14:30», «18 часов», `2:30 pm`, «три часа дня», `5 o'clock`, «половине третьего». */
export function readClock(
  tokens: readonly Token[],
  at: number,
  place: ClockPlace,
): Read<SaidClock> | null {
  const half = place.preposition === null ? null : readHalfHour(tokens, at);
  if (half !== null) return half;
  const token = tokens[at];
  if (token === undefined || isPartOfName(tokens, at)) return null;
  const match = /^(\d{1,2})(?:([:.])(\d{2}))?$/.exec(token.text);
  if (match === null) return place.preposition ? readSpokenHour(tokens, at) : null;
  const [, hourText = '', sign, minuteText] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  const dashed = place.preposition ? readDashedClock(tokens, at) : null;
  if (dashed !== null) return dashed;
  if (hour > 24 || minute > 59 || tokens[at + 1]?.text === '%') return null;
  const said = readHalfDay(tokens, at + 1, hour);
  if (said !== null) return withMinutes(said, minute);
  if (sign === '.' && !place.hasDay && place.preposition === null) return null;
  if (sign !== undefined) {
    // «3:30» is of either half of the day, «03:30» of the night.
    return { value: { hour, minute, isOpen: /^[1-7]$/.test(hourText) }, next: at + 1 };
  }
  return readBareHour(tokens, at, { ...place, hour });
}

/** «До 18-00», never «10-12». */
function readDashedClock(tokens: readonly Token[], at: number): Read<SaidClock> | null {
  const [hour, dash, minute] = tokens.slice(at, at + 3);
  if (dash?.text !== '-' || !dash.isGlued || !minute?.isGlued) return null;
  if (!/^(?:00|15|30|45)$/.test(minute.text) || Number(hour?.text) > 23) return null;
  const value = { hour: Number(hour?.text), minute: Number(minute.text), isOpen: false };
  return { value, next: at + 3 };
}

function withMinutes(said: Read<SaidClock>, minute: number): Read<SaidClock> {
  return { ...said, value: { ...said.value, minute } };
}

function readBareHour(
  tokens: readonly Token[],
  at: number,
  { preposition, hasDay, hour }: ClockPlace & { hour: number },
): Read<SaidClock> | null {
  if (preposition === null && !hasDay) return null;
  const dash = tokens[at + 1]?.text === '-' && tokens[at + 1]?.isGlued ? 1 : 0;
  const word = tokens[at + 1 + dash]?.text ?? '';
  const value = { hour, minute: 0, isOpen: hour >= 1 && hour <= 7 };
  if (dash === 1 && /^(?:ти|и|х|ми)$/.test(word)) {
    const isThings = UNITS.has(tokens[at + 3]?.text ?? '');
    return isThings ? null : { value, next: at + 3 };
  }
  if (/^(?:ч|час|часа|часам|часов|h|o'clock)$/.test(word)) {
    // «До 2 часов» is a length far oftener than an hour of the night.
    const isLength = /^час(?:а|ов)$/.test(word) && hour < 8 && !hasDay;
    if (isLength && /^(?:до|около)$/.test(tokens[at - 1]?.text ?? '')) return null;
    const minutes = tokens[at + 2 + dash];
    const hasMinutes = minutes?.kind === 'number' && /^мин/.test(tokens[at + 3 + dash]?.text ?? '');
    const minute = hasMinutes && Number(minutes.text) < 60 ? Number(minutes.text) : 0;
    return { value: { ...value, minute }, next: at + (hasMinutes ? 4 : 2) + dash };
  }
  const follower = tokens[at + 1];
  const isAlone =
    follower === undefined ||
    follower.sentence !== tokens[at]?.sentence ||
    (AFTER_HOUR.test(follower.text) && !(follower.isGlued && follower.kind === 'word'));
  const isAction =
    senseOf(follower?.text ?? '')?.sense === 'will' || baseKindOf(follower?.text ?? '') !== null;
  return isAlone || isAction ? { value, next: at + 1 } : null;
}

/** «Три», «пять часов», `five o'clock`; only after a preposition. */
function readSpokenHour(tokens: readonly Token[], at: number): Read<SaidClock> | null {
  const text = tokens[at]?.text ?? '';
  const isOne = /^(?:час|часу)$/.test(text);
  const hour = isOne ? 1 : (NUMBERS.get(text) ?? 0);
  if (
    !Number.isInteger(hour) ||
    hour < 1 ||
    hour > 24 ||
    /^(?:an?|one|couple|пар[ауы])$/.test(text)
  ) {
    return null;
  }
  const said = readHalfDay(tokens, at + 1, hour);
  if (said !== null || isOne) return said;
  return readBareHour(tokens, at, { preposition: 'point', hasDay: false, hour });
}

/** «Утра», «часов вечера», `pm`, `p.m.`. */
function readHalfDay(tokens: readonly Token[], at: number, hour: number): Read<SaidClock> | null {
  if (hour > 12) {
    const isSaid = /^(?:pm|вечера|дня|утра)$/.test(tokens[at]?.text ?? '');
    return isSaid ? { value: { hour, minute: 0, isOpen: false }, next: at + 1 } : null;
  }
  const index = at + (/^(?:ч|час|часа|часам|часов)$/.test(tokens[at]?.text ?? '') ? 1 : 0);
  const word = tokens[index]?.text ?? '';
  const isDotted =
    /^[ap]$/.test(word) && tokens[index + 1]?.text === '.' && tokens[index + 2]?.text === 'm';
  const half = isDotted ? `${word}m` : word;
  const closing = tokens[index + 3]?.text === '.' ? 1 : 0;
  const next = index + (isDotted ? 3 + closing : 1);
  if (/^(?:утра|ночи|am)$/.test(half)) {
    return { value: { hour: hour === 12 ? 0 : hour, minute: 0, isOpen: false }, next };
  }
  if (!/^(?:дня|вечера|pm)$/.test(half)) return null;
  return { value: { hour: hour < 12 ? hour + 12 : hour, minute: 0, isOpen: false }, next };
}

/** «Половине третьего», `half past two`, `quarter to three`. */
function readHalfHour(tokens: readonly Token[], at: number): Read<SaidClock> | null {
  const first = tokens[at]?.text ?? '';
  const isApart = /^пол(?:овин[аеуы])?$/.test(first);
  const ordinal = isApart ? tokens[at + 1]?.text : /^пол(.+)$/.exec(first)?.[1];
  const next = ORDINAL_HOURS.get(ordinal ?? '');
  if (next !== undefined) {
    const value = { hour: next - 1 || 12, minute: 30, isOpen: true };
    return { value, next: at + (isApart ? 2 : 1) };
  }
  const side = tokens[at + 1]?.text ?? '';
  const hourToken = tokens[at + 2]?.text ?? '';
  const hour = NUMBERS.get(hourToken) ?? Number(hourToken);
  if (
    !/^(?:half|quarter)$/.test(first) ||
    !/^(?:past|to)$/.test(side) ||
    !(hour >= 1 && hour <= 12)
  ) {
    return null;
  }
  const minute = first === 'half' ? 30 : side === 'past' ? 15 : 45;
  const value = { hour: side === 'to' ? hour - 1 || 12 : hour, minute, isOpen: true };
  return { value, next: at + 3 };
}
