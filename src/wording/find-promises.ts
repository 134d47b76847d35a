import type { TimeConventions } from '../domain/time-phrase-conventions.ts';
import type { PromiseKind } from '../domain/vocabulary.ts';
import { PromiseJudge } from './promise-judge.ts';
import { MomentResolver } from './promise-resolve.ts';
import type { SaidTime } from './promise-said.ts';
import { readSaidTimes } from './promise-said-time.ts';
import { readTokens, type Token } from './promise-tokens.ts';

/** A time that a text gives to the customer. Offsets are UTF-16, the end excluded. */
export interface FoundPromise {
  readonly start: number;
  readonly end: number;
  /** The words of the time: «до 14:30». */
  readonly text: string;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly kind: PromiseKind;
}

export interface FindPromisesOptions {
  /** Epoch ms. */
  readonly now: number;
  /** The zone of hours that name none. */
  readonly timeZone: string;
  readonly conventions: TimeConventions;
}

/** «Через 10 минут, в 14:40» names one time twice. */
const SAME_TIME_MS = 5 * 60_000;

/**
 * Every time that a free text, Russian or English, gives to the customer, in the order of the text;
 * a time named twice once. What has passed, happens by itself, is asked of the customer, quoted or
 * told of others is no promise.
 */
export function findPromises(text: string, options: FindPromisesOptions): readonly FoundPromise[] {
  const tokens = readTokens(text);
  const judge = new PromiseJudge(tokens);
  const resolver = new MomentResolver(options);
  const found: Placed[] = [];
  let before: SaidTime | null = null;
  for (const alone of readSaidTimes(tokens.list, options.conventions.zones)) {
    const said: SaidTime = sameDay(alone, before, tokens.list);
    const isHourOfDay = said !== alone && before !== null && isWholeDay(before);
    if (isHourOfDay && found.at(-1)?.said === before) found.pop();
    before = said;
    const first = tokens.list[said.first];
    const last = tokens.list[said.next - 1];
    const dueAt = resolver.resolve(said);
    if (first === undefined || last === undefined || dueAt === null) continue;
    const kind = judge.judge(said);
    if (kind === null) continue;
    const { start } = first;
    const place = { said, sentence: first.sentence, isLength: 'length' in said.when };
    found.push({ start, end: last.end, text: text.slice(start, last.end), dueAt, kind, ...place });
  }
  return withoutRepeats(found);
}

/** «Начнём завтра в 22:00, закончим до 23:30»: an hour after an hour of a day is of that day. */
function sameDay(said: SaidTime, before: SaidTime | null, tokens: readonly Token[]): SaidTime {
  if (before === null || !('moment' in said.when) || !('moment' in before.when)) return said;
  const { moment } = said.when;
  const { day, clock } = before.when.moment;
  const [here, there] = [tokens[said.first], tokens[before.first]];
  if (moment.day !== null || moment.clock === null || day === null) return said;
  const isLater =
    clock === null
      ? isWholeDay(before) && there?.segment === here?.segment
      : there?.sentence === here?.sentence && moment.clock.hour > clock.hour;
  return isLater ? { ...said, when: { moment: { ...moment, day } } } : said;
}

/** «Завтра» of «завтра буду у вас в 9»: the hour says it better. */
function isWholeDay({ when }: SaidTime): boolean {
  if (!('moment' in when)) return false;
  const { day, clock, part } = when.moment;
  return day !== null && day.kind !== 'span' && clock === null && part === null;
}

interface Placed extends FoundPromise {
  readonly said: SaidTime;
  readonly sentence: number;
  readonly isLength: boolean;
}

function withoutRepeats(found: readonly Placed[]): FoundPromise[] {
  const kept: Placed[] = [];
  const times = new Set<number>();
  for (const promise of found) {
    const minute = Math.floor(promise.dueAt / 60_000);
    const last = kept.at(-1);
    const isSaidAgain =
      last !== undefined &&
      last.sentence === promise.sentence &&
      last.isLength !== promise.isLength &&
      Math.abs(last.dueAt - promise.dueAt) < SAME_TIME_MS;
    if (isSaidAgain) kept[kept.length - 1] = sayExactly(last, promise);
    if (isSaidAgain || times.has(minute)) continue;
    times.add(minute);
    kept.push(promise);
  }
  return kept.map(({ start, end, text, dueAt, kind }) => ({ start, end, text, dueAt, kind }));
}

/** Of «10 минут (до 14:40)» the hour holds: it does not move while the text is being written. */
function sayExactly(first: Placed, again: Placed): Placed {
  return { ...first, dueAt: first.isLength ? again.dueAt : first.dueAt };
}
