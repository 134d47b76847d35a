import { readClock, type SaidClock } from './promise-clocks.ts';
import {
  DAY_PARTS,
  LIMIT_PREPOSITIONS,
  PARTS_OF_A_DAY,
  POINT_PREPOSITIONS,
} from './promise-day-words.ts';
import { beginsDay, readDay, readSpan, type SaidDay } from './promise-days.ts';
import type { Firmness, Moment, SaidTime } from './promise-said.ts';
import type { Token } from './promise-tokens.ts';
import { phrasesOf, type Read, readWords } from './promise-words.ts';

interface Progress extends Moment {
  readonly partWord: string;
  readonly firmness: Firmness;
  readonly isInterval: boolean;
}

const PARTS = phrasesOf(DAY_PARTS);
const LIMITS = phrasesOf(LIMIT_PREPOSITIONS.map((words) => [words, true] as const));
const POINTS = phrasesOf(POINT_PREPOSITIONS.map((words) => [words, true] as const));
/** A part said with these is a limit, not a habit. */
const LIMIT_PART = /^(?:до|к|ближе|не|под|в|во|by|before|eod|cob|end|close|during|later)$/;
const EMPTY: Progress = {
  ...{ day: null, clock: null, part: null, zone: null },
  ...{ partWord: '', firmness: 'asserted', isInterval: false },
};
const FROM = /^(?:с|со|между|from|between|since|после|after)$/;
const MOST_ELEMENTS = 6;
/** «Часам к пяти», «часа в три»: the word belongs to the hour after it. */
const ABOUT_HOUR = /^(?:час(?:а|ов|ам|иков|икам)|ч)$/;
const HOUR_PREPOSITION = /^(?:в|к|до)$/;

/** Whether a day or an hour may begin with a word. */
export function beginsMoment(word: string): boolean {
  return (
    [PARTS, LIMITS, POINTS].some((phrases) => phrases.has(word)) ||
    beginsDay(word) ||
    FROM.test(word) ||
    ABOUT_HOUR.test(word)
  );
}

/** «Завтра до 14:30», «в среду, 25 ноября, к обеду», `by 2:30 pm tomorrow`. */
export function readMoment(
  tokens: readonly Token[],
  at: number,
  zones: ReadonlyMap<string, string>,
): SaidTime | null {
  let said = EMPTY;
  let next = at;
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    const from = count === 0 ? at : stepOver(tokens, next, said);
    if (from === null || tokens[from]?.sentence !== tokens[at]?.sentence) break;
    const element = readElement(tokens, from, said);
    if (element === null) break;
    said = element.value;
    next = element.next;
    const zone = said.clock && said.zone === null ? readZone(tokens, next, zones) : null;
    if (zone !== null) {
      said = { ...said, zone: zone.value };
      next = zone.next;
    }
  }
  if (next === at || (said.day === null && PARTS_OF_A_DAY.has(said.partWord))) return null;
  const { day, clock, part, zone, firmness, isInterval } = said;
  return { first: at, next, firmness, isInterval, when: { moment: { day, clock, part, zone } } };
}

/** A comma or a bracket may stand before the hour of a day: «завтра, до 12:00». */
function stepOver(tokens: readonly Token[], at: number, said: Progress): number | null {
  const isSeparator = /^[,(]$/.test(tokens[at]?.text ?? '');
  if (!isSeparator) return at;
  return said.clock === null && said.day !== null ? at + 1 : null;
}

function readElement(tokens: readonly Token[], at: number, said: Progress): Read<Progress> | null {
  return (
    readFromTo(tokens, at, said) ??
    readAboutHour(tokens, at, said) ??
    readPart(tokens, at, said) ??
    readWholeSpan(tokens, at, said) ??
    readNamed(tokens, at, said)
  );
}

function readAboutHour(
  tokens: readonly Token[],
  at: number,
  said: Progress,
): Read<Progress> | null {
  const isAbout = ABOUT_HOUR.test(tokens[at]?.text ?? '');
  if (!isAbout || !HOUR_PREPOSITION.test(tokens[at + 1]?.text ?? '')) return null;
  const named = readNamed(tokens, at + 1, said);
  return named?.value.clock && said.clock === null ? named : null;
}

function readPart(tokens: readonly Token[], at: number, said: Progress): Read<Progress> | null {
  const part = said.part === null && said.clock === null ? readWords(PARTS, tokens, at) : null;
  const partWord = tokens[at]?.text ?? '';
  if (part === null || (said.day === null && /^(?:обеда|вечера|утра|lunch|noon)$/.test(partWord))) {
    return null;
  }
  const isHalf = /^половин[еу]$/.test(tokens[part.next - 1]?.text ?? '');
  if (isHalf && readDay(tokens, part.next, true) === null) return null;
  const isLimit = LIMIT_PART.test(partWord) && tokens[at + 1]?.text !== 'обед';
  const firmness = isLimit ? 'plain' : said.firmness;
  return { value: { ...said, part: part.value, partWord, firmness }, next: part.next };
}

function readWholeSpan(
  tokens: readonly Token[],
  at: number,
  said: Progress,
): Read<Progress> | null {
  const span = said.day === null && said.clock === null ? readSpan(tokens, at) : null;
  if (span === null) return null;
  const isLimit = /^(?:до|к|by|before)$/.test(tokens[at]?.text ?? '');
  return {
    value: { ...said, day: span.value, firmness: isLimit ? 'plain' : said.firmness },
    next: span.next,
  };
}

/** A day or an hour, with or without its preposition. */
function readNamed(tokens: readonly Token[], at: number, said: Progress): Read<Progress> | null {
  const limit = readWords(LIMITS, tokens, at);
  const point = limit === null ? readWords(POINTS, tokens, at) : null;
  const from = (limit ?? point)?.next ?? at;
  const preposition = limit ? 'limit' : point ? 'point' : null;
  const firmness = limit ? 'plain' : said.firmness;
  const isBare = preposition === null && said.day === null && said.part === null;
  const day =
    said.clock !== null && said.day !== null
      ? null
      : readDay(tokens, from, preposition !== null || said.day !== null);
  const isDotted = day?.value.kind === 'date' && /^\d+\.\d+$/.test(tokens[from]?.text ?? '');
  const isHour = isDotted && (said.day !== null || preposition === 'point');
  if (day !== null && !isHour) {
    const merged = mergeDays(said.day, day.value);
    if (merged === null) return null;
    const isPast = merged.kind === 'offset' && merged.days < 0;
    return {
      value: { ...said, day: merged, firmness: isPast ? 'never' : firmness },
      next: day.next,
    };
  }
  if (said.clock !== null) return null;
  const clock = readClock(tokens, from, { preposition, hasDay: said.day !== null });
  if (clock === null) return null;
  const end = readRangeEnd(tokens, clock.next);
  const value = { ...said, clock: end?.value ?? clock.value, isInterval: end !== null };
  return {
    value: { ...value, firmness: isBare ? 'labelled' : firmness },
    next: end?.next ?? clock.next,
  };
}

/** «Во вторник, 24 ноября» is one day; «сегодня, завтра» are two. */
function mergeDays(known: SaidDay | null, day: SaidDay): SaidDay | null {
  if (known === null) return day;
  if (known.kind === day.kind || known.kind === 'span' || day.kind === 'span') return null;
  if (day.kind === 'date' || known.kind === 'offset') return day.kind === 'date' ? day : known;
  return known.kind === 'date' ? known : day;
}

/** `–16:00` after `14:00`. */
function readRangeEnd(tokens: readonly Token[], at: number): Read<SaidClock> | null {
  if (!/^[-–—]$/.test(tokens[at]?.text ?? '') || !tokens[at + 1]?.isGlued) return null;
  return readClock(tokens, at + 1, { preposition: 'point', hasDay: true });
}

/** «С 22:00 до 23:00», «с понедельника по пятницу», `between 2 and 4 pm`; also a start alone. */
function readFromTo(tokens: readonly Token[], at: number, said: Progress): Read<Progress> | null {
  const first = tokens[at]?.text ?? '';
  if (!FROM.test(first)) return null;
  const place = { preposition: 'point', hasDay: true } as const;
  const start = readClock(tokens, at + 1, place) ?? readDay(tokens, at + 1, true);
  if (start === null) return null;
  const isAfter = first === 'после' || first === 'after';
  if (isAfter) {
    if (!('hour' in start.value)) return null;
    return { value: { ...said, part: 'endOfDay' }, next: start.next };
  }
  const isJoined = /^(?:до|по|и|to|until|till|and|[-–—])$/.test(tokens[start.next]?.text ?? '');
  const clock = isJoined ? readClock(tokens, start.next + 1, place) : null;
  const day = isJoined && clock === null ? readDay(tokens, start.next + 1, true) : null;
  if (clock !== null) {
    return { value: { ...said, clock: clock.value, isInterval: true }, next: clock.next };
  }
  return {
    value: { ...said, day: day?.value ?? said.day, firmness: 'never' },
    next: day?.next ?? start.next,
  };
}

/** «По Москве», «по московскому времени», «(МСК)», «по вашему времени», `Moscow time`. */
function readZone(
  tokens: readonly Token[],
  at: number,
  zones: ReadonlyMap<string, string>,
): Read<string> | null {
  const bracket = tokens[at]?.text === '(' ? 1 : 0;
  const by = /^(?:по|на)$/.test(tokens[at + bracket]?.text ?? '') ? 1 : 0;
  const index = at + bracket + by;
  const word = tokens[index]?.text ?? '';
  const isCustomer = /^(?:вашему|ваших|местному|your|local)$/.test(word);
  const zone = isCustomer ? 'customer' : zones.get(word);
  if (zone === undefined) return null;
  const hasTime = /^(?:времени|часам|часах|time)$/.test(tokens[index + 1]?.text ?? '');
  if (isCustomer && !hasTime) return null;
  const next = index + (hasTime ? 2 : 1);
  const isClosed = bracket === 1 && tokens[next]?.text === ')';
  return { value: zone, next: next + (isClosed ? 1 : 0) };
}
