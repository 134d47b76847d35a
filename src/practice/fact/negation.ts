import type { ReplyWord } from './read-reply.ts';

const NEGATORS = new Set([
  ...['не', 'ни', 'нет', 'без', 'нельзя', 'никогда'],
  ...['not', 'no', 'never', 'without', 'cannot', 'nor', 'dont', 'cant', 'wont'],
]);
/** «Не могли бы вы», «не забудьте», "don't hesitate": polite or urging, not denying. */
const POLITE =
  /^(?:мог(?:ли|ла|у)?|подскаж|затрудн|трудно|сложно|забу|стесня|против|только|проч|поздн|позж|менее|более|раньше|дожида|you|we|only|hesita|forget|mind|later|just|worry)/;
/** «Не нужно сейчас ничего присылать»: denies further than other words do. */
const NEEDLESS =
  /^(?:нужно|надо|нужен|нужна|нужны|требуется|стоит|обязательно|долж|придется|необходим|need|have|required)/;
/** «Присылать ничего не нужно», unlike «фуры разворачивать не нужно». */
const FILLER =
  /^(?:ничего|больше|сейчас|пока|уже|его|ее|их|вам|тут|это|мне|нам|снова|еще|заново|нигде|никому)$/;
const REACH = 2;
const FAR_REACH = 5;

/** «Ответ приходит без подписи» is what was found: such words deny nothing around them. */
const LACKS = new Set(['без', 'without']);

/** Whether a word denies what follows it. */
export function isNegator(word: string): boolean {
  return NEGATORS.has(word) || word.endsWith("n't");
}

/** Whether the words from `first` until `end` are denied where they stand. */
export function isDenied(words: readonly ReplyWord[], first: number, end: number): boolean {
  for (let at = Math.max(0, first - FAR_REACH); at < end; at += 1) {
    if (denies(words, at, first)) return true;
  }
  return isDeniedAfter(words, end);
}

function denies(words: readonly ReplyWord[], at: number, first: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (word === undefined || !isNegator(word.word) || isAlone(word, next) || LACKS.has(word.word))
    return false;
  if (next !== undefined && POLITE.test(next.word)) return false;
  // «Не меняли ли вы пароль?»
  if (words[at + 2]?.word === 'ли') return false;
  if (word.sentence !== words[first]?.sentence || isClauseBetween(words, at, first)) return false;
  const isFar = next !== undefined && NEEDLESS.test(next.word);
  return at >= first - (isFar ? FAR_REACH : REACH);
}

/** «Нет, пришлите»: an answer of its own. */
function isAlone({ word, sentence }: ReplyWord, next: ReplyWord | undefined): boolean {
  if (word !== 'нет' && word !== 'no') return false;
  return next === undefined || next.isParted || next.sentence !== sentence;
}

/** «Обходного пути нет» and nothing after it. */
function isLast({ sentence }: ReplyWord, next: ReplyWord | undefined): boolean {
  return next === undefined || next.sentence !== sentence || next.isParted;
}

function isClauseBetween(words: readonly ReplyWord[], at: number, first: number): boolean {
  for (let index = at + 1; index <= first; index += 1) {
    if (words[index]?.isParted) return true;
  }
  return false;
}

/** «Присылать ничего не нужно», «обходного пути нет». */
function isDeniedAfter(words: readonly ReplyWord[], end: number): boolean {
  const [word, next] = [words[end], words[end + 1]];
  if (word === undefined || !isSameClause(words[end - 1], word)) return false;
  if (isFinalNo(word, next) || (word.word === 'не' && isNeedless(next))) return true;
  if (next === undefined || !isSameClause(word, next)) return false;
  if (isFinalNo(next, words[end + 2])) return true;
  return FILLER.test(word.word) && next.word === 'не' && isNeedless(words[end + 2]);
}

function isSameClause(before: ReplyWord | undefined, word: ReplyWord): boolean {
  return !word.isParted && before?.sentence === word.sentence;
}

function isNeedless(word: ReplyWord | undefined): boolean {
  return word !== undefined && NEEDLESS.test(word.word);
}

function isFinalNo(word: ReplyWord, next: ReplyWord | undefined): boolean {
  return word.word === 'нет' && isLast(word, next);
}
