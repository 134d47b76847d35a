import type { FactRule } from '../../content/scenario/fact-rule.ts';
import type { WordingChannel } from '../../content/wording.ts';
import type { Channel, Language } from '../../domain/vocabulary.ts';
import { findPromises } from '../../wording/find-promises.ts';
import { lint } from '../../wording/lint.ts';
import type { Wording } from '../../wording/wording.ts';
import type { FactScene } from '../fact/detectors.ts';
import { findFacts } from '../fact/find-facts.ts';
import type { WordForms } from '../fact/word-forms.ts';
import type { JudgedReply } from '../run/run-event.ts';
import { givenTimes } from './given-times.ts';

/** The place of a reply in its run: who reads it, when, and what is looked for in it. */
export interface ReplyScene extends FactScene {
  readonly facts: readonly FactRule[];
  readonly words: WordForms;
  readonly wording: Wording;
  /** Of the message. */
  readonly lang: Language;
  /** Of what is said about it. */
  readonly reader: Language;
  readonly channel: Channel;
  /** Name of the customer's person. */
  readonly customer: string;
  readonly isTechnical: boolean;
  /** The first word to the customer and the last one have to say more than others. */
  readonly occasion: 'first' | 'close' | null;
  /** What the customer wrote so far: his words are no jargon to him. */
  readonly customerTexts: readonly string[];
}

const CHANNELS: Partial<Record<Channel, WordingChannel>> = {
  chat: 'chat',
  messenger: 'chat',
  call: 'phone',
};

/** Judges a reply once, when it is written: its facts, remarks about its wording, its promises. */
export function judgeReply(text: string, scene: ReplyScene): JudgedReply {
  const { facts, words, wording, lang, reader, channel, customer, callName } = scene;
  const promises = givenTimes(text, findPromises(text, scene));
  const found = lint(
    text,
    {
      language: lang,
      reader,
      audience: 'customer',
      channel: CHANNELS[channel] ?? 'mail',
      kind: scene.occasion,
      customer,
      callName,
      isTechnical: scene.isTechnical,
      customerTexts: scene.customerTexts,
      promises,
    },
    wording,
  );
  return {
    text,
    facts: findFacts(text, facts, words, scene),
    remarks: found.map(({ rule, severity, start, end, text: marked, message }) => {
      return { rule, severity, start, end, text: marked, message };
    }),
    promises: promises.map(({ kind, dueAt, text: said }) => ({ kind, dueAt, text: said })),
  };
}
