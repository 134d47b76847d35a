import type { WordSpan } from './match-pattern.ts';
import type { ReplyWord } from './read-reply.ts';

const OPENS =
  /^(?:что|чтобы|почему|отчего|зачем|котор\p{L}+|если|кто|где|куда|откуда|как|какой|какая|какие|сколько|what|which|that|why|who|whose|where|whether|how|if|unless|because)$/u;
/** `Send that by 15:00`, `as of 15:00`: no clause begins there. */
const DEMONSTRATIVE = /^(?:that|how|who)$/;
const PREPOSITION = /^(?:в|во|на|по|с|со|о|об|из|за|к|ко|для|от|через|in|on|at|for|from|with)$/;
/** «Как только», «как договорились»: says when or how, and closes nothing. */
const ADVERBIAL = /^(?:только|договаривались|договорились|обычно|обещал\p{L}*|минимум)$/u;
const JOINT = /^(?:и|а|но|and|but|so|then)$/;
const OWN = /^(?:я|мы|i|we|i'll|we'll|i'm|we're|i'd)$/;
/** «Пришлите до 15:00»: the time is the customer's. */
const ASKED =
  /^(?:\p{L}{2,}[аеиоуюя]йте|\p{L}{2,}(?:[бвгджзклмнпрстфхцчшщ]ите|[аеиоуюя]йтесь|[бвгджзклмнпрстфхцчшщ]итесь))$/u;
const LETS_WAIT =
  /^(?:жд|ожида|подожд|дожд|держ|смотр|извин|прост|дава|переж|волн|беспоко|не|зна|име|вид|хот|слыш|позволь|разреш)/;
const ASKED_EN =
  /^(?:send|reply|write|call|ring|mail|email|confirm|tell|give|try|check|restart|reboot)$/;
/** «Канал переключится сам», «дежурный работает до 22:00»: told of somebody or something else. */
const OTHERS_DO =
  /^(?:\p{L}{3,}(?:ится|ется|атся|ются|утся|ятся|лся|лась|лось|лись)|работа[ею]т|действу[ею]т)$/u;
const POLITE = /^(?:please|pls|kindly|and|then|so)$/;

/**
 * The clause around some words when it stands for itself: it is told, a condition, somebody else's
 * doing, or asked of the customer. Null where the words belong to the sentence as a whole.
 */
export function closedClause(words: readonly ReplyWord[], hit: WordSpan): WordSpan | null {
  const span = clauseOf(words, hit);
  const own = words.slice(span.first, hit.first);
  const opening = own.findIndex((word, index) => opensClause(own, word, index));
  if (opening >= 0) return { first: span.first + opening, end: span.end };
  return isForeign(words.slice(span.first, span.end)) ? span : null;
}

function clauseOf(words: readonly ReplyWord[], { first, end }: WordSpan): WordSpan {
  const [from, to] = [first, Math.max(first, end - 1)];
  let start = from;
  while (start > 0 && !beginsClause(words, start)) start -= 1;
  let after = to + 1;
  while (after < words.length && !beginsClause(words, after)) after += 1;
  return { first: start, end: after };
}

function beginsClause(words: readonly ReplyWord[], at: number): boolean {
  const [word, before, next] = [words[at], words[at - 1], words[at + 1]];
  if (word === undefined || before === undefined || word.sentence !== before.sentence) return true;
  return word.isParted || (JOINT.test(word.word) && OWN.test(next?.word ?? ''));
}

/** «Что было», «по которой», `what happened`; English needs no comma before it. */
function opensClause(own: readonly ReplyWord[], { word }: ReplyWord, index: number): boolean {
  if (!OPENS.test(word)) return false;
  const next = own[index + 1]?.word ?? '';
  if (ADVERBIAL.test(next)) return false;
  if (/^[a-z]/.test(word)) return next !== '' || !DEMONSTRATIVE.test(word);
  return index === 0 || PREPOSITION.test(own[index - 1]?.word ?? '');
}

function isForeign(clause: readonly ReplyWord[]): boolean {
  const head = clause.find(({ word }) => !POLITE.test(word))?.word ?? '';
  if (ASKED_EN.test(head)) return true;
  return clause.some(
    ({ word }) => OTHERS_DO.test(word) || (ASKED.test(word) && !LETS_WAIT.test(word)),
  );
}
