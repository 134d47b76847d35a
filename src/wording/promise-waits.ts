import { isLabelledLength, isLengthOfThat } from './promise-labels.ts';
import type { SaidTime } from './promise-said.ts';
import type { Witness } from './promise-senses.ts';
import type { Token } from './promise-tokens.ts';
import { senseOf } from './promise-verbs.ts';

const TAKES = /(?:will|'ll|going to|gonna|should|might) take ?(?:\w+ ?){0,4}$/;
const FUTURE_NEED = /^(?:займет|продлится|понадобится|потребуется|понадобятся|потребуются)$/;
const MINE = /^(?:мне|меня|нам|нас|i|me|us|we)$/;
const CUSTOMER = /^(?:вам|вас|вами|you|your|не)$/;
/** «Минуточку», `one moment`: what is said before a length that makes it one of waiting. */
const MOMENT =
  /^(?:минут(?:к|очк)?у|сек|секунд(?:очк)?у|момент|сейчас|щас|сча|ща|moment|sec|second|minute|brb|afk|ок|ok|okay|окей)$/;
const MORE = /^(?:еще|всего|другую|another|just|only)$/;
const STEP =
  /^(?!остан|остав|побуд).*(?:[аеиоуыяю]йте|[бвгджзклмнпрстфхцчшщ]ите|ьте)$|^(?:restart|reboot|press|click|close|open|unplug|log|sign|run|turn|switch|try)$/;
const THEN = /^(?:и|затем|потом|and|then|после)$/;

/** «Мне нужно 10 минут», `hold for 5 minutes`; not «вам понадобится 5 минут». */
export function isWaitedFor(
  tokens: readonly Token[],
  said: SaidTime,
  witnesses: readonly Witness[],
): boolean {
  const nearest = witnesses.find(({ sense }) => sense !== 'topic')?.sense ?? null;
  const isActed = nearest === 'will' || nearest === 'wait';
  if (isLabelledLength(tokens, said)) return nearest === null || isActed;
  if (isActed && isLengthOfThat(tokens, said)) return true;
  if (isWordOfItsOwn(tokens, said)) return true;
  const words = wordsBefore(tokens, said, 9);
  if (words.some((word) => CUSTOMER.test(word))) {
    return words.some((word) => /^(?:отвечу|напишу|верну|перезвоню)$/.test(word));
  }
  if (words.some((word) => FUTURE_NEED.test(word)) || TAKES.test(words.join(' '))) return true;
  if (isRecipe(tokens, said)) return false;
  const wait = witnesses.find(({ sense }) => sense === 'wait');
  const { segment } = tokens[said.first] ?? {};
  return wait !== undefined && wait.index < said.first && tokens[wait.index]?.segment === segment;
}

/** «Ремонт займёт 2 часа», «10 минут и будет готово»: when it will be done, not how long to hold. */
export function isOwnWork(tokens: readonly Token[], said: SaidTime): boolean {
  if (isLabelledLength(tokens, said) || isLengthOfThat(tokens, said)) return true;
  if (isThenDone(tokens, said)) return outcomeOf(tokens, said)?.kind === 'deadline';
  const before = tokens.slice(Math.max(0, said.first - 6), said.first);
  const isMine = before.some(({ text }) => /^(?:мне|меня|нам|нас)$/.test(text));
  return !isMine && before.some(({ text }) => /^(?:займет|продлится|take)$/.test(text));
}

/** A length that opens its clause: «минуточку, 5 мин», «3 минуты и вернусь», «минуты 3 подождите». */
function isWordOfItsOwn(tokens: readonly Token[], said: SaidTime): boolean {
  const { segment } = tokens[said.first] ?? {};
  const isIdiom = said.next - said.first === 1 && MOMENT.test(tokens[said.first]?.text ?? '');
  const isSaidBefore = (word: string) => !MORE.test(word) && !MOMENT.test(word);
  if (isIdiom || wordsBefore(tokens, said, 2).some(isSaidBefore)) return false;
  if (isThenDone(tokens, said)) return true;
  const next = tokens[said.next];
  if (next?.segment === segment && senseOf(next?.text ?? '')?.sense === 'wait') {
    return !THEN.test(tokens[said.next + 1]?.text ?? '');
  }
  if (next !== undefined && next.segment === segment) return false;
  if (tokens[said.first]?.text === 'буквально') return true;
  const before = tokens.slice(Math.max(0, said.first - 4), said.first);
  return before.some(
    ({ text }) => MOMENT.test(text) || MORE.test(text) || senseOf(text)?.sense === 'wait',
  );
}

function isThenDone(tokens: readonly Token[], said: SaidTime): boolean {
  const sense = outcomeOf(tokens, said)?.sense;
  return sense === 'will' || sense === 'topic';
}

/** What is said to come after a length: «и вернусь», `and it's ready`. */
function outcomeOf(tokens: readonly Token[], said: SaidTime) {
  const joint = tokens[said.next]?.text === ',' ? said.next + 1 : said.next;
  if (!/^(?:и|and)$/.test(tokens[joint]?.text ?? '')) return null;
  const [first = null, second = null] = tokens
    .slice(joint + 1, joint + 3)
    .map(({ text }) => senseOf(text));
  return first?.kind ? first : (second ?? first);
}

/** «Нажмите кнопку и подождите 30 секунд, затем …»: what the customer is to do. */
function isRecipe(tokens: readonly Token[], said: SaidTime): boolean {
  const before = tokens.slice(Math.max(0, said.first - 6), said.first);
  const next = tokens[said.next]?.text ?? '';
  const following = /^[,;]$/.test(next) ? tokens[said.next + 1]?.text : next;
  if (isStepOfMany(tokens, said)) return true;
  if (THEN.test(following ?? '')) return !isThenDone(tokens, said);
  if (before.some(({ text }) => MINE.test(text))) return false;
  const isInSeconds = 'length' in said.when && said.when.length.minutes < 1;
  return isInSeconds && said.when.length.days === 0;
}

/** «Перезагрузите компьютер и подождите 5 минут», «после нажатия подождите минуту». */
function isStepOfMany(tokens: readonly Token[], said: SaidTime): boolean {
  const words = wordsBefore(tokens, said, 12);
  if (words.some((word) => /^(?:после|after)$/.test(word))) return true;
  const wait = words.findLastIndex((word) => senseOf(word)?.sense === 'wait');
  if (wait < 2 || !/^(?:и|and)$/.test(words[wait - 1] ?? '')) return false;
  return words.slice(0, wait - 1).some((word) => STEP.test(word));
}

/** The words of the clause before a time. */
function wordsBefore(tokens: readonly Token[], said: SaidTime, count: number): string[] {
  const { segment } = tokens[said.first] ?? {};
  return tokens
    .slice(Math.max(0, said.first - count), said.first)
    .filter((token) => token.segment === segment && token.kind !== 'mark')
    .map(({ text }) => text);
}
