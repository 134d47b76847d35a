import { usualConventions } from '../../domain/time-phrase-conventions.ts';
import type { Firmness } from '../../wording/promise-said.ts';
import { readSaidTimes } from '../../wording/promise-said-time.ts';
import { readTokens } from '../../wording/promise-tokens.ts';
import type { TextRange } from '../../wording/text-range.ts';
import { closedClause } from './closed-clause.ts';
import type { FactSign } from './fact-pattern.ts';
import type { PatternHit, WordIndex } from './match-pattern.ts';
import type { ReadReply } from './read-reply.ts';

/** A first sentence of a few words is an address: «Игорь Сергеевич! Добрый день». */
const ADDRESS_WORDS = 4;
const IDLE =
  /^(?:(?:одну?|an?|one|just)\s)?(?:сек\p{L}*|минут(?:к|очк)?у|момент|moment|sec(?:ond)?|minute)$/iu;
/** How long something takes, and what is no time to come. */
/** «За неделю», `until Monday`: how far something reaches. */
const SPANS = /^(?:за|until|till)$/;
const NO_MOMENT: ReadonlySet<Firmness> = new Set(['needed', 'never']);
const LOUD_LETTERS = 20;
const LOUD_SHARE = 0.6;

const kept = new WeakMap<ReadReply, Map<FactSign, readonly PatternHit[]>>();

/** Where a sign stands in a reply; one for a whole sentence has no words of its own. */
export function signHits(sign: FactSign, { reply }: WordIndex): readonly PatternHit[] {
  const found = kept.get(reply) ?? new Map<FactSign, readonly PatternHit[]>();
  kept.set(reply, found);
  const hits = found.get(sign) ?? find(sign, reply);
  found.set(sign, hits);
  return hits;
}

function find(sign: FactSign, reply: ReadReply): readonly PatternHit[] {
  if (sign === '@time' || sign === '@length') return timeHits(reply, sign === '@length');
  if (sign === '@caps') return whole(reply, (sentence) => isLoud(textOf(reply, sentence)));
  return reply.sentences.flatMap(({ isQuestion }, sentence) => {
    const holds = sign === '?' ? isQuestion : sign === '^' && isBeginning(sentence, reply);
    return holds ? [{ first: 0, end: 0, sentence }] : [];
  });
}

function isBeginning(sentence: number, { words }: ReadReply): boolean {
  if (sentence > 1) return false;
  return sentence === 0 || words.filter((word) => word.sentence === 0).length <= ADDRESS_WORDS;
}

function timeHits(reply: ReadReply, isLength: boolean): readonly PatternHit[] {
  const { list } = readTokens(reply.text);
  return [...readSaidTimes(list, usualConventions.zones)].flatMap(
    ({ first, next, when, firmness }) => {
      const [from, last] = [list[first], list[next - 1]];
      if (from === undefined || last === undefined) return [];
      const range = { start: from.start, end: last.end };
      const isMeasured =
        'length' in when && !isIdleLength(reply.text.slice(range.start, range.end));
      const isMeant = isLength ? isMeasured : !NO_MOMENT.has(firmness) && !SPANS.test(from.text);
      return isMeant ? wordsWithin(reply, range).map((hit) => inClause(hit, reply)) : [];
    },
  );
}

/** The time of a clause that stands for itself goes with the words of that clause only. */
function inClause(hit: PatternHit, { words }: ReadReply): PatternHit {
  return { ...hit, within: closedClause(words, hit) };
}

/** «Секунду», "a moment": no length that anybody could be held to. */
export function isIdleLength(text: string): boolean {
  return IDLE.test(text);
}

function wordsWithin({ words }: ReadReply, { start, end }: TextRange): readonly PatternHit[] {
  const first = words.findIndex((word) => word.end > start);
  const from = words[first];
  if (from === undefined || from.start >= end) return [];
  const after = words.findIndex((word) => word.start >= end);
  return [{ first, end: after < 0 ? words.length : after, sentence: from.sentence }];
}

function whole(reply: ReadReply, isMeant: (sentence: number) => boolean): readonly PatternHit[] {
  return reply.sentences.flatMap((_, sentence) => {
    const first = reply.words.findIndex((word) => word.sentence === sentence);
    const end = reply.words.findLastIndex((word) => word.sentence === sentence) + 1;
    return first >= 0 && isMeant(sentence) ? [{ first, end, sentence }] : [];
  });
}

function textOf({ message, sentences }: ReadReply, sentence: number): string {
  const { start, end } = sentences[sentence] ?? { start: 0, end: 0 };
  return message.prose.cased.slice(start, end);
}

function isLoud(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters >= LOUD_LETTERS && capitals >= letters * LOUD_SHARE;
}
