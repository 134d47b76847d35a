import type { SaidTime } from './promise-said.ts';
import type { Token } from './promise-tokens.ts';

/** Words further away than this say nothing about a time. */
const REACH = 28;
const SPEECH =
  /^(?:(?:на|у)?писал[аи]?|(?:с|у|под)?казал[аи]?|говорил[аи]?|сообщил[аи]?|просил[аи]?|указали?|указал[аи]|упомянул[аи]?|обещал[аи]?|пообещал[аи]?|ответил[аи]?|заявил[аи]?|пишет|пишут|говорит|говорят|сообщает|утверждает|обещает|says|writes|claims|said|wrote|mentioned|asked|told|reported|stated|promised|replied)$/;
const SURE =
  /^(?:обеща(?:ю|ем|ть)|гарантир(?:ую|уем|овать)|уверен[аы]?|гарантии|факт|promise|promising|guarantee|sure|certain)$/;
const NOT = /^(?:не|нет|not|no|can't|cannot|won't|don't|never|unable)$/;
const OPENS_SPEECH = /^(?:что|чтобы|якобы|будто|that|:)$/;

/** Whether a time stands in a clause that gives none: a condition, somebody's words, a habit. */
export function isInAlienClause(tokens: readonly Token[], said: SaidTime): boolean {
  return [isConditional, isDoubted, isReported, isRepeated].some((is) => is(tokens, said));
}

/** «Если до 15:00 не ответите»: a time inside a condition. */
function isConditional(tokens: readonly Token[], said: SaidTime): boolean {
  const segment = tokens[said.first]?.segment;
  for (let i = said.first - 1; i > said.first - REACH; i--) {
    const token = tokens[i];
    if (token?.segment !== segment) return false;
    if (/^(?:если|unless|пока|раз|коли)$/.test(token?.text ?? '')) return true;
    if (token?.text === 'if') {
      const between = tokens.slice(i + 3, said.first);
      return !between.some(({ text }) => /^(?:will|(?:i|we)'ll|shall|can)$/.test(text));
    }
  }
  return false;
}

/** «Не обещаю, что будет к четвергу», `I'm not sure it will be ready by 5`. */
function isDoubted(tokens: readonly Token[], said: SaidTime): boolean {
  const sentence = tokens[said.first]?.sentence;
  for (let i = said.first - 1; i > said.first - REACH; i--) {
    const { text = '', sentence: own } = tokens[i] ?? {};
    if (own !== sentence || /^(?:но|зато|but|;)$/.test(text)) return false;
    if (!SURE.test(text)) continue;
    if (tokens.slice(Math.max(0, i - 3), i).some((token) => NOT.test(token.text))) return true;
  }
  return false;
}

/** «… , даже если ничего не изменится»: what may happen says nothing of the times beside it. */
export function isInCondition(tokens: readonly Token[], index: number): boolean {
  const segment = tokens[index]?.segment;
  for (let i = index - 1; i > index - REACH && tokens[i]?.segment === segment; i--) {
    if (/^(?:если|if)$/.test(tokens[i]?.text ?? '')) return true;
  }
  return false;
}

/** «Вы писали, что перезвоните в 15:00», «коллега сообщил: …». */
function isReported(tokens: readonly Token[], said: SaidTime): boolean {
  const sentence = tokens[said.first]?.sentence;
  for (let i = said.first - 1; i > said.first - 2 * REACH; i--) {
    const token = tokens[i];
    if (token?.sentence !== sentence) return false;
    if (token?.text === 'словам' || (token?.text === 'according' && i < said.first)) return true;
    if (!SPEECH.test(token?.text ?? '')) continue;
    const following = tokens.slice(i + 1, Math.min(i + 6, said.first));
    if (following.some(({ text, kind }) => kind === 'hidden' || OPENS_SPEECH.test(text))) {
      return true;
    }
    if (/^(?:you|he|she|they|customer|client)$/.test(tokens[i - 1]?.text ?? '')) return true;
  }
  return false;
}

/** «Каждый день до 18:00», «закроем через 3 дня, если не ответите». */
function isRepeated(tokens: readonly Token[], said: SaidTime): boolean {
  const { sentence, segment } = tokens[said.first] ?? {};
  let isClosing = false;
  let hasCondition = false;
  for (let i = said.first - REACH; i < said.next + REACH; i++) {
    const token = tokens[i];
    if (token?.sentence !== sentence) continue;
    const text = token?.text ?? '';
    if (
      token?.segment === segment &&
      /^(?:кажд(?:ый|ую|ое|ые)|every|each|ежедневно|daily|обычно|usually|typically|normally|правило|среднем|average|any)$/.test(
        text,
      )
    ) {
      return true;
    }
    isClosing ||= /^(?:закро(?:ю|ем|ет|ется|ют)|close|closed|closes)$/.test(text);
    hasCondition ||= /^(?:если|if|unless|without)$/.test(text);
  }
  return isClosing && hasCondition;
}
