import type { Random } from '../../util/random.ts';
import type { ContactVoice } from './contact-voice.ts';
import { tellContactAct } from './contact-words.ts';
import type { DemoPhrases, Topic } from './demo-phrases.ts';
import type { DemoContact, DemoPerson } from './demo-story.ts';
import { tellDeskAct } from './desk-words.ts';
import {
  expandPhrase,
  type Gender,
  lowerFirst,
  type PhraseScope,
  upperFirst,
} from './expand-phrase.ts';
import { makeDeck, type PhraseDeck } from './phrase-deck.ts';
import { type Act, actRules } from './story-plots.ts';
import type { UsedTexts } from './used-texts.ts';

/** The people and the matter of one ticket. */
export interface Cast {
  readonly topic: Topic;
  readonly contact: DemoContact;
  readonly contactGender: Gender;
  readonly contactVoice: ContactVoice;
  /** Who talks to the customer; null is whoever opens the demo desk. */
  readonly engineer: DemoPerson | null;
  readonly third: DemoPerson | null;
  /** The customer sends the first solution back. */
  readonly comesBack: boolean;
}

/** What the words of one ticket are made from. */
export interface Telling {
  readonly cast: Cast;
  readonly phrases: DemoPhrases;
  readonly scope: PhraseScope;
  readonly deck: PhraseDeck;
  /** How the contact begins: settles what the rest is about. */
  readonly opening: string;
}

/** How a text is to be told. */
export interface Manner {
  /** The first word of the desk in this ticket: greets and says who it is. */
  readonly isFirst: boolean;
  /** A promise before it was missed. */
  readonly isLate: boolean;
  /** Says more, when everything short has been said in other tickets. */
  readonly isLonger: boolean;
}

/** Words for the acts of one ticket. */
export interface Teller {
  readonly subject: string;
  text(act: Act, manner: Omit<Manner, 'isLonger'>): string;
}

/** Slots that only colour a text: they may differ between the texts of one ticket. */
const colours: ReadonlySet<string> = new Set([
  ...['okTail', 'nameGen', 'deptGen', 'dept', 'atWhom', 'who', 'crowd', 'loss', 'since'],
  ...['lateWhy', 'vno'],
]);
const shortAttempts = 8;

/** Makes the teller of one ticket; `used` is shared by all tickets of a desk. */
export function makeTeller(
  cast: Cast,
  phrases: DemoPhrases,
  random: Random,
  used: UsedTexts,
): Teller {
  const { topic } = cast;
  const scope: PhraseScope = { random, vars: slotVariants(topic, phrases), memo: new Map() };
  const deck = makeDeck(random, topic.fix.length);
  // What can come back decides from the start what the matter is.
  if (cast.comesBack && topic.refix) deck.draw(topic.refix.slice(0, 1));
  const opening = deck.draw(topic.says[cast.contactVoice.name]);
  const telling = { cast, phrases, scope, deck, opening };
  // Drawn at once, so that every text of the ticket names the same things.
  expandPhrase('{host} {fs} {pc} {room} {ip}', scope, null);
  const subject = tellSubject(telling);
  scope.memo.set('symptom', /[.!?]$/.test(subject.plain) ? subject.plain : `${subject.plain}.`);
  return {
    subject: subject.full,
    text: (act, manner) =>
      used.unique((attempt) => {
        const now = attempt < 2 ? telling : { ...telling, scope: recoloured(scope) };
        const how = { ...manner, isLonger: attempt >= shortAttempts };
        return actRules[act].by === 'contact'
          ? tellContactAct(now, act, how)
          : tellDeskAct(now, act, how);
      }),
  };
}

function slotVariants(topic: Topic, { vars }: DemoPhrases): PhraseScope['vars'] {
  const { okTail = [] } = vars;
  return {
    ...vars,
    ...topic.vars,
    look: topic.look,
    plan: [topic.plan],
    vendor: [topic.vendor ?? ''],
    okTail: topic.personal ? alone(okTail) : okTail,
  };
}

/** What one can say without the neighbours. */
function alone(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => !line.includes('{atWhom}'));
}

function recoloured(scope: PhraseScope): PhraseScope {
  return { ...scope, memo: new Map([...scope.memo].filter(([name]) => !colours.has(name))) };
}

function tellSubject({ cast, scope, deck }: Telling): { plain: string; full: string } {
  const { voice } = cast.contactVoice;
  const drawn = expandPhrase(deck.draw(cast.topic.subject), scope, cast.contactGender);
  const plain = upperFirst(drawn);
  const given = new Map([['s', voice.lower ? lowerFirst(drawn) : plain]]);
  const whole = scope.random.pick(voice.subject);
  return { plain, full: expandPhrase(whole, { ...scope, given }, cast.contactGender) };
}
