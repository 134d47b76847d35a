import type { Token } from './promise-tokens.ts';
import { baseKindOf, senseOf, type WordSense } from './promise-verbs.ts';

const AUX =
  /^(?:буд(?:у|ем|ет|ут)|will|shall|should|be|get|have|expect|to|быть|you'll|(?:i|we|it|they|he|she|that|there|this)'ll)$/;
/** `Back in 10`, not `roll back to 10.4`. */
const BACK_AT = /^(?:in|by|at|on|around|within|before|up|online|tomorrow)$/;
/** English verbs that tell the customer what to do when they begin a sentence. */
const ORDERS =
  /^(?:try|call|send|check|restart|reboot|reply|respond|answer|confirm|contact|provide|open|turn|make|do|click|log|sign|switch|run|install|update|email|write|press|use|start|stop|keep|leave|come)$/;

/** A sense with where it stands. */
export interface Witness extends WordSense {
  readonly index: number;
}

/** `Passwords must be changed`: what somebody else is to see to. */
const DUTY = /(?:must|(?:needs?|has|have) to) (?:all |be )*(?:be|get)$/;
const OF_TIME =
  /^(?:\d.*|час.*|минут.*|день|еще|буквально|примерно|около|пар[ау]|буд(?:ет|ут)|одна|один|две|три|пять|полчаса|мне|нам)$/;
/** Our people, before a verb that alone might tell of anything. */
const AGENT =
  /^(?:(?:сис)?админ(?:истратор(?:ы)?|ы)?|инженеры?|мастера?|техники?|специалисты?|сотрудники?|коллеги?|коллега|дежурн(?:ый|ые|ая)|монтажники?|электрики?|курьеры?|водитель|программисты?|разработчики?|провайдер|подрядчики?|поставщики?|вендор|логисты?|кладовщик|отдел|команда|группа|руководитель|начальник|безопасники?|ребята|напарник|склад|снабжение)$/;
const AGENT_REACH = 5;
/** A deed to be done, of one or of many; a habit ends otherwise. */
const ACTS =
  /^(?:с|вз|воз|вы|до|за|из|ис|на|об?|от|пере|по|под|при|про|раз|рас|у|в)[а-я]{2,}(?<![аеияу]|ход|вод|воз|нос|езд|сто|вис|держ|меч|меш)(?:[еи]т|[ую]т|[ая]т)(?:ся)?$/;

/** «Ответ приходит через 15 минут» is how it always is, «мастер приходит завтра» is not. */
const COMES = /^(?:при|до|у|вы|от|в|за|под|пере|с)(?:ход|вод|воз|нос|езд)(?:ит|ят)(?:ся)?$/;

/** Reads words in their places: denied, asked of the customer, or with their auxiliary. */
export class SenseReader {
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** What a word says about the times beside it, in its place; null for most words. */
  at(index: number): WordSense | null {
    const token = this.#tokens[index];
    if (token?.kind !== 'word') return null;
    const near = (offset: number) => this.#tokens[index + offset]?.text ?? '';
    if (this.#isOrder(index)) return { sense: 'asked', kind: null };
    const sense = senseOf(token.text) ?? this.#actAt(index);
    if (sense === null) return null;
    if (sense.sense === 'topic' && /^(?:ваш(?:а|е|его|ей|и|у)?|your)$/.test(near(-1))) {
      return { sense: 'asked', kind: null };
    }
    if (token.text === 'back' && !BACK_AT.test(near(1))) return null;
    if (sense.sense === 'past' && this.#hasAux(index)) {
      if (DUTY.test(`${near(-3)} ${near(-2)} ${near(-1)}`)) return { sense: 'asked', kind: null };
      return { sense: 'will', kind: baseKindOf(token.text) ?? 'deadline' };
    }
    if (sense.sense === 'will' && this.#isDenied(index)) return { sense: 'never', kind: null };
    if (sense.sense === 'wait') return this.#waitAt(index, sense);
    if (this.#isAwaited(index)) return { sense: 'will', kind: 'deadline' };
    if (sense.sense === 'asked') return this.#askedAt(token.text, near, sense);
    if (token.text === 'goes' && near(1) === 'live') return { sense: 'will', kind: 'deadline' };
    if (token.text === 'can' && near(1) === 'you') return { sense: 'asked', kind: null };
    if (near(-1) === 'you' && /^(?:will|can|should|may)$/.test(token.text)) {
      return { sense: isGift(near(1)) ? 'will' : 'asked', kind: null };
    }
    return sense;
  }

  /** «Администратор поднимет», `you have until Friday`: plain words that their neighbours make act. */
  #actAt(index: number): WordSense | null {
    const { text = '', segment } = this.#tokens[index] ?? {};
    const near = (offset: number) => this.#tokens[index + offset]?.text ?? '';
    const isLeft = near(-1) === 'you' && /^(?:have|got|'ve)$/.test(text);
    if (isLeft && /^(?:until|till|by|\d+)$/.test(near(1))) return { sense: 'asked', kind: null };
    const isTheirs = /^(?:вас|тебя)$/.test(near(-1)) && near(-2) === 'у' && text === 'есть';
    if (isTheirs && /^(?:время|до|еще|\d+)$/.test(near(1))) return { sense: 'asked', kind: null };
    if (!ACTS.test(text) && !COMES.test(text)) return null;
    const before = this.#tokens.slice(Math.max(0, index - AGENT_REACH), index);
    const isOurs = before.some((token) => token.segment === segment && AGENT.test(token.text));
    if (isOurs) return { sense: 'will', kind: 'deadline' };
    return COMES.test(text) ? { sense: 'fact', kind: null } : null;
  }

  /** «Ждём ответ от поставщика завтра»; not «ждём от вас ответ». */
  #isAwaited(index: number): boolean {
    const { text, segment } = this.#tokens[index] ?? {};
    if (!/^(?:ждем|жду)$/.test(text ?? '')) return false;
    const near = this.#tokens.slice(Math.max(0, index - 6), index + 7);
    const words = near.filter((token) => token.segment === segment).map((token) => token.text);
    const source = words[words.indexOf('от') + 1] ?? '';
    return words.includes('от') && !/^(?:вас|ваш(?:ей|его|их)|тебя)$/.test(source);
  }

  /** `Call us back tomorrow`, `let us know by Friday`; not `call you back in 5 minutes`. */
  #isOrder(index: number): boolean {
    const token = this.#tokens[index];
    const next = this.#tokens[index + 1]?.text ?? '';
    if (token?.text === 'let') return next === 'us';
    if (!ORDERS.test(token?.text ?? '') || /^(?:you|in|by|at|within|:)$/.test(next)) return false;
    const isToCome = next === 'to' && /^(?:follow|come)$/.test(this.#tokens[index + 2]?.text ?? '');
    if (isToCome || /^(?:follows|coming)$/.test(next)) return false;
    const before = this.#tokens[index - 1];
    return before?.segment !== token?.segment || /^(?:please|[,:])$/.test(before?.text ?? '');
  }

  /** «Будет восстановлено», `should be fixed`, `have it fixed`. */
  #hasAux(index: number): boolean {
    const { segment } = this.#tokens[index] ?? {};
    for (const offset of [-1, -2, -3, -4, 1]) {
      const token = this.#tokens[index + offset];
      if (token?.segment !== segment || !AUX.test(token?.text ?? '')) continue;
      const before = this.#tokens[index + offset - 1]?.text ?? '';
      // `It has been restored` is over, `will have been restored` is not.
      return !(token?.text === 'have' && !/^(?:will|to|'ll|we'll|i'll|should)$/.test(before));
    }
    return false;
  }

  #isDenied(index: number): boolean {
    const near = (offset: number) => this.#tokens[index + offset]?.text ?? '';
    if (
      near(-1) === 'не' ||
      (near(-2) === 'не' && !/^(?:позднее|позже|переживайте|волнуйтесь)$/.test(near(-1)))
    ) {
      return this.#tokens[index - 1]?.segment === this.#tokens[index]?.segment;
    }
    if (near(1) === 'not' && near(2) !== 'only') return true;
    for (let offset = -1; offset >= -4; offset--) {
      if (/^(?:i|we|he|she|they|it|you)$/.test(near(offset))) return false;
      if (/^(?:not|can't|cannot|won't|don't|never|unable)$/.test(near(offset))) {
        return this.#tokens[index + offset]?.segment === this.#tokens[index]?.segment;
      }
    }
    return false;
  }

  #waitAt(index: number, sense: WordSense): WordSense | null {
    const near = (offset: number) => this.#tokens[index + offset]?.text ?? '';
    if (near(-1) === 'не') return { sense: 'asked', kind: null };
    // `We give access`, `I'll wait for your answer`.
    if (near(1) === 'for' && /^(?:your|you|the|a)$/.test(near(2)))
      return { sense: 'asked', kind: null };
    if (near(0) === 'hold' && !/^(?:on|for|the|,|please|\d+)$/.test(near(1))) return null;
    if (near(0) === 'hold' && near(1) === 'the' && near(2) !== 'line') return null;
    if (near(0) === 'like' && near(-1) !== "i'd") return null;
    if (near(0) === 'give' && near(1) !== 'me' && near(1) !== 'us') return null;
    return sense;
  }

  #askedAt(word: string, near: (offset: number) => string, sense: WordSense): WordSense | null {
    const isOurs = /^(?:мне|нам|i|we)$/;
    if (/^(?:нуж(?:но|ен|на|ны)|необходимо|надо|требуется|need|needs)$/.test(word)) {
      const isMine = isOurs.test(near(-1)) || isOurs.test(near(-2)) || isOurs.test(near(1));
      // «Мне нужен час», unlike «мне нужен ответ».
      const isThing = /^нуж(?:ен|на|ны)$/.test(word) && !OF_TIME.test(near(1));
      if (isThing && isMine) return { sense: 'asked', kind: null };
      if (isMine && near(1) !== 'your') return { sense: 'wait', kind: 'hold' };
      if (/^(?:еще|пока)$/.test(near(1)) || near(-1) === 'еще')
        return { sense: 'wait', kind: 'hold' };
    }
    if (
      /^(?:please|kindly)$/.test(word) &&
      /^(?:hold|wait|bear|allow|give|note|be|expect)$/.test(near(1))
    )
      return null;
    if (/^(?:could|would)$/.test(word) && near(1) !== 'you') return null;
    if (/^you'll$/.test(word) && isGift(near(1))) return { sense: 'will', kind: null };
    return sense;
  }
}

/** `You will have`, `you'll hear`: the customer is given something. */
function isGift(verb: string): boolean {
  return /^(?:have|get|hear|receive|see|be|find|know)$/.test(verb);
}
