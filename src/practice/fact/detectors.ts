import type { FactDetector } from '../../content/scenario/fact-rule.ts';
import { type TimeConventions, usualConventions } from '../../domain/time-phrase-conventions.ts';
import type { PromiseKind } from '../../domain/vocabulary.ts';
import { type FoundPromise, findPromises } from '../../wording/find-promises.ts';
import { nameForms } from '../../wording/name-forms.ts';
import { matchRange, type TextRange } from '../../wording/text-range.ts';
import { isIdleLength } from './fact-signs.ts';
import { findIntroductions } from './introduction.ts';
import type { ReadReply } from './read-reply.ts';

/** What the times and names of a reply mean. */
export interface FactScene {
  /** Epoch ms. */
  readonly now: number;
  /** The zone of hours that name none. */
  readonly timeZone: string;
  readonly conventions: TimeConventions;
  /** How the customer is called: «Игорь Сергеевич»; null when it is not known. */
  readonly callName: string | null;
}

/** A morning of no day in particular: a text that stands for itself is read as written then. */
export const usualScene: FactScene = {
  now: Date.UTC(2026, 2, 3, 6),
  timeZone: 'Europe/Moscow',
  conventions: usualConventions,
  callName: null,
};

type Detect = (reply: ReadReply, scene: FactScene) => readonly TextRange[];

const DETECTORS: Readonly<Record<FactDetector, Detect>> = {
  promise: (reply, scene) => timesOf(reply, scene, ['next-update', 'call-back']),
  hold: (reply, scene) =>
    timesOf(reply, scene, ['hold']).filter(
      (range) => !isIdleLength(reply.text.slice(range.start, range.end)),
    ),
  introduction: ({ message }) => findIntroductions(message.prose.cased),
  question: ({ sentences }) => sentences.filter(({ isQuestion }) => isQuestion),
  'customer-name': findCustomerName,
};

/** What a part of the program finds in a reply. */
export function detect(
  name: FactDetector,
  reply: ReadReply,
  scene: FactScene,
): readonly TextRange[] {
  return DETECTORS[name](reply, scene);
}

function timesOf(
  { text }: ReadReply,
  { now, timeZone, conventions }: FactScene,
  kinds: readonly PromiseKind[],
): readonly FoundPromise[] {
  const found = findPromises(text, { now, timeZone, conventions });
  return found.filter(({ kind }) => kinds.includes(kind));
}

/** The customer's first name, in any case form. */
function findCustomerName({ message }: ReadReply, { callName }: FactScene): readonly TextRange[] {
  const [name] =
    callName
      ?.replaceAll('ё', 'е')
      .replaceAll('Ё', 'Е')
      .match(/[\p{L}-]+/u) ?? [];
  if (name === undefined) return [];
  const forms = new RegExp(`(?<!\\p{L})${nameForms(name)}(?!\\p{L})`, 'giu');
  return [...message.own.cased.matchAll(forms)].map(matchRange);
}
