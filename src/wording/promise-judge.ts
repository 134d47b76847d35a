import type { PromiseKind } from '../domain/vocabulary.ts';
import { isInAlienClause, isInCondition } from './promise-clauses.ts';
import { isLabelledHour } from './promise-labels.ts';
import type { SaidTime } from './promise-said.ts';
import { SenseReader, type Witness } from './promise-senses.ts';
import type { Token, Tokens } from './promise-tokens.ts';
import { baseKindOf, senseOf } from './promise-verbs.ts';
import { isOwnWork, isWaitedFor } from './promise-waits.ts';

/** Words further away than this say nothing about a time. */
const REACH = 28;
/** How much further a word of another part of the sentence is. */
const SEGMENT_COST = 12;
const THIRD_PERSON = /^(?:будет|будут|сможете|it'll|that'll|ships|arrives|delivers|visits)$/;
const AUXILIARY = /^(?:will|shall|can|gonna|(?:i|we|he|she|they|engineer|technician)'ll)$/;
/** Verbs after which the customer waits for a word rather than for the work. */
const NO_DEED =
  /^(?:be|have|get|keep|let|look|see|check|take|go|try|investigate|review|discuss|confirm|give|tell|you|i|we)$/;
const VISIT =
  /^(?:(?:при|подъ|за|вы|до)ед(?:у|ем|ет|ут)|прид(?:у|ем|ет|ут)|мастер|инженер|курьер|техник|монтажник|электрик|специалист|arrive|visit|come|technician|engineer|courier)$/;
const TAGS =
  /^(?:хорошо|ладно|ок|окей|договорились|устроит|подойдет|удобно|идет|ok|okay|alright|right|deal)$/;
const AFTER_EVENT =
  /^(?:of|после|до|назад|тому|ago|after|since|спустя|подряд|кряду|before|earlier|простоя|бездействия|неактивности|ожидания|idle|inactivity)$/;

/** «Через час с момента отправки», unlike «через час с мобильного». */
const STARTS =
  /^(?:момента|начала|даты|дня|подачи|регистрации|получения|отправки|обращения|последнего|тех|запуска|включения|создания|поступления|оплаты|последней)$/;

/** Tells whether times are given to the customer, and as what. */
export class PromiseJudge {
  readonly #tokens: readonly Token[];
  readonly #ends: readonly string[];
  readonly #senses: SenseReader;

  constructor({ list, ends }: Tokens) {
    this.#tokens = list;
    this.#ends = ends;
    this.#senses = new SenseReader(list);
  }

  /** The kind of promise that a time is; null when it is none. */
  judge(said: SaidTime): PromiseKind | null {
    if (said.firmness === 'never' || this.#isRuledOut(said)) return null;
    const witnesses = this.#witnesses(said);
    if (!this.#isGiven(said, witnesses)) return null;
    if (this.#isQuestion(said)) return null;
    return this.#kindOf(said, witnesses);
  }

  #isGiven(said: SaidTime, witnesses: readonly Witness[]): boolean {
    const { firmness, isInterval } = said;
    const nearest = witnesses.find(({ sense }) => sense !== 'topic') ?? null;
    const topic = witnesses.find(({ sense }) => sense === 'topic') ?? null;
    const isTopicNearer = topic !== null && this.#isInSegment(topic, said);
    if (firmness === 'needed') return isWaitedFor(this.#tokens, said, witnesses);
    if (isInterval) return nearest?.sense === 'will' && this.#isMeeting(said, nearest);
    if (firmness === 'labelled') return isLabelledHour(this.#tokens, said);
    if (nearest !== null) {
      if (nearest.sense === 'will' || nearest.sense === 'wait') return true;
      const isElsewhere = !this.#isInSegment(nearest, said) && nearest.sense !== 'never';
      return isElsewhere && isTopicNearer;
    }
    if (firmness === 'plain') return !this.#isFarewell(said);
    return topic !== null || this.#isAlone(said);
  }

  /** What stands right beside a time, and whole clauses that give no times. */
  #isRuledOut(said: SaidTime): boolean {
    const before = this.#at(said.first - 1, said)?.text ?? '';
    const after = this.#at(said.next, said)?.text ?? '';
    const isLength = 'length' in said.when;
    if (/^(?:от|from|since|с|со|каждые|каждый|каждую|every|each|per|раз)$/.test(before))
      return true;
    if (/^(?:чем|раньше|ранее|than|not)$/.test(before) && !isLength) return true;
    const event = this.#at(said.next + 1, said)?.text ?? '';
    const isEvent = /^со?$/.test(after)
      ? STARTS.test(event)
      : AFTER_EVENT.test(after) && event !== 'чего';
    if (isLength && isEvent) return true;
    if (/^(?:назад|ago)$/.test(after)) return true;
    return isInAlienClause(this.#tokens, said);
  }

  /** `Our technician will arrive between 2 and 4`, unlike works that last so long. */
  #isMeeting(said: SaidTime, nearest: Witness): boolean {
    if (this.#tokens[nearest.index]?.text === 'отвечаем') return false;
    if (nearest.kind === 'call-back' || nearest.kind === 'next-update') return true;
    const near = this.#tokens.slice(Math.max(0, said.first - 10), said.next + 10);
    return near.some(({ text }) => VISIT.test(text)) || this.#baseKind(said) === 'call-back';
  }

  /** What the words round a time say, the nearest first. */
  #witnesses(said: SaidTime): readonly Witness[] {
    const here = this.#tokens[said.first];
    const found: { readonly witness: Witness; readonly cost: number }[] = [];
    for (let i = said.first - REACH; i < said.next + REACH; i++) {
      const token = this.#tokens[i];
      if (token?.sentence !== here?.sentence || (i >= said.first && i < said.next)) continue;
      const sense = this.#senses.at(i);
      if (token === undefined || here === undefined || sense === null) continue;
      if (token.segment !== here.segment && isInCondition(this.#tokens, i)) continue;
      const distance = i < said.first ? said.first - i : i - said.next + 1;
      const cost = distance + SEGMENT_COST * Math.abs(token.segment - here.segment);
      found.push({ witness: { ...sense, index: i }, cost });
    }
    found.sort((a, b) => a.cost - b.cost);
    return found.map(({ witness }) => witness);
  }

  #isQuestion(said: SaidTime): boolean {
    const { sentence = 0 } = this.#tokens[said.first] ?? {};
    if (this.#ends[sentence] !== '?') return false;
    for (let i = said.next; i < said.next + REACH; i++) {
      const token = this.#tokens[i];
      if (token?.sentence !== sentence) return true;
      if (TAGS.test(token?.text ?? '')) return false;
    }
    return true;
  }

  /** «До завтра!» is a farewell. */
  #isFarewell(said: SaidTime): boolean {
    const first = this.#tokens[said.first];
    if (first?.text !== 'до' || !this.#isAlone(said) || !('moment' in said.when)) return false;
    const { day, part, clock } = said.when.moment;
    const isGoodbye =
      day?.kind === 'offset' || part === 'evening' || this.#ends[first.sentence] === '!';
    return clock === null && isGoodbye;
  }

  #isAlone(said: SaidTime): boolean {
    const { sentence } = this.#tokens[said.first] ?? {};
    const isSaid = (token: Token | undefined) =>
      token?.sentence === sentence && token?.kind !== 'mark' && token !== undefined;
    return !isSaid(this.#tokens[said.first - 1]) && !isSaid(this.#tokens[said.next]);
  }

  #isInSegment({ index }: Witness, said: SaidTime): boolean {
    return this.#tokens[index]?.segment === this.#tokens[said.first]?.segment;
  }

  #at(index: number, said: SaidTime): Token | undefined {
    const token = this.#tokens[index];
    return token?.sentence === this.#tokens[said.first]?.sentence ? token : undefined;
  }

  #kindOf(said: SaidTime, witnesses: readonly Witness[]): PromiseKind {
    if (said.firmness === 'needed') {
      return isOwnWork(this.#tokens, said) ? 'deadline' : 'hold';
    }
    const acting = witnesses.filter(({ sense }) => sense === 'will' || sense === 'wait');
    const named = acting.find(({ kind }) => kind !== null);
    const base = this.#baseKind(said);
    if (named !== undefined && named.sense === 'will') {
      return named.kind === 'deadline'
        ? (this.#contactAfter(named) ?? 'deadline')
        : (named.kind ?? 'deadline');
    }
    if (said.firmness === 'labelled' && base === null) return this.#labelKind(witnesses);
    const topics = witnesses.filter(({ sense, kind }) => sense === 'topic' && kind !== null);
    const topic = topics.find((other) => this.#isInSegment(other, said));
    const other =
      topic?.kind ?? base ?? named?.kind ?? (acting.length === 0 ? topics[0]?.kind : null) ?? null;
    const isOfThing = acting.some(
      ({ index }) => THIRD_PERSON.test(this.#tokens[index]?.text ?? '') || this.#isDeed(index),
    );
    return other ?? (isOfThing ? 'deadline' : 'next-update');
  }

  /** `I will reset it`: a verb that is no word to the customer is work to be done. */
  #isDeed(index: number): boolean {
    if (!AUXILIARY.test(this.#tokens[index]?.text ?? '')) return false;
    const isBetween = /^(?:also|just|then|now)$/.test(this.#tokens[index + 1]?.text ?? '');
    const verb = this.#tokens[index + (isBetween ? 2 : 1)]?.text ?? '';
    return /^[a-z]{3,}$/.test(verb) && !NO_DEED.test(verb) && senseOf(verb)?.sense !== 'past';
  }

  /** «Следующее сообщение — 16:00» is a word to come, «срок: 16:00» the end of the work. */
  #labelKind(witnesses: readonly Witness[]): PromiseKind {
    return (
      witnesses.find(({ sense, kind }) => sense === 'topic' && kind !== null)?.kind ?? 'deadline'
    );
  }

  /** «Проверю и напишу»: the word to the customer is what he waits for. */
  #contactAfter({ index }: Witness): PromiseKind | null {
    const joint = this.#tokens[index + 1]?.text ?? '';
    const kind = /^(?:и|and)$/.test(joint) ? this.#senses.at(index + 2)?.kind : null;
    return kind === 'call-back' || kind === 'next-update' ? kind : null;
  }

  /** What `will call back` or «буду готов ответить» promises. */
  #baseKind(said: SaidTime): PromiseKind | null {
    const here = this.#tokens[said.first];
    let best: { readonly kind: PromiseKind; readonly cost: number } | null = null;
    for (let i = said.first - 12; i < said.next + 12; i++) {
      const token = this.#tokens[i];
      if (token === undefined || token.segment !== here?.segment) continue;
      const kind = baseKindOf(token.text);
      const cost = Math.min(Math.abs(i - said.first), Math.abs(i - said.next + 1));
      if (kind !== null && (best === null || cost < best.cost)) best = { kind, cost };
    }
    return best?.kind ?? null;
  }
}
