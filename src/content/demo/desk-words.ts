import type { DemoPhrases } from './demo-phrases.ts';
import { expandPhrase, lowerFirst, slotsOf, upperFirst } from './expand-phrase.ts';
import { type Act, actRules } from './story-plots.ts';
import type { Manner, Telling } from './story-teller.ts';

/** What somebody of the desk writes: to the customer, or into the log. */
export function tellDeskAct(telling: Telling, act: Act, manner: Manner): string {
  const { topic } = telling.cast;
  const slots = manner.isFirst || act === 'remind' ? firstWords(telling) : noFirstWords;
  switch (act) {
    case 'fix':
      return tellFix(telling, topic.fix, manner, slots);
    case 'refix':
      return tellFix(telling, topic.refix ?? topic.fix, manner, slots);
    case 'note':
    case 'thirdNote':
      return say(telling, telling.deck.ofCause(topic.note) + more(act, manner), slots);
    default: {
      const lines = telling.phrases.desk[phraseOf[act] ?? 'progress'];
      return say(telling, telling.scope.random.pick(lines) + more(act, manner), slots);
    }
  }
}

/** Which list of the desk's phrases an act draws from. */
const phraseOf: Readonly<Partial<Record<Act, keyof DemoPhrases['desk']>>> = {
  ask: 'question',
  ack: 'ack',
  progress: 'progress',
  remind: 'remind',
  plan: 'planMsg',
  vendorMsg: 'vendorMsg',
  vendorNote: 'vendorNote',
  escalate: 'escalate',
  callFix: 'callFix',
  callConfirm: 'callConfirm',
};

const noFirstWords: Slots = new Map([
  ['hi', ''],
  ['itsMe', ''],
]);

function more(act: Act, { isLonger }: Manner): string {
  if (!isLonger) return '';
  if (act === 'ask') return ' Ваш {pc}, верно?';
  if (act === 'ack') return ' Заодно смотрю {pc}.';
  return actRules[act].internal ? ' Проверено с {pc}, адрес {ip}.' : '';
}

type Slots = ReadonlyMap<string, string>;

function firstWords({ cast }: Telling): Slots {
  const { callName } = cast.contact;
  const name = cast.engineer?.name.split(' ')[0];
  return new Map([
    ['hi', callName === null ? '{Greet}.' : `${callName}, {greet}.`],
    ['itsMe', name === undefined ? '' : `Это ${name}, вторая линия.`],
  ]);
}

function tellFix(telling: Telling, lines: readonly string[], manner: Manner, slots: Slots): string {
  const { cast, scope, deck, phrases } = telling;
  const { callName } = cast.contact;
  const isNamed = !manner.isFirst && callName !== null && scope.random.chance(0.3);
  const fix = lines === cast.topic.fix ? deck.ofCause(lines) : deck.draw(lines);
  const pieces = [
    '{hi} {itsMe}',
    isNamed && !manner.isLate ? `${callName}, ${lowerFirst(fix)}` : fix,
    manner.isLonger ? 'Проверено с {pc}.' : '',
    scope.random.pick(checksFor(telling)),
  ];
  if (manner.isLate) pieces.splice(1, 0, scope.random.pick(phrases.desk.sorryLate));
  return say(telling, pieces.join(' '), slots);
}

function checksFor({ cast, phrases }: Telling): readonly string[] {
  const { check } = phrases.desk;
  return cast.topic.personal ? check.filter((line) => !line.includes('{atWhom}')) : check;
}

/** Fills a phrase of the desk, in which a customer may be quoted in that customer's own gender. */
function say(telling: Telling, phrase: string, slots: Slots): string {
  const { cast, scope, deck } = telling;
  const { topic, contact } = cast;
  const gender = cast.engineer?.gender ?? null;
  const used = new Set(slotsOf(phrase));
  const given = new Map(slots);
  const own = (line: string) => expandPhrase(line, scope, gender);
  const quote = (line: string) => {
    return expandPhrase(line, scope, cast.contactGender).replace(/\.$/, '');
  };
  if (used.has('ok')) given.set('ok', quote(deck.draw(topic.ok)));
  if (used.has('okTail')) given.set('okTail', quote('{okTail}'));
  if (used.has('callNom')) given.set('callNom', contact.callName ?? contact.name);
  if (used.has('fix')) given.set('fix', own(deck.ofCause(topic.fix)));
  if (used.has('ask') || used.has('askLow')) {
    const ask = own(deck.draw(topic.ask));
    given.set('ask', ask).set('askLow', lowerFirst(ask));
  }
  return upperFirst(expandPhrase(phrase, { ...scope, given }, gender));
}
